"""A year for every stretch that names none: from its neighbours, else from the plan (R4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from portal.official_text.time_frames.frame import Context
from portal.official_text.time_frames.spans import Span
from portal.working_days import days_after

FROM_PLAN = "year_from_plan"
NEXT_YEAR = "next_year"
LONG_AGO = 60  # days before the issue: then the year after is meant


def with_years(spans: Sequence[Span], *, context: Context) -> list[Span]:
    """None keeps its year unknown where neither a neighbour nor the plan says one."""
    filled = [neighbourly(span, place, spans) for place, span in enumerate(with_months(spans))]
    if all(span.year for span in filled):
        return filled
    return put_off([guessed(span, context) for span in filled], context)


def with_months(spans: Sequence[Span]) -> list[Span]:
    """ "từ ngày 10 đến ngày 15/12": the tenth is one of December."""
    filled = []
    for place, span in enumerate(spans):
        if span.unit == "day_alone":
            others = [*spans[place + 1 :], *reversed(spans[:place])]
            near = next((other for other in others if other.unit == "day"), None)
            if near is None:
                filled.append(span)
                continue
            day = (near.first[0], span.first[1])
            span = replace(span, unit="day", first=day, last=day, year=near.year)
        filled.append(span)
    return filled


def neighbourly(span: Span, place: int, spans: Sequence[Span]) -> Span:
    """The year of the other end: "01/12 đến ngày 10/12/2025"."""
    if span.year:
        return span if span.last_year else span.in_year(span.year)
    after = next((other for other in spans[place + 1 :] if other.year), None)
    if after is not None and after.year is not None:
        return span.in_year(after.year - (span.first > after.last and after.unit != "year"))
    before = next((other for other in reversed(spans[:place]) if other.year), None)
    if before is not None and before.year is not None:
        year = before.last_year or before.year
        return span.in_year(year + (span.last < before.first and before.unit != "year"))
    return span


def guessed(span: Span, context: Context) -> Span:
    if span.year or context.plan_year is None:
        return span
    return replace(span.in_year(context.plan_year), flags=(*span.flags, FROM_PLAN))


def put_off(spans: list[Span], context: Context) -> list[Span]:
    """A plan does not order what was over long before it was signed."""
    from_plan = [span for span in spans if FROM_PLAN in span.flags]
    if context.issued is None or not from_plan:
        return spans
    if any(not span.possible for span in from_plan):
        return spans
    if max(span.due for span in from_plan) >= days_after(context.issued, -LONG_AGO):
        return spans
    if any(span.first > span.last for span in from_plan) or wraps(from_plan):
        return spans
    return [a_year_on(span) if FROM_PLAN in span.flags else span for span in spans]


def wraps(spans: list[Span]) -> bool:
    return len(spans) > 1 and spans[-1].last < spans[0].first


def a_year_on(span: Span) -> Span:
    if span.year is None:
        return span
    return replace(span.in_year(span.year + 1), flags=(*span.flags, NEXT_YEAR))
