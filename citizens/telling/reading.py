"""The facts of one petition out of the database, in one statement.

One statement, because a right code and a wrong one must cost the same; as JSON, because a page
for one reader does not need a model instance for every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from citizens.models import Case, Clock, Dialogue, Findings, Note, Paper, PaperKind, Party, Pause
from citizens.models.lookup import digest
from citizens.models.petition import Petitions
from citizens.models.vocabulary import PetitionStage

from .facts import CaseFact, DialogueFact, NoteFact, PaperFact, PetitionFact, Story, as_day
from .namelessness import nameless

PAPER = ("kind", "number", "dated_on")
NOTE = ("text", "on")
CLOCK = (
    *("rule", "version_from", "started_on", "complex", "remote", "extensions"),
    *("pauses", "nominal", "due", "entered_due", "stopped_on"),
)
PARTY = ("name", "id_number", "phone", "email")
DIALOGUE = ("planned_on", "held_on", "place")
CASE = (
    *("kind", "level", "stage", "received_on", "accepted_on", "decided_on"),
    *("closed_on", "paused_from", "outcome", "remote"),
)
UNIT = JSONObject(name="unit__name", phone="unit__phone")
PETITION = ("code", "sealed", "kind", "stage", "received_on", "due_key", "ground", "addressee")
Told = dict[str, Any]


def stories(petitions: QuerySet, *, as_of: date) -> list[Story]:
    told = petitions.values_list(
        JSONObject(
            pk="pk",
            petition=plain(PETITION),
            unit=UNIT,
            parties=rows(Party.objects.filter(petition=OuterRef("pk")), plain(PARTY)),
            cases=rows(Case.objects.filter(matter=OuterRef("matter")), case_in_json()),
            **parts(petition=OuterRef("pk")),
        ),
        flat=True,
    )
    return [story(each, as_of=as_of) for each in told]


def with_code(petitions: Petitions, code: str) -> QuerySet:
    """The petition to which a valid code leads: one probe of the index of digests."""
    return petitions.filter(lookup_codes__digest=digest(code), lookup_codes__revoked_on=None)


def plain(names: Sequence[str], **more: Any) -> JSONObject:
    return JSONObject(**{name: name for name in names}, **more)


def rows(query: QuerySet, fact: JSONObject) -> ArraySubquery:
    return ArraySubquery(query.order_by("pk").values(json=fact))


def parts(**owner: OuterRef) -> dict[str, Any]:
    """What petitions and cases both have."""
    return {
        "papers": rows(Paper.objects.for_citizen().filter(**owner), plain(PAPER)),
        "notes": rows(told_notes().filter(**owner), plain(NOTE)),
        "clocks": rows(Clock.objects.filter(**owner), plain(CLOCK)),
    }


def case_in_json() -> JSONObject:
    case = OuterRef("pk")
    pause = Pause.objects.filter(case=case).order_by("-pk").values("ground")[:1]
    found = Findings.objects.filter(case=case).order_by().values("case").annotate(last=Max("on"))
    return JSONObject(
        petition_pk="petition",
        unit=UNIT,
        facts=plain(CASE, pause_ground=Subquery(pause), found_on=Subquery(found.values("last"))),
        dialogues=rows(Dialogue.objects.filter(case=case), plain(DIALOGUE)),
        **parts(case=case),
    )


def told_notes() -> QuerySet:
    """Written to the citizen; an answer only once its letter has its number."""
    waiting = Paper.objects.waiting().filter(
        kind=PaperKind.ANSWER,
        case=OuterRef("case"),
        approved_on=OuterRef("on"),
        approved_by=OuterRef("by"),
    )
    return Note.objects.to_citizen().exclude(Exists(waiting))


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
        phone=unit["phone"] or "",
        papers=PaperFact.several([row for source in sources for row in source["papers"]]),
        notes=notes(sources, parties=told["parties"]),
        clocks=[clock(row) for row in (case or told)["clocks"]],
        dialogues=DialogueFact.several(own["dialogues"] if own else []),
    )


def petition_fact(told: Told) -> PetitionFact:
    ground = nameless(told["petition"]["ground"], told["parties"])
    return PetitionFact.read(told["petition"] | {"ground": ground})


def notes(sources: Sequence[Told], *, parties: Sequence[Told]) -> list[NoteFact]:
    rows = [row for source in sources for row in source["notes"]]
    return NoteFact.several([row | {"text": nameless(row["text"], parties)} for row in rows])


def clock(told: Told) -> Clock:
    days = ("version_from", "started_on", "nominal", "due", "entered_due", "stopped_on")
    return Clock(**told | {name: as_day(told[name]) for name in days})
