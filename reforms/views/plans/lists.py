"""``/cai-cach/nhiem-vu/``: tasks of the reform plans by content, those that a number counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from portal.filters import (
    Choice,
    Listing,
    Order,
    Reader,
    Tab,
    Within,
    by_year,
    equal_to,
    unit_options,
)
from portal.periods import stretch_of
from portal.planning import Plan, TaskUnit
from portal.planning.plans import KNOWN, Programme
from portal.planning.shares import Stage as ShareStage
from portal.views.planning.lists import (
    DUE,
    FOREMOST,
    TaskList,
    by_due,
    of_unit,
    plan_codes,
    shares_seen_as,
    words_in,
)
from reforms import areas
from reforms.plan_rates import WAYS, WORDS, counted_as
from reforms.units_in_plans import running_in

NO_AREA = "chua-ghi"
VIEWS = (("cua-toi", "Đơn vị tôi"), ("chua-xong", "Chưa xong"))


def of_area(rows: QuerySet, area: str, reader: Reader) -> QuerySet:
    if area == NO_AREA:
        return rows.filter(task__reform_area=None)
    return rows.filter(task__reform_area__area=area)


def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
    return rows.filter(running_in(int(year)))


class Counted(Within):
    """``?den-han=2026-q2``: the shares that a figure counts in that period."""

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        open_rows = rows.exclude(stage="skipped")
        return counted_as(self.name, stretch_of(value), rows=open_rows, as_of=reader.on)


LISTING = Listing(
    conditions=(
        words_in("task__text", "code"),
        by_year(Plan, label="Năm kế hoạch", narrow=of_year),
        Choice(
            *("noi-dung", "Nội dung CCHC", "Mọi nội dung"),
            lambda: [*areas.choices(areas.PROGRAMMES[-1].first), (NO_AREA, "Chưa ghi nội dung")],
            of_area,
        ),
        Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
        FOREMOST,
        Choice(
            *("giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: ShareStage.choices),
            equal_to("stage"),
        ),
        Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due),
        Choice(
            *("ke-hoach", "Kế hoạch", "Mọi kế hoạch", plan_codes),
            equal_to("plan__code"),
            when_asked=True,
        ),
        *(Counted(way, WORDS[way], "due") for way in WAYS),
        Choice(
            *("xem", "Xem", "Tất cả", lambda: VIEWS, shares_seen_as), in_bar=False
        ),
    ),
    orders=(Order("han", "Hạn", "due_key"),),
    tabs=(
        Tab("Đơn vị tôi", (("xem", "cua-toi"),)),
        Tab("Chưa xong", (("xem", "chua-xong"),)),
        Tab("Quá hạn", (("han", "qua-han"),), tone="late"),
        Tab("Tất cả"),
    ),
    found="han",
)  # fmt: skip


class ReformTaskList(TaskList):
    listing = LISTING
    columns = (*TaskList.columns, "task__reform_area__area", "plan__year", "product")
    template = "reforms/plans/tasks.html"

    def rows(self) -> QuerySet:
        seen = TaskUnit.objects.visible_to(self.reader.user, on=self.reader.on)
        return seen.filter(plan__programme=Programme.REFORM, plan__stage__in=KNOWN)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = super().shown(found)
        for row in rows:
            area = row["task_reform_area_area"]
            row["area"] = areas.named(area, year=row["plan_year"]) if area else ""
        return rows
