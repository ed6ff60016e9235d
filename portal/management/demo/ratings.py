"""Last year's rating as it was decided, and this year's on its way: some sent, one in review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

from democracy.forms.rating.lines import tasks_of
from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.people import Unit
from portal.scoring import Criterion, Entry, Part
from portal.working_days import calendar, days_after

from .office import Staff
from .plans import sent_to

LAST, THIS = "quy-dinh-11", "can-tho-2025"
FIRST = ("ttvl", "tcd")
"""The centre, and the division whose people the demo signs in."""
SHARES = ("0.98", "0.93", "0.88", "0.82", "0.97", "0.78", "0.9", "0.69")
"""How much of it the units did, one after the other."""
PAPERS = 3
TWENTY = Decimal(20)


def rate(staff: Staff, *, today: date) -> None:
    CriteriaVersion.deliver()
    criteria = {row.code: row for row in CriteriaVersion.objects.in_force(as_of=today)}
    if today.year - 1 >= criteria[LAST].valid_from.year:
        decided(criteria[LAST], staff, year=today.year - 1)
    if THIS in criteria:
        under_way(criteria[THIS], staff, today=today)


def opened(criteria: CriteriaVersion, staff: Staff, *, year: int, on: date, self_due: date) -> Any:
    units = sorted(
        (unit for unit in staff.units.values() if sent_to(unit, on) and has_head(staff, unit, on)),
        key=lambda unit: (unit.code not in FIRST, unit.kind != Unit.Kind.SUBORDINATE, unit.name),
    )
    return RatingRound.open_round(
        by=staff["tuyen"], on=on, criteria=criteria, year=year, self_due=self_due,
        review_due=days_after(self_due, 16), rated=units[: len(SHARES)],
    )  # fmt: skip


def has_head(staff: Staff, unit: Unit, on: date) -> bool:
    return any(row.unit_id == unit.pk and row.opened_on <= on for row in staff.holding("head"))


def decided(criteria: CriteriaVersion, staff: Staff, *, year: int) -> None:
    on, sent = date(year, 12, 1), date(year, 12, 10)
    one = opened(criteria, staff, year=year, on=on, self_due=date(year, 12, 15))
    for sheet, share in pairs(one):
        score(sheet, share, staff, on=sent)
        sheet.send_self_score(by=staff.head_of(sheet.unit), on=sent)
        appraise(sheet, share, staff, on=date(year, 12, 22))
    day = calendar().on_or_after(date(year + 1, 1, 14))
    one.rate(by=staff["ha"], on=day, prepared_by=staff["tuyen"])
    one.note_decision(by=staff["mai"], on=day, reference="07/QĐ-SLĐTBXH", dated_on=day)


def under_way(criteria: CriteriaVersion, staff: Staff, *, today: date) -> None:
    """Two have sent, one of them is looked at; the others are at it, the last has not begun."""
    self_due = max(date(today.year, 12, 15), days_after(today, 10))
    on = days_after(today, -20)
    one = opened(criteria, staff, year=today.year, on=on, self_due=self_due)
    *begun, _ = pairs(one)
    for place, (sheet, share) in enumerate(begun):
        score(sheet, share, staff, on=days_after(today, -8), all_of_it=place < 2)
    for sheet, _share in begun[:2]:
        sheet.send_self_score(by=staff.head_of(sheet.unit), on=days_after(today, -5))
    first = begun[0][0]
    line = first.set.lines["1.1"]
    first.appraise(
        by=reviewer(first, staff), on=days_after(today, -2), line=line.code,
        entry=Entry(Decimal(3)), note="Kế hoạch chưa ghi sản phẩm của hai việc",
    )  # fmt: skip


def pairs(one: RatingRound) -> list[tuple[ScoreSheet, Decimal]]:
    return list(zip(one.sheets.all(), map(Decimal, SHARES), strict=False))


def score(
    sheet: ScoreSheet, share: Decimal, staff: Staff, *, on: date, all_of_it: bool = True
) -> None:
    by = staff.head_of(sheet.unit)
    lines = [line for line in sheet.set.own_lines if line.part == Part.REGULAR]
    papers = list(tasks_of(sheet)[:PAPERS])
    for line in lines if all_of_it else lines[: len(lines) // 2]:
        shares: Iterable[Any] = [papers.pop()] if papers else []
        sheet.self_score(by=by, on=on, line=line.code, entry=entry_for(line, share), shares=shares)


def appraise(sheet: ScoreSheet, share: Decimal, staff: Staff, *, on: date) -> None:
    """The reviewer gives a little less at the first line."""
    by = reviewer(sheet, staff)
    regular = [line for line in sheet.set.lines.values() if line.part == Part.REGULAR]
    for place, line in enumerate(regular):
        less = share - Decimal("0.05") if place == 0 else share
        note = "Hai nhiệm vụ hoàn thành sau hạn" if place == 0 else ""
        sheet.appraise(by=by, on=on, line=line.code, entry=entry_for(line, less), note=note)
    sheet.finish_appraisal(by=by, on=on)


def reviewer(sheet: ScoreSheet, staff: Staff) -> Any:
    """Nobody looks at the points of their own unit."""
    own = sheet.unit.positions.filter(user=staff["tuyen"]).exists()
    return staff["ha"] if own else staff["tuyen"]


def entry_for(line: Criterion, share: Decimal) -> Entry:
    if line.method.name == "yes_no":
        return Entry(Decimal(share > Decimal("0.7")))
    if line.method.name in ("ratio", "bands"):
        return Entry((TWENTY * share).to_integral_value(rounding=ROUND_DOWN), TWENTY)
    half_points = (line.top * share * 2).to_integral_value(rounding=ROUND_DOWN) / 2
    return Entry(half_points, gate=True if line.gate else None)
