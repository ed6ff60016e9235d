"""The Office visits the centre; the centre looks at itself."""

from datetime import date

import pytest

from democracy.checklist import CHECKLIST
from democracy.models import SiteVisit

DAY = date(2026, 9, 1)
LATER = date(2026, 9, 14)


def open_visit(by, unit, visited, *, on=DAY, kind="kiem-tra", **facts):
    """A visit of two weeks, opened on a day, its head whoever opens it."""
    return SiteVisit.open_visit(
        by=by, on=on, kind=kind, title="Thực hiện dân chủ năm 2026", visited=visited, unit=unit,
        leader=by, from_on=on, to_on=on.replace(day=28), **facts,
    )  # fmt: skip


@pytest.fixture
def visit(tuan, minh, units):
    return open_visit(tuan, units["van-phong"], units["dich-vu-viec-lam"], members=[minh],
                      report_due=date(2026, 9, 10))  # fmt: skip


@pytest.fixture
def own(khanh, units):
    """A self-inspection."""
    centre = units["dich-vu-viec-lam"]
    return open_visit(khanh, centre, centre, kind="tu-kiem-tra")


def look_through(visit, by, *, on=LATER, missing=()):
    """Every document there by hand, but for those that are missing."""
    visit.check_documents(
        by=by, on=on,
        answers=[
            {"item": each.code, "state": "khong" if each.code in missing else "co",
             "remark": "Bản giấy", "found": ""}
            for each in CHECKLIST
        ],
    )  # fmt: skip


def work(visit, by, *, on=LATER):
    look_through(visit, by, on=on, missing=("quy-che",))
    visit.write_minutes(by=by, on=on, met_on=on, present="Đoàn và Trung tâm", text="Nền nếp")
