"""Feedback and questions that come over the page: kept in the session while they are written.

Nothing is stored as a petition before the last button. Files are taken in at their own step,
because a browser would lose them at the next error; those of nobody's petition go after a day.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from citizens.models import Attachment, LookupCode, Party, Petition
from citizens.models.lookup import check_digit
from citizens.models.policy_question import ask, counts_as_petition
from citizens.models.vocabulary import Channel, Kind
from portal.attachments import File

CITIZEN = "cong-dan"
KEY, RECEIPT = "gui-don", "bien-nhan"
STEPS = ("sender", "matter", "papers")
MOST_FILES = 10
FILES_WAIT = timedelta(hours=24)
WORDS = {
    Kind.FEEDBACK: "phản ánh",
    Kind.PROPOSAL: "kiến nghị",
    Kind.POLICY_QUESTION: "câu hỏi",
}


class Sending:
    """What one citizen has answered so far, step by step."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.answers: dict[str, Any] = session.get(KEY, {})

    def typed(self, step: str) -> dict[str, str] | None:
        return self.answers.get(step, self.answers.get("wish") if step == "matter" else None)

    def wish(self, kind: str) -> None:
        """What the citizen came for, before it was asked."""
        if kind in WORDS:
            self.answers["wish"] = {"kind": kind}
            self.session[KEY] = self.answers

    def keep(self, step: str, typed: Mapping[str, Any]) -> None:
        self.answers[step] = dict(typed)
        self.answers.setdefault("seed", secrets.token_urlsafe(24))
        self.session[KEY] = self.answers

    def missing(self) -> str:
        """The first step that has no answer yet, or ''."""
        return next((step for step in STEPS if step not in self.answers), "")

    @property
    def files(self) -> list[File]:
        wanted = self.answers.get("files", [])
        found = {str(file.pk): file for file in unsent_files().filter(pk__in=wanted)}
        return [found[pk] for pk in wanted if pk in found]

    def add_files(self, files: Sequence[File]) -> None:
        self.keep_files([*self.answers.get("files", []), *(str(file.pk) for file in files)])

    def drop_file(self, pk: str) -> None:
        wanted = self.answers.get("files", [])
        for file in unsent_files().filter(pk__in=[one for one in wanted if one == pk]):
            file.erase()
        self.keep_files([one for one in wanted if one != pk])

    def keep_files(self, wanted: list[str]) -> None:
        self.answers["files"] = wanted
        self.session[KEY] = self.answers

    def forget(self) -> None:
        """As if nothing had been typed."""
        for file in self.files:
            file.erase()
        self.session.pop(KEY, None)
        self.answers = {}

    def send(self, *, sender: Mapping[str, Any], matter: Mapping[str, Any], on: date) -> Petition:
        """Register the petition with its look-up code; the session keeps the receipt alone."""
        petition = register(sender=sender, matter=matter, files=self.files, on=on)
        seed = self.answers["seed"]
        LookupCode.issue(petition, on=on, code=code_from(seed))
        self.session.pop(KEY)
        self.session[RECEIPT] = {"petition": petition.pk, "seed": seed}
        return petition


@transaction.atomic
def register(
    *, sender: Mapping[str, Any], matter: Mapping[str, Any], files: Sequence[File], on: date
) -> Petition:
    told = {
        "by": CITIZEN,
        "on": on,
        "received_on": on,
        "channel": Channel.ONLINE,
        "commune": sender["commune"],
        "parties": [Party(**sender)],
        **matter,
    }
    if matter["kind"] == Kind.POLICY_QUESTION and not counts_as_petition(on=on):
        return ask(**told, files=files).petition
    petition = Petition.register(**told)
    if files:
        petition.attach(by=CITIZEN, on=on, files=files)
    return petition


def code_from(seed: str) -> str:
    """The digits of a receipt that may be opened again: made of a secret of the session and the
    pepper, which is not in the database, so that no table holds them (0022)."""
    made = hmac.digest(settings.LOOKUP_PEPPER.encode(), b"receipt:" + seed.encode(), "sha256")
    body = f"{int.from_bytes(made) % 10**15:015}"
    return body + check_digit(body)


def unsent_files() -> Any:
    """Taken in from a citizen and not yet part of any petition."""
    return File.objects.filter(by=None).exclude(pk__in=Attachment.objects.values("file"))


def forget_unsent(*, as_of: datetime) -> int:
    """What nobody sent within a day is not kept."""
    old = list(unsent_files().filter(at__lt=as_of - FILES_WAIT))
    for file in old:
        file.erase()
    return len(old)
