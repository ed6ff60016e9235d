"""Plans of the programme and what was done of them."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from portal.periods import Period
from portal.planning import Plan, TaskUnit
from portal.planning.plans import KNOWN, Programme
from portal.statistics.counting import counts

PROGRAMME = {"chuong-trinh": Programme.DEMOCRACY.value}


def issued(period: Period) -> Any:
    dated = Plan.objects.filter(stage__in=KNOWN, dated_on__range=period.dates)
    return dated.filter(programme=Programme.DEMOCRACY)


def finished(period: Period) -> Any:
    return TaskUnit.objects.filter(
        plan__programme=Programme.DEMOCRACY, finished_on__range=period.dates
    )


PLANS_ISSUED = counts(
    "plans_issued",
    "Kế hoạch, chương trình ban hành",
    "số kế hoạch, chương trình thực hiện dân chủ đề ngày trong kỳ, của Sở và của đơn vị",
    unit="văn bản",
    among=issued,
    of_unit="unit__code",
    opens=lambda period: ("/ke-hoach/", PROGRAMME | {"ban-hanh-trong": period.address}),
)
TASKS_DONE = counts(
    "plan_tasks_done",
    "Phần việc hoàn thành",
    "số phần việc của các đơn vị trong kế hoạch thực hiện dân chủ có ngày hoàn thành trong kỳ",
    unit="phần việc",
    among=finished,
    of_unit="unit__code",
    opens=lambda period: ("/nhiem-vu/", PROGRAMME | {"xong-trong": period.address}),
)
TASKS_LATE = counts(
    "plan_tasks_late",
    "trong đó hoàn thành sau hạn",
    "số phần việc có ngày hoàn thành trong kỳ và sau hạn",
    unit="phần việc",
    among=lambda period: finished(period).filter(finished_on__gt=F("due")),
    of_unit="unit__code",
    opens=lambda period: (
        "/nhiem-vu/",
        PROGRAMME | {"xong-trong": period.address, "dung-han": "sau-han"},
    ),
)
