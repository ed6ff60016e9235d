"""Reception, slips and own seals when a unit ends."""

from datetime import date, time

import pytest

from citizens.models import Batch, Visit
from citizens.models.reception import PlaceCharge, Reception, ReceptionPlace, ScheduleRule
from portal.people import Role, Unit
from portal.registers import Counter
from portal.reorganisation import Decision, merge
from tests.cast import person, place

ON = date(2026, 8, 3)


@pytest.fixture
def old(units) -> Unit:
    return units["tiep-cong-dan"]


@pytest.fixture
def new(units) -> Unit:
    return units["van-phong"]


@pytest.fixture
def merged(old, new, quantri):
    decision = Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)
    return lambda: merge([old], into=new, decision=decision)


@pytest.fixture
def room(db) -> ReceptionPlace:
    return ReceptionPlace.objects.create(
        name="Trụ sở tiếp", address="Số 12", phone="0299", opened_on=date(2020, 1, 1)
    )


def told(done, label) -> list[str]:
    return [line for group in done.moved if group["label"] == label for line in group["lines"]]


def test_the_place_is_in_other_hands_from_that_day(room, old, new, merged):
    PlaceCharge.objects.create(place=room, unit=old, since=date(2020, 1, 1))
    done = merged()
    room = ReceptionPlace.objects.get()
    assert (room.unit_on(date(2026, 8, 2)), room.unit_on(ON)) == (old, new)
    assert told(done, "Địa điểm tiếp công dân phụ trách") == ["Trụ sở tiếp"]


def test_a_rule_of_the_schedule_goes_on_in_the_new_unit(room, old, new, merged):
    ScheduleRule.objects.create(
        way="ngay", day_of_month=20, unit=old, place=room, starts_at=time(8), ends_at=time(11),
        valid_from=date(2026, 1, 1),
    )  # fmt: skip
    merged()
    before, after = ScheduleRule.objects.order_by("valid_from")
    assert (before.unit, before.valid_to) == (old, date(2026, 8, 2))
    assert (after.unit, after.valid_from, after.valid_to) == (new, ON, None)


def test_sessions_to_come_have_the_new_unit_and_its_head(room, old, new, binh, merged):
    head = place(person("hung", "Phan Văn Hùng", "man"), Role.HEAD, unit=new)
    facts = {"unit": old, "host_position": binh.positions.get(), "place": room}
    past = Reception.objects.create(code="BT-1", date=date(2026, 7, 20), **facts)
    coming = Reception.objects.create(code="BT-2", date=date(2026, 8, 20), **facts)
    merged()
    past.refresh_from_db()
    coming.refresh_from_db()
    assert past.unit == old
    assert (coming.unit, coming.host_position) == (new, head)


def test_a_visit_with_something_left_to_do_moves_and_a_sealed_one_silently(old, new, merged):
    day = date(2026, 7, 30)
    facts = {"unit": old, "received_on": day, "registered_on": day, "kind": "thuong_xuyen"}
    done = Visit.objects.create(code="TD-1", **facts)
    waits = Visit.objects.create(code="TD-2", due_key=date(2026, 8, 10), **facts)
    hidden = {"sealed": True, "petition_kind": "to_cao"}
    sealed = Visit.objects.create(code="TD-3", due_key=date(2026, 8, 10), **hidden, **facts)
    protocol = merged()
    moved = Visit.objects.filter(unit=new)
    assert set(moved) == {waits, sealed}
    assert done not in moved
    assert told(protocol, "Lượt tiếp còn việc phải làm") == ["TD-2"]


def test_a_slip_not_signed_for_waits_for_the_new_unit(old, new, mai, merged):
    batch = Batch.objects.create(code="BG-1", unit=old, by=mai, on=date(2026, 7, 30))
    merged()
    batch.refresh_from_db()
    assert batch.unit == new


def test_a_book_of_the_unit_is_closed_with_its_last_number(old, merged):
    Unit.objects.filter(pk=old.pk).update(symbol="TTDV")
    Counter.objects.create(book="KNTTDV", year=2026, last=12)
    assert told(merged(), "Sổ thụ lý của đơn vị") == ["KNTTDV, năm 2026: số cuối 12"]


def test_the_book_of_denunciations_is_no_units_however_its_symbol_ends(old, merged):
    Unit.objects.filter(pk=old.pk).update(symbol="TC")
    Counter.objects.create(book="NTC", year=2026, last=4)
    assert told(merged(), "Sổ thụ lý của đơn vị") == []


def test_a_case_under_the_old_seal_is_settled_by_the_heir(accepted, units, ha, quantri):
    case, old, new = accepted(), units["nguoi-co-cong"], units["dich-vu-viec-lam"]
    Unit.objects.filter(pk=new.pk).update(symbol="TTDV")
    head = place(person("hung", "Phan Văn Hùng", "man"), Role.HEAD, unit=new)
    type(case).objects.filter(pk=case.pk).update(settling_unit=old)
    decision = Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)
    merge([old], into=Unit.objects.get(pk=new.pk), decision=decision)
    case = type(case).objects.get(pk=case.pk)
    assert (case.settling_unit, case.settler) == (new, head)
