"""A movement from its draft to its end: rounds, who takes part, what came of it."""

from datetime import date

import pytest

from democracy.models import Movement
from portal.workflow import Refused
from tests.democracy.emulation.conftest import CENTRE, DAY, LATER, drawn_up

pytestmark = pytest.mark.django_db
TITLE = "Hoàn thành chỉ tiêu phong trào"


def enrolled(one, by, unit, **other):
    one.enrol(by=by, on=LATER, unit=unit, title=TITLE, goal="Không quá hạn", **other)
    return one.enrolments.latest("pk")


def test_a_draft_is_known_to_its_unit_and_leaders(tuan, minh, ha, mai, units):
    one = drawn_up(tuan, units["van-phong"])
    seen = [one in Movement.objects.visible_to(user, on=DAY) for user in (minh, mai, ha)]
    assert seen == [False, True, True]
    one.launch(by=ha, on=DAY)
    assert one in Movement.objects.visible_to(minh, on=DAY)


def test_a_leader_launches(tuan, units):
    with pytest.raises(Refused, match="lãnh đạo cơ quan"):
        drawn_up(tuan, units["van-phong"]).launch(by=tuan, on=DAY)


def test_a_round_lies_inside_the_movement(movement, tuan):
    movement.add_round(by=tuan, on=DAY, name="Đợt 1", from_on=DAY, to_on=LATER)
    with pytest.raises(Refused, match="nằm trong thời gian"):
        movement.add_round(by=tuan, on=DAY, name="Đợt 2", from_on=LATER, to_on=date(2027, 1, 5))


def test_a_unit_enrols_once_for_a_title_and_for_itself(movement, khanh, units):
    enrolled(movement, khanh, units[CENTRE])
    with pytest.raises(Refused, match="đã đăng ký"):
        enrolled(movement, khanh, units[CENTRE])
    with pytest.raises(Refused, match="đơn vị mình"):
        enrolled(movement, khanh, units["lao-dong"])


def test_a_movement_of_persons_takes_no_unit(tuan, ha, khanh, units):
    one = drawn_up(tuan, units["van-phong"], subjects="ca-nhan")
    one.launch(by=ha, on=DAY)
    with pytest.raises(Refused, match="ghi họ tên"):
        enrolled(one, khanh, units[CENTRE])


def test_who_withdrew_may_enrol_again(movement, khanh, units):
    row = enrolled(movement, khanh, units[CENTRE])
    movement.withdraw(by=khanh, on=LATER, enrolment=row, reason="Ghi nhầm")
    enrolled(movement, khanh, units[CENTRE])
    assert movement.enrolments.standing().count() == 1


def test_a_result_is_told_by_its_own_unit(movement, khanh, minh, units):
    row = enrolled(movement, khanh, units[CENTRE])
    with pytest.raises(Refused, match="đơn vị khác"):
        movement.note_result(by=minh, on=LATER, enrolment=row, result="Tốt", reached=True)
    movement.note_result(by=khanh, on=LATER, enrolment=row, result="120 việc, 0 quá hạn",
                         reached=True)  # fmt: skip
    row.refresh_from_db()
    assert (row.reached, row.result_on) == (True, LATER)


def test_of_those_who_took_part_a_share_may_be_commended(movement, tuan, units):
    """Half of three is one; half of one is none."""
    for code in (CENTRE, "lao-dong", "van-phong"):
        enrolled(movement, tuan, units[code])
    enrolled(movement, tuan, units[CENTRE], person_name="Lý Quốc Khánh")
    assert movement.most_awarded(persons=False) == 1
    assert movement.most_awarded(persons=True) == 0


def test_one_at_the_same_time_for_the_same_people_is_seen(movement, tuan, units):
    other = drawn_up(tuan, units["van-phong"], title="Cơ quan văn hóa", subjects="ca-nhan")
    later = drawn_up(tuan, units["van-phong"], from_on=date(2027, 1, 1), to_on=date(2027, 6, 1))
    assert list(Movement.objects.at_the_same_time_as(movement)) == [other]
    assert list(Movement.objects.at_the_same_time_as(later)) == []


def test_it_ends_with_a_summary(movement, ha):
    movement.sum_up(by=ha, on=LATER, summary="Ba đơn vị đạt")
    assert (movement.stage, movement.ended_on) == ("ended", LATER)
