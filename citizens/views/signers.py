"""Those who signed together: the list of one petition to be printed, and letters of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens.models import Case, Petition
from citizens.models.same_text import SameText
from citizens.models.visit.group import CROWD
from citizens.views.desk_item import crumbs_of
from portal.filters import Reader

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
    reader = Reader(request.user, timezone.localdate())
    seen = Petition.objects.visible_to(reader.user, on=reader.on).plain()
    texts = seen.exclude(content="").annotate(text=SameText("content")).order_by()
    wanted = texts_to_join(texts, reader)
    waiting = by_text(texts.waiting().filter(text__in=wanted))
    led = by_text(texts.filter(case__in=open_cases(reader), text__in=wanted))
    context = {
        "groups": [group_of(waiting[text], led.get(text, ())) for text in wanted if waiting[text]],
        "join": Petition.workflow["join"],
        "go_with": Petition.workflow["go_with"],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/petition/same_texts.html", context)


def open_cases(reader: Reader) -> QuerySet:
    return Case.objects.visible_to(reader.user, on=reader.on).open()


def texts_to_join(texts: Any, reader: Reader) -> list[str]:
    """What several waiting letters say, or one that says what an open case is about."""
    of_cases = texts.filter(case__in=open_cases(reader)).values("text")
    said = texts.waiting().values("text").annotate(letters=Count("pk"))
    often = said.filter(Q(letters__gt=1) | Q(text__in=of_cases))
    return list(often.order_by("-letters", "text").values_list("text", flat=True)[:GROUPS])


def by_text(letters: Any) -> Mapping[str, list[Any]]:
    """The earliest of each text first."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for petition in letters.order_by("received_on", "pk").select_related("unit", "officer", "case"):
        groups[petition.text].append(petition)
    return groups


def group_of(waiting: Sequence[Any], led: Sequence[Any]) -> dict[str, Any]:
    """``led``: letters of the same text that opened a case; the first of all leads the group."""
    followed = {each.leading_id for each in waiting}
    leading = next((each for each in waiting if each.pk in followed), waiting[0])
    head = led[0] if led else leading
    others = [each for each in waiting if each != head]
    people = sum(each.people for each in (head, *others))
    return {
        "head": head,
        "cases": [each.case for each in led],
        "apart": not led and any(each.leading_id != head.pk for each in others),
        "others": others[:MEMBERS],
        "more": max(len(others) - MEMBERS, 0),
        "letters": len(others) + 1,
        "people": people,
        "crowd": people >= CROWD,
    }
