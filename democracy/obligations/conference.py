"""T3, T4: the conference about a year, and the six-monthly checks of what it resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy import statutes
from democracy.models import Conference, ResolutionCheck
from democracy.models.conference.conference import Stage
from democracy.models.conference.counting import is_optional, last_day_for
from portal.obligations import Duty, Owed, register
from portal.people import Unit

MEET_APART = (Unit.Kind.HEADQUARTERS, Unit.Kind.SUBORDINATE)
"""Divisions meet with the office."""


def conferences(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Of the year that closes by the last day in ``year``; units with none stand there too."""
    due = last_day_for(year - 1)
    if due is None:
        return
    held = Conference.objects.regular().filter(unit__in=units, work_year=year - 1)
    by_unit = {row.unit_id: row for row in held}
    small = few_people(units, before=year - 1)
    for unit in units:
        one = by_unit.get(unit.pk)
        if one is None and (unit.kind not in MEET_APART or unit.pk in small):
            continue
        if one is not None and one.stage == Stage.NONE:
            continue
        yield Owed(
            f"Hội nghị cán bộ, công chức, viên chức, người lao động năm công tác {year - 1}",
            unit,
            due=due,
            done_on=one.held_on if one and one.stage == Stage.ADOPTED else None,
            record=one.code if one else "",
            url=one.get_absolute_url() if one
            else f"/dan-chu/hoi-nghi/theo-don-vi/?nam={year - 1}",
        )  # fmt: skip


def few_people(units: Sequence[Unit], *, before: int) -> set[int]:
    """Units whose last conference told of so few people that they may do without."""
    known = Conference.objects.filter(unit__in=units, work_year__lt=before)
    last = dict(known.order_by("work_year", "pk").values_list("unit", "total_staff"))
    return {unit for unit, total in last.items() if is_optional(total)}


def checks(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    by_id = {unit.pk: unit for unit in units}
    done = ResolutionCheck.objects.filter(conference__unit__in=units, due_on__year=year)
    for row in done.select_related("conference"):
        one = row.conference
        yield Owed(
            f"Kiểm tra lần {row.place} nghị quyết {one.code}", by_id[one.unit_id], due=row.due_on,
            done_on=row.checked_on, record=one.code, url=one.get_absolute_url(),
        )  # fmt: skip
    waiting = Conference.objects.filter(unit__in=units, next_check_on__year=year)
    for one in waiting:
        yield Owed(
            f"Kiểm tra việc thực hiện nghị quyết {one.code}", by_id[one.unit_id],
            due=one.next_check_on, record=one.code, url=one.get_absolute_url(),
        )  # fmt: skip


register(
    Duty(
        "T3",
        "Tổ chức hội nghị hằng năm",
        statutes.RULES["T3"].versions[0].article,
        conferences,
    )
)
register(
    Duty(
        "T4",
        "Kiểm tra nghị quyết hội nghị 6 tháng một lần",
        statutes.RULES["T4"].versions[0].article,
        checks,
    )
)
