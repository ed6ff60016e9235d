"""II.06a: the database itself refuses rows whose parts do not add up."""

import pytest
from django.db import IntegrityError

from reforms.models.dossiers.count import beyond, difference
from tests.reforms.dossiers.conftest import OCTOBER, PARTS, SEPTEMBER

pytestmark = pytest.mark.django_db


def test_parts_that_add_up_are_kept(count_of):
    assert count_of().pk


@pytest.mark.parametrize("part", PARTS)
def test_one_dossier_more_in_any_part_is_refused(count_of, part):
    with pytest.raises(IntegrityError, match="dossiers_received_are_settled_or_open"):
        count_of(**{part: PARTS[part] + 1})


def test_the_difference_is_told():
    assert difference(PARTS | {"online": 33}) == (
        "Nhận giải quyết (4+5+6) là 53, đã và đang giải quyết (7+11) là 50: lệch 3."
    )
    assert difference(PARTS) == ""


@pytest.mark.parametrize(
    "facts",
    [
        {"post_in": 16},
        {"fee_due": 3, "paid_online": 4},
        {"supplements": 0, "supplements_twice": 1},
        {"in_time_after_two": PARTS["done_early"] + PARTS["done_on_time"] + 1},
    ],
)
def test_a_part_is_never_more_than_its_whole(count_of, facts):
    assert len(beyond(PARTS | facts)) == 1
    with pytest.raises(IntegrityError, match="_within_"):
        count_of(**facts)


def test_a_day_is_counted_once_for_a_field_and_a_unit(count_of):
    count_of(**SEPTEMBER)
    count_of()
    with pytest.raises(IntegrityError, match="once_a_day"):
        count_of(period_from=OCTOBER["period_from"].replace(day=15))


def test_units_and_the_whole_office_are_not_counted_together(count_of):
    count_of()
    with pytest.raises(IntegrityError, match="of_units_or_of_the_office"):
        count_of(unit=None)
