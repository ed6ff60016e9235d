"""T13, T14, and what offices give themselves: documents made known, a model on the year's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy.models import (
    AwardRegulation,
    Briefing,
    BriefingSession,
    Movement,
    Nomination,
    Practice,
)
from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.working_days import days_after


def to_propose(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Units that have begun a proposal send it by the regulation's day; nobody is named here."""
    due = last_day_for_proposals(year)
    if due is None:
        return
    rows = Nomination.objects.filter(year=year, occasion="hang-nam", unit__in=units)
    begun = rows.exclude(sent_on=None, stage="commended").values_list("unit", "sent_on")
    by_unit: dict[int, list[date | None]] = {}
    for unit, sent_on in begun:
        by_unit.setdefault(unit, []).append(sent_on)
    for unit in (each for each in units if each.pk in by_unit):
        days = [sent_on for sent_on in by_unit[unit.pk] if sent_on]
        waiting = len(by_unit[unit.pk]) - len(days)
        what = f"Gửi đề nghị khen thưởng cuối năm: còn {waiting}" if waiting else PROPOSED
        url = f"/dan-chu/khen-thuong/?nam={year}&don-vi={unit.code}"
        yield Owed(what, unit, due=due, done_on=None if waiting else max(days), url=url)


PROPOSED = "Gửi đề nghị khen thưởng cuối năm"


def to_propose_of_movements(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Where a day is set on which a movement is summed up: those begun are sent before it."""
    days = days_before_summing_up(date(year, 12, 31))
    rows = Nomination.objects.filter(movement__closing_on__year=year, unit__in=units)
    begun = rows.exclude(sent_on=None, stage="commended").select_related("movement")
    by_unit = {unit.pk: unit for unit in units}
    found: dict[tuple[int, Movement], list[date | None]] = {}
    for row in begun.order_by("pk") if days else ():
        assert row.movement is not None
        found.setdefault((row.unit_id, row.movement), []).append(row.sent_on)
    for (unit, movement), sent_on in found.items():
        sent = [day for day in sent_on if day]
        left = len(sent_on) - len(sent)
        yield Owed(
            f"Gửi đề nghị khen thưởng {movement.code}" + (f": còn {left}" if left else ""),
            by_unit[unit], due=days_after(movement.closing_on, -days),
            done_on=None if left else max(sent), record=movement.code,
            url=f"/dan-chu/khen-thuong/?nam={year}&don-vi={by_unit[unit].code}",
        )  # fmt: skip


def days_before_summing_up(on: date) -> int:
    found = AwardRegulation.objects.in_force(as_of=on)
    return max((row.value.thematic_days for row in found), default=0)


def last_day_for_proposals(year: int) -> date | None:
    found = AwardRegulation.objects.in_force(as_of=date(year, 12, 31))
    days = [due for row in found if (due := row.value.last_day(year))]
    return min(days, default=None)


def to_make_known(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Each place named in a round; done with its first session."""
    rounds = Briefing.objects.filter(due_on__year=year).select_related("instrument")
    found = list(rounds.prefetch_related("units", "bodies"))
    first = first_sessions(found)
    wanted = {unit.pk for unit in units}
    for one in found:
        what = f"Quán triệt {one.instrument.reference}"
        facts = {"due": one.due_on, "record": one.code, "url": one.get_absolute_url()}
        for unit in (each for each in one.units.all() if each.pk in wanted):
            yield Owed(what, unit, done_on=first.get((one.pk, unit.pk, None)), **facts)
        for body in one.bodies.all():
            yield Owed(what, body=body, done_on=first.get((one.pk, None, body.pk)), **facts)


def first_sessions(rounds: list[Briefing]) -> dict[tuple[int, int | None, int | None], date]:
    told = BriefingSession.objects.standing().filter(briefing__in=rounds)
    rows = told.order_by("-held_on").values_list("briefing", "unit", "body", "held_on")
    return {(briefing, unit, body): held_on for briefing, unit, body, held_on in rows}


def to_have_a_model(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """One on the list of the year; no day is set for it."""
    listed = Practice.objects.listed().of_year(year).order_by("-from_on", "-pk")
    rows = listed.values_list("unit", "code", "from_on")
    known = {unit: (code, from_on) for unit, code, from_on in rows}
    for unit in (each for each in units if each.kind != Unit.Kind.HEADQUARTERS):
        code, from_on = known.get(unit.pk, ("", None))
        # where nothing is listed: the unit's own list, which offers enrolling to whom it may
        url = f"{LISTED}{code}/" if code else f"{LISTED}?nam={year}&don-vi={unit.code}"
        yield Owed("Có mô hình trong danh mục", unit, done_on=from_on, record=code, url=url)


LISTED = "/dan-chu/mo-hinh/"

register(
    Duty("T13", "Đề nghị khen thưởng cuối năm", "quy định khen thưởng của tỉnh, của Sở", to_propose)
)
register(
    Duty("T14", "Đề nghị khen thưởng theo phong trào", "quy định khen thưởng của tỉnh, của Sở",
         to_propose_of_movements)
)  # fmt: skip
register(Duty("QT", "Quán triệt văn bản", "hạn của đợt quán triệt", to_make_known))
register(
    Duty("MH", "Mô hình “Dân vận khéo”, sáng kiến, điển hình", "phong trào của cơ quan",
         to_have_a_model)
)  # fmt: skip
