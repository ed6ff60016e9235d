"""Points at the bounds: shares, thresholds, counts up to a number, penalties, surveys."""

from decimal import Decimal

import pytest

from portal.scoring import Entry
from portal.scoring.methods import (
    Bands,
    CountTo,
    Nothing,
    Penalty,
    Ratio,
    Survey,
    Unscorable,
)

TWO, FIVE = Decimal(2), Decimal(5)
RATE80 = Ratio(zero_below=Decimal("0.8"))
CAP = Ratio(full_from=Decimal("0.3"))
STEPS = Bands(bands=((Decimal(0), Decimal(0)), (Decimal(95), None), (Decimal(98), FIVE)))
SURVEY = Survey(
    (("A", Decimal(1)), ("B", Decimal("0.6")), ("C", Decimal("0.2")), ("D", Decimal(0)))
)


def of(part, whole) -> Entry:
    return Entry(Decimal(part), Decimal(whole))


@pytest.mark.parametrize(
    ("part", "points"), [(7999, "0"), (8000, "1.6"), (8001, "1.6002"), (10000, "2")]
)
def test_below_eighty_per_cent_there_is_nothing(part, points):
    assert RATE80.points(of(part, 10000), top=TWO) == Decimal(points)


@pytest.mark.parametrize(("part", "points"), [(299, "1.9933"), (300, "2"), (301, "2"), (0, "0")])
def test_from_the_threshold_on_it_is_full_and_below_in_proportion(part, points):
    assert round(CAP.points(of(part, 1000), top=TWO), 4) == Decimal(points)


@pytest.mark.parametrize(
    ("part", "points"), [(949, "0"), (950, "4.75"), (979, "4.895"), (980, "5")]
)
def test_a_band_without_points_gives_the_share(part, points):
    assert STEPS.points(of(part, 1000), top=FIVE) == Decimal(points)


@pytest.mark.parametrize(("nothing", "points"), [("left_out", None), ("full", 2), ("zero", 0)])
def test_nothing_to_do_is_worth_what_the_line_says(nothing, points):
    assert Ratio(nothing=Nothing(nothing)).points(of(0, 0), top=TWO) == points


@pytest.mark.parametrize(("count", "points"), [(0, 0), (1, 1), (2, 2), (5, 2)])
def test_a_count_is_full_at_its_number(count, points):
    assert CountTo(full_at=TWO).points(Entry(Decimal(count)), top=TWO) == points


@pytest.mark.parametrize(("count", "points"), [(0, "1"), (1, "0.5"), (2, "0"), (3, "0")])
def test_a_penalty_stops_at_nothing(count, points):
    assert Penalty(each=Decimal("0.5")).points(Entry(Decimal(count)), top=Decimal(1)) == Decimal(
        points
    )


def test_a_survey_is_the_weighed_mean_of_what_was_answered():
    answers = Entry(counts=tuple(map(Decimal, (6, 2, 1, 1))))
    assert SURVEY.points(answers, top=Decimal(4)) == Decimal("2.96")


def test_a_survey_without_answers_is_not_counted():
    assert SURVEY.points(Entry(counts=(Decimal(0),) * 4), top=FIVE) is None


def test_a_survey_asks_for_every_option():
    with pytest.raises(Unscorable) as fault:
        SURVEY.points(Entry(counts=(Decimal(3), None, Decimal(1), Decimal(0))), top=FIVE)
    assert fault.value.field == "count_1"
