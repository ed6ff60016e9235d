"""A visit as one line of the list: who, about what, what was told, which limit runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE, Standing, standing
from portal.fields import Field
from portal.kept import Kept
from portal.people import names
from portal.people.names import name_in
from portal.working_days import calendar

from ..models.reception.sessions import Host
from ..models.visit.vocabulary import Result, VisitKind, VisitStage
from ..models.vocabulary import Kind

COLUMNS = (
    *("pk", "code", "stage", "received_on", "kind", "host", "name", "address", "people"),
    *("content", "petition_kind", "field", "handled_by", "competent", "result", "guided_to"),
    *("forwarded_to", "receiver", "receiver_name", "unit", "due_key", "note", "petition__code"),
)
SHORT = 160


@Kept
def fields() -> dict[int, str]:
    return dict(Field.objects.values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class VisitRow:
    """What the columns show."""

    code: str
    received_on: date
    sitting: str
    name: str
    address: str
    people: int
    content: str
    kind: str
    field: str
    handled_by: str
    competent: bool | None
    result: str
    guided_to: str
    forwarded_to: str
    receiver: str
    due_on: date | None
    standing: Standing | None
    stage: str
    note: str
    petition: str

    @property
    def short(self) -> str:
        """The content's beginning."""
        text = self.content.replace("\n", " ")
        return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]}…"

    @property
    def led_to(self) -> str:
        return self.guided_to or self.forwarded_to

    def cells(self) -> tuple[Any, ...]:
        return (
            *(self.code, self.received_on, self.sitting, self.name, self.address),
            *(str(self.people), self.content, self.kind, self.field, self.handled_by),
            *({True: "x", False: "", None: ""}[self.competent], self.result, self.guided_to),
            *(self.forwarded_to, self.receiver, self.due_on, self.stage, self.note),
        )


def visit_rows(found: Iterable[Mapping[str, Any]], *, on: date) -> list[VisitRow]:
    return [_row(row, on=on) for row in found]


def _row(row: Mapping[str, Any], *, on: date) -> VisitRow:
    due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
    sitting = [VisitKind(row["kind"]).label, Host(row["host"]).label.lower() if row["host"] else ""]
    copied = ("code", "received_on", "name", "address", "people", "content", "handled_by")
    more = ("competent", "guided_to", "forwarded_to", "note")
    return VisitRow(
        **{name: row[name] for name in (*copied, *more)},
        sitting=", ".join(filter(None, sitting)),
        kind=Kind(row["petition_kind"]).label if row["petition_kind"] else "",
        field=name_in(fields, row["field"]),
        result=Result(row["result"]).label if row["result"] else "",
        receiver=name_in(names.people, row["receiver"]) or row["receiver_name"],
        due_on=due_on,
        standing=standing(due_on, as_of=on, calendar=calendar()) if due_on else None,
        stage=VisitStage(row["stage"]).label,
        petition=row["petition__code"] or "",
    )
