"""Those who signed together: the list of one petition to be printed, and letters of one text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens.models import Petition
from citizens.models.same_text import SameText
from citizens.models.visit.group import CROWD
from citizens.views.desk_item import crumbs_of

GROUPS, MEMBERS = 30, 100


def signers(request: HttpRequest, code: str) -> HttpResponse:
    """Danh sách người ký of one letter."""
    seen = Petition.objects.visible_to(request.user, on=timezone.localdate()).plain()
    petition = get_object_or_404(seen.select_related("commune"), code=code)
    parties = list(petition.parties.select_related("commune"))
    if not parties:
        raise Http404
    context = {
        "petition": petition,
        "parties": parties,
        "crumbs": crumbs_of(petition),
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/petition/signers.html", context)


def same_texts(request: HttpRequest) -> HttpResponse:
    """Đơn cùng nội dung: letters that wait to be handled, grouped by what they say."""
    seen = Petition.objects.visible_to(request.user, on=timezone.localdate()).plain().waiting()
    texts = seen.exclude(content="").annotate(text=SameText("content")).order_by()
    often = texts.values("text").annotate(letters=Count("pk")).filter(letters__gt=1)
    wanted = often.order_by("-letters", "text")[:GROUPS]
    members = texts.filter(text__in=[row["text"] for row in wanted]).order_by("received_on", "pk")
    groups: dict[str, list[Any]] = defaultdict(list)
    for petition in members.select_related("unit", "officer"):
        groups[petition.text].append(petition)
    context = {
        "groups": [group_of(groups[row["text"]]) for row in wanted if groups[row["text"]]],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/petition/same_texts.html", context)


def group_of(letters: list[Any]) -> dict[str, Any]:
    people = sum(letter.people for letter in letters)
    return {
        "head": letters[0],
        "others": letters[1:MEMBERS],
        "letters": len(letters),
        "people": people,
        "crowd": people >= CROWD,
    }
