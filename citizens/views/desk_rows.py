"""A petition or a case as one line of a list: whose desk, which limit in words, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE, Standing, standing
from portal.fields import Commune
from portal.kept import Kept
from portal.people import names
from portal.people.names import name_in
from portal.text import day

from ..models.vocabulary import CaseStage, PetitionStage, kind_words
from ..words.next_step import usual_of_case, usual_of_petition, waiting_words, waits_for

COLUMNS = (
    *("pk", "code", "kind", "level", "title", "sender", "stage", "received_on", "due_key"),
    *("officer", "unit"),
)
CASE_COLUMNS = (
    *COLUMNS,
    "closed_on",
    "paused_from",
    "accepted_on",
    "reported_on",
    "petition__commune",
)
PETITION_COLUMNS = (
    *(*COLUMNS, "handled_on", "incoming_no", "eligible", "competent", "leading_id"),
    "commune",
)


@Kept
def communes() -> dict[int, str]:
    return dict(Commune.objects.values_list("pk", "name"))


@dataclass(frozen=True, slots=True)
class DeskRow:
    """What the columns of a list show."""

    code: str
    kind: str
    title: str
    sender: str
    standing: Standing
    stage: str
    holder: str
    next: str
    received_on: date
    due_on: date | None
    waits_for: str
    accepted_on: date | None
    reported_on: date | None

    @property
    def about(self) -> str:
        """Who sent it and when it came."""
        received = f"nhận\u00a0{day(self.received_on)}"
        return f"{self.sender}, {received}" if self.sender else received


# rows as they are shown


def case_rows(found: Iterable[Mapping[str, Any]], *, on: date) -> list[DeskRow]:
    return [
        _row(
            row,
            on=on,
            kind=kind_words(row["kind"], row["level"]) or "Chưa phân loại",
            commune=name_in(communes, row["petition__commune"]),
            done_on=row["closed_on"],
            paused_from=row["paused_from"],
            stage=CaseStage(row["stage"]).label,
            usual=usual_of_case(row),
        )
        for row in found
    ]


def petition_rows(found: Iterable[Mapping[str, Any]], *, on: date) -> list[DeskRow]:
    return [
        _row(
            row,
            on=on,
            kind=kind_words(row["kind"], row["level"]) or "Chưa phân loại",
            commune=name_in(communes, row["commune"]),
            done_on=row["handled_on"],
            paused_from=None,
            stage=PetitionStage(row["stage"]).label,
            usual=usual_of_petition(row),
        )
        for row in found
    ]


def _row(
    row: Mapping[str, Any],
    *,
    on: date,
    kind: str,
    commune: str,
    done_on: date | None,
    paused_from: date | None,
    stage: str,
    usual: str,
) -> DeskRow:
    due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
    return DeskRow(
        code=row["code"],
        kind=kind,
        title=row["title"] or "Chưa có trích yếu",
        sender=", ".join(filter(None, (row["sender"], commune))),
        standing=standing_of(due_on, done_on, paused_from, on=on),
        stage=stage,
        holder=name_in(names.people, row["officer"]) or name_in(names.units, row["unit"]),
        next=waiting_words(row) or usual,
        received_on=row["received_on"],
        due_on=due_on,
        waits_for="" if done_on else waits_for(row),
        accepted_on=row.get("accepted_on"),
        reported_on=row.get("reported_on"),
    )


def standing_of(
    due_on: date | None, done_on: date | None, paused_from: date | None, *, on: date
) -> Standing:
    """A limit that still runs is shown even where the matter is done: its paper is awaited."""
    if due_on is not None and paused_from is None:
        return standing(due_on, as_of=on)
    if done_on is not None:
        words = f"Xong {day(done_on)}"
        return Standing("done", words, words, done_on)
    return standing(None, as_of=on, paused_from=paused_from)
