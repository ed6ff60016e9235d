"""A plan of the office as it lies on the desks: drafted by the Office, carried out by the units."""

from datetime import date

import pytest

from portal.instruments import Instrument, Issuer
from portal.people import Unit
from portal.planning import Plan
from tests.cast import LONG_AGO

DRAFTED = date(2026, 5, 4)
SIGNED = date(2026, 5, 6)
SENT = date(2026, 5, 7)


@pytest.fixture
def bao_tro(units):
    """A second subordinate unit."""
    return Unit.objects.create(
        code="bao-tro",
        name="Trung tâm Bảo trợ xã hội",
        kind=Unit.Kind.SUBORDINATE,
        parent=units["so"],
        opened_on=LONG_AGO,
    )


@pytest.fixture
def province(db):
    return Issuer.objects.create(code="ubnd-tinh", name="Ủy ban nhân dân tỉnh Tân Giang")


@pytest.fixture
def directive(province):
    return Instrument.objects.create(
        kind="ke-hoach",
        number="141",
        symbol="KH-UBND",
        year=2026,
        month=4,
        day=22,
        title="Thực hiện quy chế dân chủ ở cơ sở năm 2026",
        issuer=province,
    )


@pytest.fixture
def draft(units, tuan, ha, bao_tro, hoa, khanh) -> Plan:
    """Two tasks: one of the Office, one of every subordinate unit."""
    plan = Plan.draw_up(
        by=tuan,
        on=DRAFTED,
        programme="dan-chu",
        title="Thực hiện dân chủ tại cơ quan, đơn vị năm 2026",
        unit=units["so"],
        coordinating_unit=units["van-phong"],
        year=2026,
        from_on=date(2026, 1, 1),
        to_on=date(2026, 12, 31),
        unit_plans_due=date(2026, 5, 15),
        unit_plans_words="hoàn thành trước ngày 16 tháng 5 năm 2026",
    )
    plan.add_task(
        by=tuan,
        on=DRAFTED,
        ref="II.1",
        text="Khảo sát thực tế một số đơn vị trực thuộc",
        raw_time="Quý III năm 2026",
        time_kind="window",
        start=date(2026, 7, 1),
        due=date(2026, 9, 30),
        lead_unit=units["van-phong"],
    )
    plan.add_task(
        by=tuan,
        on=DRAFTED,
        ref="II.2",
        text="Thành lập Ban Chỉ đạo hoặc Ban Vận động",
        raw_time="Chậm nhất trong quý II năm 2026",
        time_kind="deadline",
        due=date(2026, 6, 30),
        group="subordinate",
        product="Quyết định thành lập",
    )
    plan.address_to(
        by=tuan,
        on=DRAFTED,
        units=[units["dich-vu-viec-lam"], bao_tro, units["nguoi-co-cong"]],
        names=["Sở Nội vụ"],
        owing=[units["dich-vu-viec-lam"], bao_tro],
    )
    return plan


@pytest.fixture
def plan(draft, ha, mai) -> Plan:
    """The same, signed and sent out."""
    draft.issue(by=ha, on=SIGNED)
    draft.send_out(by=mai, on=SENT, number="12", symbol="KH-SLĐTBXH", dated_on=SIGNED)
    return draft


@pytest.fixture
def share(plan, units):
    """What the centre owes: its own steering committee by 30 June."""
    return plan.shares.get(unit=units["dich-vu-viec-lam"])
