"""Who has heard of a document: so many of so many, by place and of all."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from democracy.models import Briefing
from democracy.reporting.coverage import coverage_of
from portal.workflow import Refused
from tests.democracy.emulation.conftest import CENTRE, DAY, LATER

pytestmark = pytest.mark.django_db


def told(one, by, *, attending, headcount, **where):
    one.note_session(
        by=by, on=LATER, held_on=LATER, form="hop", attending=attending, headcount=headcount,
        **where,
    )  # fmt: skip


def coverage(one):
    return coverage_of(one, one.sessions.select_related("unit", "body"))


def test_sessions_of_a_place_are_added_up_and_held_against_who_is_there(briefing, khanh, units):
    told(briefing, khanh, attending=12, headcount=20, unit=units[CENTRE])
    told(briefing, khanh, attending=6, headcount=20, unit=units[CENTRE])
    row = next(each for each in coverage(briefing).places if each.place == units[CENTRE])
    assert (row.heard, row.of, row.percent, row.sessions) == (18, 20, 90, 2)


def test_a_place_that_told_nothing_has_no_denominator(briefing, khanh, units):
    told(briefing, khanh, attending=10, headcount=20, unit=units[CENTRE])
    whole = coverage(briefing)
    assert (whole.heard, whole.of, whole.percent, whole.told) == (10, 20, 50, 1)
    assert len(whole.places) == 3


def test_before_the_first_session_there_is_no_percentage(briefing):
    assert coverage(briefing).percent is None


def test_a_meeting_before_the_round_was_opened_counts_but_none_before_the_paper(
    briefing, khanh, units
):
    facts = {"form": "hop", "attending": 5, "headcount": 20, "unit": units[CENTRE]}
    before = briefing.opened_on - timedelta(days=4)
    briefing.note_session(by=khanh, on=LATER, held_on=before, **facts)
    with pytest.raises(Refused, match="ban hành ngày") as refusal:
        briefing.note_session(by=khanh, on=LATER, held_on=date(2022, 11, 9), **facts)
    assert refusal.value.field == "held_on"


def test_nobody_is_counted_twice(briefing, khanh, units):
    told(briefing, khanh, attending=15, headcount=20, unit=units[CENTRE])
    with pytest.raises(Refused, match="quá số người hiện có"):
        told(briefing, khanh, attending=6, headcount=20, unit=units[CENTRE])


def test_more_than_there_are_is_refused_by_the_table_itself(briefing, khanh, units):
    with pytest.raises(IntegrityError):
        briefing.sessions.create(unit=units[CENTRE], held_on=DAY, form="hop", attending=3,
                                 headcount=2, by=khanh)  # fmt: skip


def test_a_cell_tells_for_itself(briefing, secretary, cell, units):
    told(briefing, secretary, attending=9, headcount=9, body=cell)
    assert next(row for row in coverage(briefing).places if row.place == cell).percent == 100
    with pytest.raises(Refused, match="đơn vị, chi bộ mình"):
        told(briefing, secretary, attending=1, headcount=1, unit=units[CENTRE])


def test_who_is_not_named_tells_nothing(briefing, minh, tuan, units):
    with pytest.raises(Refused):
        told(briefing, minh, attending=1, headcount=1, unit=units["nguoi-co-cong"])
    with pytest.raises(Refused, match="không có tên trong đợt"):
        told(briefing, tuan, attending=1, headcount=1, unit=units["nguoi-co-cong"])


def test_what_was_struck_stays_and_does_not_count(briefing, khanh, hoa, units):
    told(briefing, khanh, attending=15, headcount=20, unit=units[CENTRE])
    session = briefing.sessions.get()
    with pytest.raises(Refused, match="Chỉ người đã ghi"):
        briefing.strike_session(by=hoa, on=LATER, session=session, reason="Nhầm")
    briefing.strike_session(by=khanh, on=LATER, session=session, reason="Nhầm ngày")
    assert briefing.sessions.get().struck_because == "Nhầm ngày"
    assert coverage(briefing).told == 0


def test_there_is_nothing_to_strike_before_the_first_session(briefing, khanh):
    assert "chưa có buổi nào" in briefing.workflow["strike_session"].missing(briefing)


def test_a_place_that_was_told_is_not_taken_out(briefing, khanh, tuan, units, cell):
    told(briefing, khanh, attending=15, headcount=20, unit=units[CENTRE])
    with pytest.raises(Refused, match="đã có buổi quán triệt"):
        briefing.edit(by=tuan, on=LATER, units=[units["lao-dong"]], bodies=[cell], due_on=LATER)


def test_the_administrator_sees_none(briefing, quantri, minh):
    seen = [briefing in Briefing.objects.visible_to(user, on=DAY) for user in (quantri, minh)]
    assert seen == [False, True]
