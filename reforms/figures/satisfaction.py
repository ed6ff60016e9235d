"""Satisfaction by name: of campaigns that ended in the period, and at the counters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import share_of
from reforms import survey_rules
from reforms.models import SurveyAnswer
from reforms.surveys import COUNTER, ENTERPRISES, FORMULA, PEOPLE, at_the_counter, questionnaires
from reforms.surveys.results import Results, results

WORDS = {
    PEOPLE: ("satisfaction_people", "Mức độ hài lòng của người dân"),
    ENTERPRISES: ("satisfaction_enterprises", "Mức độ hài lòng của doanh nghiệp"),
    COUNTER: ("counter_satisfaction", "Hài lòng tại quầy: thái độ, sự rõ ràng"),
}


def answers(audience: str, period: Period, unit: str) -> Any:
    """Of campaigns that ended in the period; at the counters, those of its months."""
    rows = SurveyAnswer.objects.counted()
    if audience == COUNTER:
        rows = rows.filter(questions=at_the_counter().code, given_on__range=period.dates)
    else:
        ended = {"campaign__audience": audience, "campaign__closes_on__range": period.dates}
        rows = rows.filter(**ended)
    return rows.filter(unit__code=unit) if unit else rows


def found(audience: str, period: Period, unit: str) -> list[Results]:
    """A result for each questionnaire; none where too few answered altogether."""
    by_code: dict[str, list[dict[str, int]]] = {}
    for code, ticked in answers(audience, period, unit).values_list("questions", "ticked"):
        by_code.setdefault(code, []).append(ticked)
    fewest = survey_rules.fewest(period.end)
    told = (results(questionnaires()[code], rows, fewest=fewest) for code, rows in by_code.items())
    return [each for each in told if each.told]


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
