"""Satisfaction by name: of campaigns that ended in the period, and at the counters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q

from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import share_of
from reforms import survey_rules
from reforms.models import SurveyAnswer
from reforms.surveys import COUNTER, ENTERPRISES, FORMULA, PEOPLE, at_the_counter, questionnaires
from reforms.surveys.results import Results, kept_back, results

WORDS = {
    PEOPLE: ("satisfaction_people", "Mức độ hài lòng của người dân"),
    ENTERPRISES: ("satisfaction_enterprises", "Mức độ hài lòng của doanh nghiệp"),
    COUNTER: ("counter_satisfaction", "Hài lòng tại quầy: thái độ, sự rõ ràng"),
}


def answers(audience: str, period: Period) -> Any:
    """Of campaigns that ended in the period; at the counters, those of its months."""
    rows = SurveyAnswer.objects.counted()
    if audience == COUNTER:
        return rows.filter(questions=at_the_counter().code, given_on__range=period.dates)
    ended = {"campaign__audience": audience, "campaign__closes_on__range": period.dates}
    return rows.filter(**ended)


def found(audience: str, period: Period, unit: str) -> list[Results]:
    """A result for each questionnaire; none where too few answered altogether, and none of a unit
    whose answers the others' would tell."""
    fewest = survey_rules.fewest(period.end)
    rows, shown = answers(audience, period), Q()
    if unit:
        shown = Q(unit__code=unit, questions__in=shown_of(unit, rows, fewest=fewest))
    by_code: dict[str, list[dict[str, int]]] = {}
    for code, ticked in rows.filter(shown).values_list("questions", "ticked"):
        by_code.setdefault(code, []).append(ticked)
    told = (results(questionnaires()[code], rows, fewest=fewest) for code, rows in by_code.items())
    return [each for each in told if each.told]


def shown_of(unit: str, rows: Any, *, fewest: int) -> list[str]:
    """The questionnaires whose answers of this unit may be told."""
    slips: dict[str, dict[str | None, int]] = {}
    groups = rows.order_by().values_list("questions", "unit__code")
    for code, at, count in groups.annotate(count=Count("pk")):
        slips.setdefault(code, {})[at] = count
    return [code for code, units in slips.items() if unit not in kept_back(units, fewest=fewest)]


def satisfied(rows: Iterable[Results]) -> int | None:
    told = list(rows)
    return sum(each.whole.satisfied for each in told) if told else None


def valid(rows: Iterable[Results]) -> int | None:
    told = list(rows)
    return sum(each.whole.valid for each in told) if told else None


def opens(audience: str, period: Any, unit: str = "") -> str:
    if audience == COUNTER:
        return f"/cai-cach/hai-long/quay/?{urlencode({'ky': period.address})}"
    asked = {"doi-tuong": audience, "ket-thuc-trong": period.address}
    return f"/cai-cach/hai-long/?{urlencode(asked)}"


def counted(audience: str, end: str, words: str, count: Any) -> Figure:
    name, label = WORDS[audience]

    def value(period: Period, unit: str = "") -> int | None:
        return count(found(audience, period, unit))

    def rows(period: Any, unit: str = "") -> str:
        return opens(audience, period, unit)

    told = f"{words}; nhóm quá ít phiếu không tính"
    return register(Figure(f"{name}_{end}", f"{label}: {words}", told, "câu trả lời", value, rows))


def shared(audience: str) -> Figure:
    part = counted(audience, "part", "câu trả lời hài lòng, rất hài lòng", satisfied)
    whole = counted(audience, "whole", "câu trả lời có ý kiến", valid)
    return share_of(*WORDS[audience], FORMULA, part, whole)


FIGURES = [shared(audience) for audience in WORDS]
