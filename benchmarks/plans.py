"""What plans and tasks cost in units of the floor page A: 200 plans of 40 tasks for 15 units.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/plans.py

Fills the demo of that folder once, straight into the tables: never where anybody works.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from django.db import connection, transaction

from benchmarks.addresses import tell
from portal.people import Unit, User
from portal.planning import Plan, Task, TaskUnit

PLANS, TASKS, UNITS = 200, 40, 15
FIRST = 5_000
TITLE = "Triển khai nhiệm vụ trọng tâm của cơ quan và các đơn vị trực thuộc, đợt"
WORDS = "Tổ chức thực hiện, kiểm tra và báo cáo kết quả nội dung công tác thứ"
YEAR = date(2026, 1, 1)


def fill() -> None:
    if Plan.objects.filter(code=f"KH-2026-{FIRST}").exists():
        return
    office = Unit.objects.get(kind="headquarters", closed_on=None)
    units = list(Unit.objects.exclude(kind="headquarters").filter(closed_on=None))
    units += more_units(office, UNITS - len(units))
    by = User.objects.get(username="ha")
    with transaction.atomic():
        plans = Plan.objects.bulk_create(plan(n, office, by) for n in range(PLANS))
        tasks = Task.objects.bulk_create(task(each, n) for each in plans for n in range(TASKS))
        shares = (share(each, n, at) for each in tasks for n, at in enumerate(units[:UNITS]))
        TaskUnit.objects.bulk_create(shares, batch_size=2_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def more_units(office: Unit, missing: int) -> Iterator[Unit]:
    for n in range(missing):
        yield Unit.objects.create(
            code=f"do-{n}", name=f"Đơn vị đo {n}", kind=Unit.Kind.SUBORDINATE, parent=office,
            opened_on=date(2000, 1, 1),
        )  # fmt: skip


def plan(n: int, office: Unit, by: User) -> Plan:
    return Plan(
        code=f"KH-2026-{FIRST + n}", programme="cong-tac", title=f"{TITLE} {n}", stage="issued",
        unit=office, coordinating_unit=office, officer=by, year=2026, from_on=YEAR,
        to_on=date(2026, 12, 31), number=str(FIRST + n), symbol="KH-SLĐTBXH", dated_on=YEAR,
    )  # fmt: skip


def task(plan: Plan, n: int) -> Task:
    due = YEAR + timedelta(days=8 * n + 20)
    return Task(
        plan=plan, place=n + 1, ref=f"II.{n + 1}", text=f"{WORDS} {n}", raw_time="Trong năm",
        time_kind="deadline", due=due, group="all",
    )  # fmt: skip


def share(task: Task, n: int, at: Unit) -> TaskUnit:
    done = (task.place + n) % 3 == 0
    facts = {"stage": "done", "finished_on": task.due, "confirmed_on": task.due, "product": "Sổ"}
    return TaskUnit(
        plan=task.plan, task=task, unit=at, due=task.due, baseline_due=task.due,
        code=f"{task.plan.code}-{task.place}-{n}", **(facts if done else {}),
    )  # fmt: skip


def addresses() -> dict[str, str]:
    one = f"/ke-hoach/KH-2026-{FIRST + 7}/"
    return {
        "list of plans": "/ke-hoach/",
        "a plan": one,
        "its units and tasks": f"{one}?xem=ma-tran",
        "its time line": f"{one}?xem=tien-trinh",
        "tasks not done": "/nhiem-vu/?xem=chua-xong",
        "tasks overdue": "/nhiem-vu/?han=qua-han",
        "words in tasks": "/nhiem-vu/?q=kiem+tra+bao+cao",
        "a task": f"/nhiem-vu/KH-2026-{FIRST + 7}-1-1/",
        "units and plans": "/ke-hoach/theo-doi/?nam=2026",
        "sheet of a month": "/ke-hoach/giao-ban/?thang=2026-t6",
        "the desk": "/cong-viec/",
        "register of instruments": "/van-ban/",
    }


def main() -> None:
    fill()
    tell(addresses(), of=f"{TaskUnit.objects.count():,} shares of tasks")


if __name__ == "__main__":
    main()
