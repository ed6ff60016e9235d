"""/don/phuc-dap/: answers that other bodies owe us, and those that we owe to who forwarded."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.models import Case, Clock, Petition, Reply, Urging
from citizens.models.vocabulary import PetitionStage
from citizens.views.lists import petitions_of, works_here
from portal.deadlines import standing
from portal.filters import Reader

MOST = 200


@require_safe
def owed_list(request: HttpRequest) -> HttpResponse:
    """Three lists: to be answered by us, urged and not answered, forwarded and not heard of."""
    reader = Reader(request.user, timezone.localdate())
    context = {
        "ours": ours(reader),
        "urged": urged(reader),
        "theirs": theirs(reader),
        "works_here": works_here(reader),
    }
    return render(request, "citizens/petition/owed.html", context)


def ours(reader: Reader) -> list[dict[str, Any]]:
    """We owe whoever forwarded the petition an answer (TCD Đ27.2)."""
    seen = petitions_of(reader).values("pk")
    clocks = Clock.objects.open().filter(rule="TCD_PHUC_DAP", petition__in=seen)
    rows = clocks.select_related("petition").order_by("due")[:MOST]
    return [{"petition": row.petition, "standing": row.standing(as_of=reader.on)} for row in rows]


def urged(reader: Reader) -> list[dict[str, Any]]:
    rows = Urging.objects.open().filter(seen_by(reader)).select_related("petition", "case", "paper")
    return [
        {
            "urging": row,
            "item": row.case or row.petition,
            "standing": standing(row.due_on, as_of=reader.on),
        }
        for row in rows[:MOST]
    ]


def seen_by(reader: Reader) -> Q:
    cases = Case.objects.visible_to(reader.user, on=reader.on).values("pk")
    return Q(petition__in=petitions_of(reader).values("pk")) | Q(case__in=cases)


def theirs(reader: Reader) -> QuerySet[Petition]:
    """Forwarded, and nobody has told us what became of it; the oldest first."""
    heard = Reply.objects.filter(petition=OuterRef("pk"))
    rows = petitions_of(reader).filter(~Exists(heard), stage=PetitionStage.FORWARDED)
    return rows.order_by("handled_on", "pk")[:MOST]
