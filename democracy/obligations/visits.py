"""What the office asks beside the law: to look at oneself, to report, to keep promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy.models import SiteVisit
from democracy.models.visit.visit import BEFORE, Kind, Stage
from portal.activities import Limitation, Promise
from portal.activities.entries import KEPT
from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.periods import Quarter


def self_inspections(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Of this quarter, and of the one that is just over; older ones are told by the list."""
    own = [unit for unit in units if unit.kind == Unit.Kind.SUBORDINATE]
    this = Quarter.containing(as_of)
    asked = [each for each in (this.previous(), this) if each.end.year == year]
    looked = SiteVisit.objects.filter(kind=Kind.SELF, stage=Stage.CONCLUDED, visited__in=own)
    made = list(looked.filter(met_on__year=year)) if asked else []
    for quarter in asked:
        for unit in own:
            found = [row for row in made if row.visited_id == unit.pk
                     and quarter.start <= row.met_on <= quarter.end]  # fmt: skip
            one = found[0] if found else None
            yield Owed(
                f"Tự kiểm tra việc thực hiện dân chủ {quarter.label}", unit, due=quarter.end,
                done_on=one.met_on if one else None, record=one.code if one else "",
                url=one.get_absolute_url() if one else "/dan-chu/khao-sat/",
            )  # fmt: skip


def reports_to_teams(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    by_id = {unit.pk: unit for unit in units}
    asked = SiteVisit.objects.filter(visited__in=units, report_due__year=year, stage__in=BEFORE)
    for visit in asked:
        yield Owed(
            f"Gửi báo cáo cho đoàn kiểm tra: {visit.title}", by_id[visit.visited_id],
            due=visit.report_due, done_on=visit.reported_on, record=visit.code,
            url=visit.get_absolute_url(),
        )  # fmt: skip


def promises(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    by_id = {unit.pk: unit for unit in units}
    rows = Promise.objects.open().filter(unit__in=units, due_on__year=year)
    for row in rows.exclude(dialogue__stage="struck").select_related("dialogue"):
        yield Owed(
            f"Cam kết với công dân: {row.text}", by_id[row.unit_id], due=row.due_on,
            record=row.dialogue.code, url=row.dialogue.get_absolute_url(),
        )  # fmt: skip


def remedies(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Those that were ordered; the tasks of plans stand among the tasks."""
    by_id = {unit.pk: unit for unit in units}
    rows = Limitation.objects.filter(
        stage=KEPT, ordered__unit__in=units, ordered__due_on__year=year
    )
    for row in rows.select_related("ordered"):
        yield Owed(
            f"Khắc phục hạn chế: {row.title}", by_id[row.ordered.unit_id], due=row.ordered.due_on,
            record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip


BY_PLAN = "Kế hoạch thực hiện dân chủ của Sở"
register(Duty("KT1", "Tự kiểm tra hằng quý", f"{BY_PLAN}; số kỳ do Sở đặt", self_inspections))
register(Duty("KT2", "Báo cáo trước khi đoàn làm việc", "Quyết định kiểm tra", reports_to_teams))
register(Duty("DT1", "Thực hiện cam kết khi đối thoại", "Biên bản đối thoại", promises))
register(Duty("HC1", "Khắc phục hạn chế", "Ý kiến chỉ đạo khắc phục", remedies))
