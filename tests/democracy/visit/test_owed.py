"""What units owe beside the law: a look at themselves, a report, a promise, a remedy."""

from datetime import date

import pytest

import democracy.obligations  # noqa: F401  each room says its own
from portal.activities import Dialogue, Limitation
from portal.obligations import Owed, owed
from portal.people import Unit
from tests.democracy.visit.conftest import DAY, LATER, work

pytestmark = pytest.mark.django_db


def rows(code: str, *, as_of: date = LATER) -> list[Owed]:
    lines = owed(list(Unit.objects.all()), year=2026, as_of=as_of)
    return [line.owed for line in lines if line.duty.code == code]


def test_a_self_inspection_is_asked_for_each_quarter(own, khanh, hoa, units):
    told = {(row.due, row.done_on) for row in rows("KT1")}
    assert told == {(date(2026, 6, 30), None), (date(2026, 9, 30), None)}
    work(own, khanh)
    own.conclude(by=hoa, on=LATER, strengths="Nền nếp")
    assert (date(2026, 9, 30), LATER) in {(row.due, row.done_on) for row in rows("KT1")}


def test_the_report_to_a_team_is_owed_by_the_visited_unit(visit, khanh, units):
    [row] = rows("KT2")
    assert (row.unit, row.due, row.done_on) == (units["dich-vu-viec-lam"], visit.report_due, None)
    visit.send_report(by=khanh, on=DAY, text="Đã có")
    assert rows("KT2")[0].done_on == DAY


def test_promises_and_ordered_remedies_are_owed_until_they_are_kept(tuan, ha, units):
    common = {"by": tuan, "on": DAY, "programme": "ca-hai", "unit": units["van-phong"],
              "from_on": DAY}  # fmt: skip
    dialogue = Dialogue.note(title="Trợ cấp", chaired_by="Giám đốc", place="Sở", audience="Dân",
                             people=9, **common)  # fmt: skip
    promise = dialogue.promise(by=tuan, on=DAY, text="Chi trả", unit=units["lao-dong"],
                               due_on=LATER)  # fmt: skip
    limit = Limitation.note(title="Chậm", source="kiem-tra", cause="khac", **common)
    limit.order_remedy(by=ha, on=DAY, text="Làm lại", unit=units["van-phong"], due_on=LATER)
    assert [row.unit for row in (*rows("DT1"), *rows("HC1"))] == [
        units["lao-dong"], units["van-phong"]
    ]  # fmt: skip
    dialogue.keep_promise(by=tuan, on=LATER, promise=promise, kept_on=LATER, result="Xong")
    limit.resolve(by=tuan, on=LATER, resolved_on=LATER, result="Xong")
    assert (rows("DT1"), rows("HC1")) == ([], [])
