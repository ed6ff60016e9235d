"""Tags that put days, numbers and people's numbers into words."""

from datetime import UTC, date, datetime

import pytest
from django.urls import path

from portal.deadlines import standing
from portal.templatetags import portal as tags
from portal.working_days import Calendar


def test_days_are_written_as_the_law_writes_them():
    assert tags.day(date(2026, 8, 3)) == "03/8/2026"
    assert tags.day(date(2026, 2, 15)) == "15/02/2026"
    assert tags.vi_date_long(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert tags.weekday_day(date(2026, 7, 15)) == "thứ Tư, 15/7/2026"


def test_instants_are_told_on_the_clock_of_the_office():
    late_evening = datetime(2026, 8, 2, 17, 5, tzinfo=UTC)
    assert tags.hour(late_evening) == "0 giờ 05"
    assert tags.moment(late_evening) == "0 giờ 05, 03/8/2026"
    assert tags.iso(late_evening) == "2026-08-03"


def test_nothing_is_written_for_no_day():
    empty = [tags.day, tags.vi_date_long, tags.weekday_day, tags.moment, tags.iso]
    assert [tag(None) for tag in empty] == [""] * len(empty)


def test_numbers_have_dots_for_thousands_and_a_comma():
    assert tags.number(1234.5) == "1.234,5"
    assert tags.number(0) == "0"
    assert tags.number(None) == ""


@pytest.mark.parametrize(
    ("count", "words"),
    [(None, "0 byte"), (512, "512 byte"), (188_416, "184 kB"), (1_258_291, "1,2 MB")],
)
def test_sizes_are_round(count, words):
    assert tags.size(count) == words


def test_numbers_of_people_keep_only_their_ends():
    assert tags.mask_id("038100001142") == "0381••••••42"
    assert tags.mask_phone("0912345678") == "091•••••78"
    assert tags.mask_id("1234") == "••••"
    assert tags.mask_id(None) == ""


def test_a_standing_says_itself_in_words_with_its_date():
    late = standing(date(2026, 9, 16), as_of=date(2026, 9, 18), calendar=Calendar())
    shown = tags.due(late)
    assert 'class="due late"' in shown
    assert "Quá hạn 2 ngày làm việc" in shown
    assert '<time class="sub num" datetime="2026-09-16">16/9/2026</time>' in shown


def test_a_closed_standing_says_its_date_once():
    closed = standing(None, as_of=date(2026, 9, 18), calendar=Calendar(), done_on=date(2026, 9, 11))
    assert tags.due(closed).count("11/9/2026") == 1


class Somewhere:
    urlpatterns = [path("vu-viec/", lambda request: None, name="case-list")]


def test_a_page_that_does_not_exist_has_no_address(settings):
    settings.ROOT_URLCONF = Somewhere
    assert tags.address("case-list") == "/vu-viec/"
    assert tags.address("never-built") == ""
