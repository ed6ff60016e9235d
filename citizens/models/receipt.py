"""Giấy biên nhận: the paper with the look-up code that the citizen takes home."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal import history
from portal.people import User
from portal.workflow import Refused

from .. import rules
from .lookup import LookupCode

GIVEN = "Cấp giấy biên nhận"
REPLACED = "Cấp lại giấy biên nhận, mã tra cứu cũ hết hiệu lực"


@transaction.atomic
def give_receipt(petition: Any, *, by: User, on: date) -> str:
    """A new code on a new receipt; the one of a lost receipt opens nothing any more."""
    if not rules.adds_papers(by, petition, on=on):
        raise Refused(rules.adds_papers.why_not)
    petition.lock()
    lost = given(petition, *petition.parts.all()).update(revoked_on=on)
    history.record(
        petition.stream, "give_receipt", by=by.key, on=on, label=REPLACED if lost else GIVEN
    )
    return LookupCode.issue(petition, on=on, by=by)


def given(*petitions: Any) -> Any:
    """Valid codes of receipts; those of other papers are their own."""
    return LookupCode.objects.valid().filter(petition__in=petitions, paper=None)
