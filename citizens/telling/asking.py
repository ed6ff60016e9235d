"""What is asked of the database about one petition: all of it in one statement, told as JSON.

One statement, because a right code and a wrong one must cost the same; as JSON, because a page
for one reader does not need a model instance for every row.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from psycopg2 import Binary

from citizens.models import (
    Case,
    Clock,
    Dialogue,
    Findings,
    Note,
    Paper,
    PaperKind,
    Party,
    Pause,
    Petition,
    Reply,
)
from citizens.models.lookup import digest
from citizens.models.vocabulary import CaseStage
from portal.prepared import Prepared

PAPER = ("kind", "number", "dated_on")
NOTE = ("text", "on")
CLOCK = (
    *("rule", "version_from", "started_on", "complex", "remote", "extensions"),
    *("pauses", "nominal", "due", "entered_due", "stopped_on"),
)
PARTY = ("name", "id_number", "phone", "email")
REPLY = ("body", "number", "dated_on")
DIALOGUE = ("planned_on", "held_on", "place")
CASE = (
    *("kind", "level", "stage", "received_on", "accepted_on", "decided_on"),
    *("closed_on", "paused_from", "outcome", "remote", "regime"),
)
UNIT = JSONObject(
    name="unit__name", phone="unit__phone", code="unit__code", closed_on="unit__closed_on"
)
PETITION = ("code", "sealed", "kind", "stage", "received_on", "due_key", "ground", "addressee")
Told = dict[str, Any]
DIGEST = "§ digest §"
"""A mark in the statement: no column holds such words."""


def by_code(code: str) -> list[Told]:
    """The petitions to which a valid code leads, the letter before its parts, or nothing: one
    probe of the index of digests."""
    found = [json.loads(told) for (told,) in statement_for_a_code().read({DIGEST: digest(code)})]
    return sorted(found, key=lambda told: told["pk"])


@cache
def statement_for_a_code() -> Prepared:
    """Put together and planned once: both cost far more than to run it."""
    valid = Petition.objects.filter(lookup_codes__digest=b"", lookup_codes__revoked_on=None)
    sql, parameters = about(valid).query.sql_with_params()
    marked = [DIGEST if isinstance(each, Binary) else each for each in parameters]
    return Prepared(sql, marked, {DIGEST: "bytea"})


def about(petitions: QuerySet) -> QuerySet:
    return petitions.order_by().values_list(
        JSONObject(
            pk="pk",
            petition=plain(PETITION),
            unit=UNIT,
            parties=rows(Party.objects.filter(petition=OuterRef("pk")), plain(PARTY)),
            replies=rows(Reply.objects.filter(petition=OuterRef("pk")), plain(REPLY)),
            cases=rows(Case.objects.filter(matter=OuterRef("matter")), case_in_json()),
            **parts(petition=OuterRef("pk")),
        ),
        flat=True,
    )


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
    second = Case.objects.filter(first_case=case).exclude(stage=CaseStage.DECLINED)
    found = Findings.objects.filter(case=case).order_by().values("case").annotate(last=Max("on"))
    return JSONObject(
        petition_pk="petition",
        unit=UNIT,
        facts=plain(
            CASE,
            own_seal="settling_unit__name",
            appealed=Exists(second),
            pause_ground=Subquery(pause),
            found_on=Subquery(found.values("last")),
        ),
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
