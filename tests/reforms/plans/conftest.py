"""A reform plan of 2026: a task with a product, one of every centre, one all the time."""

from datetime import date

import pytest

from portal.planning import Plan

DRAFTED, SENT = date(2026, 1, 5), date(2026, 1, 12)


@pytest.fixture
def draft(units, tuan, ha, hoa, mai, minh) -> Plan:
    plan = Plan.draw_up(
        by=tuan, on=DRAFTED, programme="cai-cach", title="Cải cách hành chính năm 2026",
        unit=units["so"], coordinating_unit=units["van-phong"], year=2026,
        from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    add(plan, tuan, "Rà soát văn bản", "the-che", due=date(2026, 3, 31), product="Báo cáo rà soát",
        lead_unit=units["nguoi-co-cong"], partners=[units["van-phong"]], ref="I.1")  # fmt: skip
    add(plan, tuan, "Ký số mọi văn bản", "so-hoa", due=date(2026, 6, 30), group="subordinate")
    add(plan, tuan, "Trực một cửa", "thu-tuc", time_kind="continuous", lead_unit=units["van-phong"])
    return plan


def add(plan, by, text, area, **facts):
    facts.setdefault("time_kind", "deadline")
    return plan.add_task(by=by, on=DRAFTED, text=text, answers={"area": area}, **facts)


@pytest.fixture
def plan(draft, ha, mai) -> Plan:
    draft.issue(by=ha, on=SENT)
    draft.send_out(by=mai, on=SENT, number="5", symbol="KH-SLĐTBXH", dated_on=SENT)
    return draft


def finish(share, by, finished_on, *, confirmed_by):
    share.finish(by=by, on=finished_on, result="Xong", product="BC 9", finished_on=finished_on)
    share.confirm(by=confirmed_by, on=finished_on)
