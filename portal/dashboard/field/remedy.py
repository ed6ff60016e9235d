"""Giao khắc phục: a cause that settled cases share becomes a limitation with a task at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django.db import transaction

from citizens.models import Cause
from portal.activities import Limitation
from portal.activities.entries import Programme
from portal.activities.limitations import Cause as Kind
from portal.activities.limitations import Source
from portal.fields import Field, unit_in_charge
from portal.forms.activities.base import choice, pair
from portal.forms.base import Form
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.people import Unit, User
from portal.periods import Regular
from portal.text import lower_first, number

KINDS = {
    Cause.Code.STAFF_ERROR: Kind.AWARENESS,
    Cause.Code.POLICY: Kind.RULES,
    Cause.Code.PROCEDURE: Kind.RULES,
    Cause.Code.SLOWNESS: Kind.COOPERATION,
    Cause.Code.PUBLICITY: Kind.COOPERATION,
    Cause.Code.MISUNDERSTANDING: Kind.AWARENESS,
    Cause.Code.OTHER: Kind.OTHER,
}
"""What is offered first; whoever orders the remedy may choose another."""


class RemedyForm(Form):
    """What is wrong, why, what is to be done, by whom, by when."""

    title = TextField(label="Hạn chế", max_length=300)
    cause = choice("Loại nguyên nhân", Kind)
    text = TextField(label="Việc cần làm để khắc phục", max_length=500)
    unit = AnyUnitField(label="Đơn vị thực hiện")
    due_on = DateField(label="Báo cáo trước hết ngày")

    layout = Layout("title", "cause", "text", pair("unit", "due_on"))

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)
        due_on: Any = self.fields["due_on"]
        due_on.earliest = on


def proposed(code: Cause.Code, field: Field, period: Regular, *, on: date) -> dict[str, str]:
    """First answers, for the reader to change."""
    unit = unit_in_charge(field, on=on)
    return {
        "title": f"{field}: {lower_first(str(code.label))}",
        "cause": KINDS[code],
        "unit": unit.code if unit else "",
    }


def told_of(code: Cause.Code, field: Field, period: Regular, count: int) -> str:
    return (
        f"{code.label}: {number(count)} vụ việc lĩnh vực {field} giải quyết trong"
        f" {lower_first(period.label)} ghi nguyên nhân này."
    )


@transaction.atomic
def order(
    *, by: User, on: date, field: Field, words: str, title: str, cause: str, text: str,
    unit: Unit, due_on: date,
) -> Limitation:  # fmt: skip
    """The limitation in the register, its remedy on both desks. Raises ``Refused``."""
    limitation = Limitation.note(
        by=by,
        on=on,
        programme=Programme.BOTH,
        title=title,
        from_on=on,
        unit=unit,
        field=field,
        source=Source.PEOPLE,
        cause=cause,
        cause_words=words,
    )
    limitation.order_remedy(by=by, on=on, text=text, unit=unit, due_on=due_on)
    return limitation
