"""The pages of receptions, each asked for by everybody."""

import pytest

from tests.citizens.roles.walking import all_cells, faults, some

pytestmark = pytest.mark.django_db
NOUNS = ("reception", "schedule", "place")


@pytest.fixture(scope="module")
def cells(world):
    return [cell for cell in all_cells(world) if cell.name.startswith(NOUNS)]


def test_they_are_open_to_whom_the_page_of_permissions_names(world, cells):
    tried, wrong = faults(world, some(cells, one_in=40))
    assert tried > 90
    assert wrong == []


@pytest.mark.slow
def test_every_one_of_them_is(world, cells):
    assert faults(world, cells)[1] == []
