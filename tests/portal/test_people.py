"""Rights come from positions, and positions have dates."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from portal.people import Position, Role, StandIn, Unit, User, merge, rename, split, successors_of
from tests.cast import person, place

DAY = date(2026, 8, 3)


def away(absent: User, stand_in: User, *, days: int = 4) -> StandIn:
    return StandIn.objects.create(
        absent=absent.positions.first(),
        stand_in=stand_in.positions.first(),
        from_on=DAY,
        to_on=DAY + timedelta(days=days),
        decision_number="12/QĐ-SLĐTBXH",
        decided_on=DAY,
    )


def test_one_person_holds_several_positions(ha):
    assert [position.printed_title for position in ha.positions_on(DAY)] == [
        "Giám đốc",
        "Bí thư Đảng ủy",
    ]
    assert ha.holds("director", as_of=DAY)
    assert ha.holds("party_committee", as_of=DAY)


def test_a_right_ends_with_the_position(lan):
    lan.positions.update(closed_on=DAY)
    lan.forget_positions()
    assert lan.holds("petition_officer", as_of=DAY - timedelta(days=1))
    assert not lan.holds("petition_officer", as_of=DAY)


def test_positions_are_read_once_for_a_day(ha, django_assert_num_queries):
    with django_assert_num_queries(1):
        ha.positions_on(DAY)
        ha.holds("head", as_of=DAY)


def test_a_deputy_in_charge_of_a_field_has_the_fields_below_it(dung, fields):
    (position,) = dung.positions_on(DAY)
    assert position.in_charge_of(fields["nguoi-co-cong"])
    assert position.in_charge_of(fields["ncc-liet-si"].pk)
    assert not position.in_charge_of(fields["lao-dong-viec-lam"])
    assert Position.objects.holding("deputy_director", as_of=DAY, field=fields["ncc-liet-si"]).get()


def test_who_stands_in_holds_the_position_marked_as_such(ha, dung):
    away(ha, dung)
    own, held = dung.positions_on(DAY)
    assert (own.role, own.standing_in) == ("deputy_director", False)
    assert (held.role, held.standing_in) == ("director", True)
    assert not ha.positions_on(DAY)[0].standing_in


def test_standing_in_ends_on_its_day(ha, dung):
    away(ha, dung)
    assert len(dung.positions_on(DAY + timedelta(days=4))) == 2
    assert len(dung.positions_on(DAY + timedelta(days=5))) == 1


def test_nobody_stands_in_for_themselves(ha):
    with pytest.raises(IntegrityError, match="stand_in_is_somebody_else"), transaction.atomic():
        away(ha, ha)


def test_a_unit_has_one_head_at_a_time(binh, units):
    second = person("hai", "Ngô Văn Hai", "man")
    with pytest.raises(IntegrityError, match="one_head_at_a_time"), transaction.atomic():
        place(second, Role.HEAD, unit=units["tiep-cong-dan"])
    binh.positions.update(closed_on=DAY)
    assert place(second, Role.HEAD, unit=units["tiep-cong-dan"], opened_on=DAY)


def test_a_position_is_in_a_unit_or_in_a_body(lan, units, party_committee):
    with pytest.raises(IntegrityError, match="in_a_unit_or_a_body"), transaction.atomic():
        place(lan, Role.OFFICER, unit=units["so"], body=party_committee)
    with pytest.raises(IntegrityError, match="in_a_unit_or_a_body"), transaction.atomic():
        place(lan, Role.OFFICER)


def test_staff_move_with_a_merged_unit_and_its_head_waits_for_an_appointment(lan, binh, units):
    old, new = units["tiep-cong-dan"], units["van-phong"]
    merge([old], into=new, on=DAY, decision="05/QĐ-UBND")
    assert [position.unit for position in User.objects.get(pk=lan.pk).positions_on(DAY)] == [new]
    assert User.objects.get(pk=binh.pk).positions_on(DAY) == []
    assert successors_of(old, as_of=DAY) == [new]
    assert old not in Unit.objects.open(as_of=DAY)


def test_a_split_unit_has_several_successors(units):
    old, parts = units["nguoi-co-cong"], [units["lao-dong"], units["van-phong"]]
    split(old, into=parts, on=DAY, decision="06/QĐ-UBND")
    assert successors_of(old, as_of=DAY - timedelta(days=1)) == [old]
    assert set(successors_of(old, as_of=DAY)) == set(parts)


def test_a_renamed_unit_is_the_same_unit_and_its_old_name_still_finds_it(lan, units):
    unit = rename(units["tiep-cong-dan"], name="Ban Tiếp công dân", on=DAY, decision="07/QĐ-SLĐ")
    assert Unit.objects.get(aliases__contains=["Phòng Tiếp công dân"]) == unit
    assert successors_of(unit, as_of=DAY) == [unit]
    assert lan.unit == unit


def test_people_stand_in_vietnamese_order(lan, binh, ha, dung, minh, mai):
    assert [user.username for user in User.objects.all()] == [
        "binh", "dung", "ha", "lan", "mai", "minh"
    ]  # fmt: skip


def test_people_are_addressed_as_sir_or_madam(binh, ha):
    assert binh.addressed == "Ông Trần Văn Bình"
    assert ha.addressed == "Bà Phạm Thị Hà"
