"""The 48 worked examples of the law's day counts, and the edges beside them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from portal.deadlines import DeadlineError, compute
from portal.management.commands.deadline import RULES
from portal.working_days import Calendar, delivered_calendar

CALENDAR = delivered_calendar()
day = date.fromisoformat


def options_of(words: str) -> dict:
    options: dict = {}
    for word in words.split():
        name, *values = word.split(":")
        if name == "pause":
            options.setdefault("pauses", []).append((day(values[0]), day(values[1])))
        elif name == "extend":
            options["extensions"] = int(values[0])
        else:
            options[name] = True
    return options


with (Path(__file__).parent / "worked_deadlines.csv").open(encoding="utf-8") as rows:
    EXAMPLES = list(csv.DictReader(rows))


def due(rule: str, start: str, calendar: Calendar = CALENDAR, **options) -> date | None:
    return compute(RULES[rule], start=day(start), calendar=calendar, **options).due


def failing(calendar: Calendar) -> set[str]:
    return {
        row["id"]
        for row in EXAMPLES
        if str(due(row["rule"], row["start"], calendar, **options_of(row["options"]))) != row["due"]
    }


@pytest.mark.parametrize("row", EXAMPLES, ids=[f"{row['id']}-{row['rule']}" for row in EXAMPLES])
def test_worked_example(row):
    deadline = compute(
        RULES[row["rule"]],
        start=day(row["start"]),
        calendar=CALENDAR,
        **options_of(row["options"]),
    )
    assert str(deadline.nominal or "") == row["nominal"]
    assert str(deadline.due) == row["due"]


def test_all_48_are_here():
    assert {row["id"] for row in EXAMPLES} == {f"E{number:02}" for number in range(1, 49)}


def without(*days: str, worked: frozenset[date] = CALENDAR.worked) -> Calendar:
    off = {key: why for key, why in CALENDAR.off.items() if str(key) not in days}
    return Calendar(off=off, worked=worked, years=CALENDAR.years)


@pytest.mark.parametrize(
    ("defect", "caught_by"),
    [
        (without(worked=frozenset()), {"E03", "E08", "E29", "E34", "E35", "E39", "E41", "E42"}),
        (without("2026-08-31"), {"E07", "E38", "E46"}),
        (without("2026-04-27"), {"E02"}),
        (without("2026-02-18"), {"E26", "E27"}),
        (without("2025-05-02"), {"E03", "E29", "E39"}),
        (without("2026-01-02"), {"E28", "E30"}),
    ],
    ids=["no Saturdays worked", "31/8", "27/4", "Tết", "2/5", "2/1"],
)
def test_a_calendar_with_a_planted_defect_fails_the_examples(defect, caught_by):
    assert caught_by <= failing(defect)


def test_the_true_calendar_fails_none():
    assert failing(CALENDAR) == set()


def test_thirty_days_from_a_leap_day():
    assert due("KN_GQ1", "2028-02-29") == date(2028, 3, 30)


def test_a_start_long_past_gives_a_deadline_and_no_error():
    assert due("KN_THU_LY", "2020-01-06") == date(2020, 1, 16)


def test_no_pause_of_a_complaint_before_the_reform():
    with pytest.raises(DeadlineError, match="chưa có quy định cho tạm đình chỉ"):
        due("KN_GQ1", "2026-06-15", pauses=[(day("2026-06-30"), day("2026-07-10"))])


def test_an_older_open_complaint_may_pause_after_the_reform():
    pauses = [(day("2026-07-01"), day("2026-07-08"))]
    assert due("KN_GQ1", "2026-06-15", pauses=pauses) == date(2026, 7, 22)


def test_a_pause_without_resume_has_no_due_date_and_says_so():
    deadline = compute(
        RULES["KN_GQ1"], start=day("2026-08-03"), calendar=CALENDAR,
        pauses=[(day("2026-08-24"), None)],
    )  # fmt: skip
    assert (deadline.nominal, deadline.due, deadline.skipped) == (None, None, ())
    assert "Đang tạm đình chỉ, chưa tính hạn" in deadline.explanation


def test_two_pauses_add_up_in_whatever_order_they_come():
    first, second = ("2026-08-10", "2026-08-20"), ("2026-09-07", "2026-09-14")
    pauses = [tuple(map(day, pair)) for pair in (second, first)]
    assert due("KN_GQ1", "2026-08-03", pauses=pauses) == date(2026, 9, 21)  # 02/9 + 10 + 7 = 19/9


def test_a_pause_may_begin_on_the_day_on_which_the_one_before_ended():
    pauses = [(day("2026-08-10"), day("2026-08-20")), (day("2026-08-20"), day("2026-08-27"))]
    assert due("KN_GQ1", "2026-08-03", pauses=pauses) == date(2026, 9, 21)


def test_a_second_pause_may_begin_after_the_first_last_day_that_the_first_pushed_on():
    pauses = [(day("2026-08-24"), day("2026-09-14")), (day("2026-09-18"), day("2026-09-28"))]
    assert due("KN_GQ1", "2026-08-03", pauses=pauses) == date(2026, 10, 5)  # 23/9 + 10 = 03/10


def test_a_pause_may_begin_on_the_working_day_to_which_the_end_rolled():
    pauses = [(day("2026-07-06"), day("2026-07-13"))]  # nominal Sunday 05/7, rolled to 06/7
    assert due("KN_GQ1", "2026-06-05", pauses=pauses) == date(2026, 7, 13)


def test_the_complex_flag_can_be_taken_back():
    assert due("KN_GQ1", "2026-03-02", complex=True) == date(2026, 4, 16)
    assert due("KN_GQ1", "2026-03-02", complex=False) == date(2026, 4, 1)


def test_the_day_of_culture_moves_a_count_once_it_is_law():
    with_culture = Calendar(
        off={**CALENDAR.off, date(2026, 11, 24): "Ngày Văn hóa Việt Nam"},
        worked=CALENDAR.worked,
        years=CALENDAR.years,
    )
    assert due("TCD_KQ", "2026-11-16") == date(2026, 11, 30)
    assert due("TCD_KQ", "2026-11-16", with_culture) == date(2026, 12, 1)


def test_an_extension_adds_to_the_last_day_that_was_not_rolled():
    assert due("TC_GQ", "2025-12-02") == date(2026, 1, 5)
    assert due("TC_GQ", "2025-12-02", extensions=1) == date(2026, 2, 2)


def test_the_law_of_the_day_on_which_it_began_decides():
    assert due("KN_THU_LY", "2026-06-30") == date(2026, 7, 10)
    assert due("KN_THU_LY", "2026-07-01") == date(2026, 7, 10)
    assert due("TC_GQ", "2018-12-31") == date(2019, 3, 1)
    assert due("TC_GQ", "2019-01-01") == date(2019, 1, 31)
    assert due("TC_GQ", "2018-11-05", complex=True) == date(2019, 2, 4)


def test_the_conference_is_due_by_the_end_of_march_whenever_the_year_began():
    for start in ("2025-01-02", "2025-12-31"):
        assert due("T3", start) == date(2026, 3, 31)
    assert due("T3", "2023-12-31") == date(2024, 4, 1)  # 31/3/2024 is a Sunday


def test_months_roll_like_days():
    assert due("DON_LUU", "2025-03-15") == date(2026, 3, 16)
    assert due("T8", "2024-08-15") == date(2026, 8, 17)
    assert due("T7", "2026-08-17") == date(2026, 9, 3)


def test_an_intake_beside_the_decree_shows_the_ten_working_days():
    deadline = compute(RULES["KN_THU_LY"], start=day("2026-06-05"), calendar=CALENDAR)
    assert deadline.other.due == date(2026, 6, 19)
    assert compute(RULES["KN_THU_LY"], start=day("2026-07-06"), calendar=CALENDAR).other is None
    assert compute(RULES["KN_THU_LY"], start=day("2020-12-09"), calendar=CALENDAR).other is None
