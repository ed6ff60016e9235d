"""From the database's JSON to the facts of one petition; what was typed loses its names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from citizens.models import Clock
from citizens.models.vocabulary import PetitionStage

from .asking import Told
from .facts import (
    CaseFact,
    DialogueFact,
    NoteFact,
    PaperFact,
    PetitionFact,
    ReplyFact,
    Story,
    as_day,
)
from .namelessness import nameless


def story(told: Told, *, as_of: date) -> Story:
    """A joined petition shares the stage of the case, not the papers of another sender."""
    own = next((case for case in told["cases"] if case["petition_pk"] == told["pk"]), None)
    joined = told["petition"]["stage"] == PetitionStage.JOINED and told["cases"]
    case = own or (joined[0] if joined else None)
    sources = [told, own] if own else [told]
    unit = (case or told)["unit"]
    return Story(
        as_of=as_of,
        petition=petition_fact(told),
        case=CaseFact.read({"own": bool(own)} | case["facts"]) if case else None,
        unit=unit["name"] or "",
        counter=counter(unit, on=as_of),
        phone=unit["phone"] or "",
        papers=PaperFact.several([row for source in sources for row in source["papers"]]),
        notes=notes(sources, parties=told["parties"]),
        clocks=[clock(row) for row in (case or told)["clocks"]],
        replies=ReplyFact.several(told["replies"]),
        dialogues=DialogueFact.several(own["dialogues"] if own else []),
    )


def counter(unit: Told, *, on: date) -> str:
    """The unit whose counter may be asked about; one that has ended has none."""
    closed_on = as_day(unit["closed_on"])
    return "" if closed_on and closed_on <= on else unit["code"] or ""


def petition_fact(told: Told) -> PetitionFact:
    ground = nameless(told["petition"]["ground"], told["parties"])
    return PetitionFact.read(told["petition"] | {"ground": ground})


def notes(sources: Sequence[Told], *, parties: Sequence[Told]) -> list[NoteFact]:
    rows = [row for source in sources for row in source["notes"]]
    return NoteFact.several([row | {"text": nameless(row["text"], parties)} for row in rows])


def clock(told: Told) -> Clock:
    days = ("version_from", "started_on", "nominal", "due", "entered_due", "stopped_on")
    return Clock(**told | {name: as_day(told[name]) for name in days})
