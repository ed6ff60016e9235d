"""Every address × everybody × every stage × method, in fresh sessions: 0 leaks, 0 over-denied."""

import pytest

from tests.citizens.roles.walking import all_cells, faults, some

pytestmark = pytest.mark.django_db
AT_LEAST = 20_000


@pytest.fixture(scope="module")
def cells(world):
    return list(all_cells(world))


def walked(world, cells, capsys) -> list[str]:
    tried, wrong = faults(world, cells)
    with capsys.disabled():
        print(f"\n  authorisation: {tried} cells tried, {tried - len(wrong)} held")
    return wrong[:40]


def test_a_part_of_the_matrix_holds(world, cells, capsys):
    assert walked(world, some(cells, one_in=200), capsys) == []


@pytest.mark.slow
def test_the_matrix_holds(world, cells, capsys):
    enough = some(cells, one_in=2)
    assert len(enough) >= AT_LEAST
    assert walked(world, enough, capsys) == []
