"""How near a deadline is, in the words of the glossary."""

from datetime import date

import pytest

from portal.deadlines import standing
from portal.working_days import delivered_calendar

CALENDAR = delivered_calendar()
DUE = date(2026, 7, 15)  # a Wednesday


def stands(as_of: date, due: date | None = DUE, **facts):
    return standing(due, as_of=as_of, calendar=CALENDAR, **facts)


@pytest.mark.parametrize(
    ("as_of", "kind", "words"),
    [
        (date(2026, 7, 8), "ok", "Còn 5 ngày làm việc (đến hết thứ Tư, 15/7/2026)"),
        (date(2026, 7, 10), "soon", "Còn 3 ngày làm việc (đến hết thứ Tư, 15/7/2026)"),
        (date(2026, 7, 11), "soon", "Còn 3 ngày làm việc (đến hết thứ Tư, 15/7/2026)"),
        (date(2026, 7, 15), "soon", "Hạn hôm nay"),
        (date(2026, 7, 16), "late", "Quá hạn 1 ngày làm việc"),
        (date(2026, 7, 17), "late", "Quá hạn 2 ngày làm việc"),
        (date(2026, 7, 19), "late", "Quá hạn 2 ngày làm việc"),
    ],
)
def test_the_days_left_and_lost_are_working_days(as_of, kind, words):
    assert (stands(as_of).kind, stands(as_of).words) == (kind, words)


def test_a_list_has_shorter_words_because_the_date_stands_underneath():
    assert stands(date(2026, 7, 8)).short == "Còn 5 ngày làm việc"
    assert stands(date(2026, 7, 8)).date == DUE


def test_the_weekend_after_a_friday_is_late_already():
    saturday = stands(date(2026, 7, 18), due=date(2026, 7, 17))
    assert (saturday.kind, saturday.words) == ("late", "Quá hạn từ hết thứ Sáu")


def test_holidays_are_not_days_left():
    assert stands(date(2026, 8, 28), due=date(2026, 9, 3)).words.startswith("Còn 1 ngày làm việc")


def test_a_pause_has_no_deadline():
    paused = stands(DUE, due=None, paused_from=date(2026, 9, 7))
    assert paused.kind == "pause"
    assert paused.words == "Đang tạm đình chỉ, chưa tính hạn"
    assert paused.short == "Tạm đình chỉ từ 07/9/2026"


def test_what_is_done_says_when():
    done = stands(date(2026, 11, 20), done_on=date(2026, 9, 11))
    assert (done.kind, done.words) == ("done", "Đã giải quyết 11/9/2026")


def test_where_nothing_runs_nothing_is_claimed():
    assert stands(DUE, due=None).words == "Không có thời hạn đang chạy"


def test_each_kind_has_a_shape_of_its_own():
    icons = [
        stands(date(2026, 7, 1)).icon,
        stands(DUE).icon,
        stands(date(2026, 8, 1)).icon,
        stands(DUE, due=None, paused_from=DUE).icon,
        stands(DUE, done_on=DUE).icon,
    ]
    assert icons == ["clock", "soon", "late", "pause", "done"]
