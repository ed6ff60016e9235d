"""/dieu-hanh/: what was late when earlier periods ended; days announced beside days kept."""

import re
from datetime import date

import pytest
from django.utils import timezone

from citizens import statistics
from citizens.models import Case, MonthEnd, Reception
from citizens.models.month_end import keep_month_ends
from citizens.summary import summary
from portal.periods import Month, period_of
from portal.statistics import figures
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.citizens.reception import a_session


def test_what_was_late_then_stands_beside_what_is_late_today(late_in_july, ha):
    keep_month_ends(date(2026, 9, 1))
    told = summary(period_of("2026-t8"), as_of=date(2026, 8, 20))
    assert (told.ends[date(2026, 7, 31)].late, told.open.late) == (2, 1)
    today = timezone.localdate()
    keep_month_ends(today)
    body = main_of(ha, f"?ky={Month.containing(today).code}")
    assert re.search(r"Vụ việc quá hạn.{0,400}?cuối kỳ trước", body, re.DOTALL)


def test_under_a_period_that_is_over_what_is_open_is_of_today_and_compared_with_nothing(
    late_in_july, ha
):
    keep_month_ends(timezone.localdate())
    body = main_of(ha, "?ky=2026-t8")
    assert re.search(r"Vụ việc đang mở.{0,400}?số hiện nay", body, re.DOTALL)
    assert "cuối kỳ trước" not in body


def test_an_empty_portal_says_where_to_begin_and_one_with_a_letter_does_not(ha, lan, feedback):
    assert "Cổng chưa có đơn, vụ việc, lượt tiếp nào" in main_of(ha, "")
    feedback(timezone.localdate())
    assert "Cổng chưa có" not in main_of(ha, "")


def test_nobody_is_reproached_with_months_of_which_nothing_was_written_down(ha):
    body = main_of(ha, "?ky=2026-q2")
    assert "Kỳ này chưa ghi buổi tiếp nào." in body
    assert "Thủ trưởng chưa trực tiếp tiếp" not in body


def test_a_month_end_equals_a_count_of_that_day(late_in_july):
    keep_month_ends(date(2026, 9, 1))
    for kept in MonthEnd.objects.all():
        late = [case for case in Case.objects.all() if was_late(case, kept.on)]
        unsettled = [case for case in late if not (case.decided_on and case.decided_on <= kept.on)]
        assert (kept.cases, kept.unsettled) == (len(late), len(unsettled)), kept.on


def test_the_second_rate_of_a_period_that_is_over_takes_what_was_late_then(late_in_july):
    assert summary(period_of("2026-t7"), as_of=date(2026, 9, 1)).rate_with_late is None
    keep_month_ends(date(2026, 9, 1))
    told = summary(period_of("2026-t7"), as_of=date(2026, 9, 1))
    assert (told.now.on_time, told.ends[date(2026, 7, 31)].late_unsettled) == (1, 2)
    assert told.rate_with_late == 33.3


@pytest.fixture
def late_in_july(feedback, ha, mai):
    """One answered in time, one late in August, one never."""
    for received_on, answered_on in (
        (date(2026, 7, 6), date(2026, 7, 16)),
        (date(2026, 7, 6), date(2026, 8, 11)),
        (date(2026, 7, 7), None),
    ):
        case = feedback(received_on)
        if answered_on:
            case.answer(by=ha, on=answered_on, conclusion="Sẽ lắp mái che.")
            number(case, mai, "vb_tra_loi", answered_on, "31/SLĐTBXH")


def was_late(case, day):
    return any(
        clock.started_on <= day
        and clock.due < day
        and (clock.stopped_on is None or clock.stopped_on > day)
        for clock in case.clocks.all()
    )


def main_of(user, query):
    body = client_of(user).get(f"/dieu-hanh/{query}").content.decode()
    return body[body.index("<main") :]


def test_days_announced_and_days_kept_are_two_figures_with_two_names(lan, ha, dung):
    a_session(lan, ha).hold(by=lan, on=date(2026, 8, 20))
    Reception.objects.update(announced=True)
    called_off = a_session(lan, ha, date=date(2026, 9, 17))
    Reception.objects.filter(pk=called_off.pk).update(announced=True, stage="da-huy")
    days = summary(period_of("2026-q3"), as_of=date(2026, 10, 1)).reception
    assert (len(days.own), len(days.own_announced)) == (1, 2)
    quarter = period_of("2026-q3")
    assert statistics.OWN_DAYS_ANNOUNCED.value(quarter) == 2
    body = main_of(ha, "?ky=2026-q3")
    assert "Ngày Thủ trưởng đã tiếp" in body
    assert "đã công bố 2 ngày" in body
    assert "Ngày Thủ trưởng tiếp, đã công bố" in body


def test_no_two_figures_have_one_label():
    labels = [figure.label for figure in figures()]
    assert len(labels) == len(set(labels))
