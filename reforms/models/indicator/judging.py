"""Đạt, chưa đạt, chưa có số liệu: read from the latest value and the strictest target."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from reforms.areas import CODES
from reforms.models.indicator.parts import IndicatorTarget, IndicatorValue
from reforms.models.indicator.vocabulary import Comparator, Verdict

LATEST = ("value", "period", "end", "rank", "of", "best")
GOAL = ("pk", "value", "comparator", "year")
MEETS = {
    Comparator.AT_LEAST: "gte",
    Comparator.MORE: "gt",
    Comparator.AT_MOST: "lte",
    Comparator.LESS: "lt",
    Comparator.EQUAL: "exact",
}


def with_latest(rows: Any) -> Any:
    values = IndicatorValue.objects.standing().filter(indicator=OuterRef("pk")).order_by("-end")
    return rows.annotate(**{f"latest_{name}": Subquery(values.values(name)[:1]) for name in LATEST})


def with_goal(rows: Any, *, as_of: date) -> Any:
    """The strictest target valid at the end of the latest value's period; of none: today."""
    day = Coalesce("latest_end", Value(as_of), output_field=DateField())
    rows = rows.annotate(judged_on=day).annotate(judged_year=ExtractYear("judged_on"))
    asked = IndicatorTarget.objects.filter(indicator=OuterRef("pk"))
    asked = asked.valid(as_of=OuterRef("judged_on")).strictest_first(year=OuterRef("judged_year"))
    return rows.annotate(**{f"goal_{name}": Subquery(asked.values(name)[:1]) for name in GOAL})


def with_verdict(rows: Any) -> Any:
    met = Q()
    for comparator, lookup in MEETS.items():
        met |= Q(**{"goal_comparator": comparator, f"latest_value__{lookup}": F("goal_value")})
    return rows.annotate(
        verdict=Case(
            When(latest_value=None, then=Value(Verdict.NO_VALUE.value)),
            When(goal_value=None, then=Value(Verdict.NO_TARGET.value)),
            When(met, then=Value(Verdict.MET.value)),
            default=Value(Verdict.MISSED.value),
            output_field=models.CharField(),
        )
    )


def in_order_of_areas(rows: Any) -> Any:
    """As the programme numbers its contents."""
    places = (When(area=code, then=Value(n)) for n, code in enumerate(CODES))
    return rows.annotate(
        area_place=Case(*places, default=Value(len(CODES)), output_field=models.IntegerField())
    )


def judged(rows: Any, *, as_of: date) -> Any:
    return with_verdict(with_goal(with_latest(rows), as_of=as_of))
