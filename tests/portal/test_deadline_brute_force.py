"""The engine against the slow law: thousands of random cases, date by date."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.deadlines import DeadlineError, compute
from portal.management.commands.deadline import RULES
from portal.working_days import Calendar, delivered_calendar
from tests.portal import slow_law as law

CALENDAR = delivered_calendar()
CODES = sorted({*law.FORWARD, *law.BACKWARD, *law.TWO_REGIMES})
STARTS = st.dates(date(2024, 6, 1), date(2027, 3, 31))


def due(code: str, start: date, calendar: Calendar = CALENDAR, **options) -> date | None:
    """The engine's answer, None for a refusal."""
    try:
        return compute(RULES[code], start=start, calendar=calendar, **options).due
    except DeadlineError:
        return None


def random_vector(chance: random.Random) -> tuple[str, date, dict]:
    code = chance.choice(CODES)
    start = date(2024, 6, 1) + timedelta(chance.randrange(1000))
    options: dict = {"complex": chance.random() < 0.2, "remote": chance.random() < 0.2}
    if code == "TC_GQ":
        options["extensions"] = chance.randrange(3)
    length = law.length_of(code, start, complex=options["complex"], remote=options["remote"])
    if length and code in law.PAUSABLE and chance.random() < 0.5:
        options["pauses"] = random_pauses(chance, max(start, date(2026, 7, 1)), start, length[0])
    return code, start, options


def random_pauses(chance: random.Random, earliest: date, start: date, length: int) -> list:
    """One or two pauses, each beginning well inside what is left."""
    last = start + timedelta(length)
    if earliest >= last:
        return []
    begin = earliest + timedelta(chance.randrange((last - earliest).days))
    end = begin + timedelta(chance.randrange(60))
    last += end - begin
    pauses = [(begin, end)]
    if chance.random() < 0.4 and end < last:
        again = end + timedelta(chance.randrange((last - end).days))
        pauses.append((again, again + timedelta(chance.randrange(30))))
    return pauses


VECTORS = [random_vector(random.Random(seed)) for seed in range(2000)]


def disagreements(calendar: Calendar) -> list:
    return [
        (code, str(start), options)
        for code, start, options in VECTORS
        if due(code, start, calendar, **options) != law.last_day(code, start, **options)
    ]


def test_two_thousand_random_deadlines_agree():
    assert disagreements(CALENDAR) == []


def test_the_vectors_reach_every_rule_refusals_and_pauses():
    assert {code for code, _, _ in VECTORS} == set(CODES)
    refused = [vector for vector in VECTORS if due(vector[0], vector[1], **vector[2]) is None]
    assert 200 < len(refused) < 1200
    assert sum(len(options.get("pauses", ())) > 1 for _, _, options in VECTORS) > 3


def test_a_calendar_without_the_saturdays_worked_is_caught():
    defect = Calendar(off=CALENDAR.off, years=CALENDAR.years)
    assert len(disagreements(defect)) > 10


@given(code=st.sampled_from(CODES), start=STARTS, complex=st.booleans(), remote=st.booleans())
def test_any_deadline_agrees_with_walking(code, start, complex, remote):
    options = {"complex": complex, "remote": remote}
    assert due(code, start, **options) == law.last_day(code, start, **options)


@given(code=st.sampled_from(CODES), start=STARTS)
def test_a_last_day_is_always_worked_and_on_its_side_of_the_event(code, start):
    last = due(code, start)
    if last is not None:
        assert CALENDAR.is_working(last)
        assert last < start if code in law.BACKWARD else last > start


@given(start=STARTS, begin=st.integers(1, 29), length=st.integers(0, 90))
def test_a_pause_moves_the_nominal_day_by_its_length(start, begin, length):
    first = start + timedelta(begin)
    pauses = [(first, first + timedelta(length))]
    paused = compute(RULES["TC_GQ"], start=start, calendar=CALENDAR, pauses=pauses)
    assert paused.nominal == start + timedelta(30 + length)


def test_every_rule_is_either_typed_twice_or_counted_in_months():
    office_own = {"PAKN_TRA_LOI"}
    assert set(RULES) - office_own == {*CODES, *law.BY_MONTHS}


@pytest.mark.parametrize("code", sorted(law.BY_MONTHS))
def test_months_are_counted_in_months(code):
    assert compute(RULES[code], start=date(2026, 1, 15), calendar=CALENDAR).unit == "month"
