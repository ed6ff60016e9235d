"""The bars of the leaders' page: tasks of a content in time, late, going on, overdue."""

from datetime import date

import pytest

from portal.dashboard.reform_parts import Asked, by_area
from portal.periods import Year
from tests.cast import client_of
from tests.reforms.plans.conftest import finish

pytestmark = pytest.mark.django_db
YEAR = Year.of(2026)


@pytest.fixture
def areas(plan, ha, minh, tuan):
    finish(plan.shares.get(unit__code="nguoi-co-cong"), minh, date(2026, 4, 2), confirmed_by=tuan)

    def told(on):
        found = by_area(Asked(YEAR, None, ha, on))["areas"]
        return {row["words"]: [count for count, _, _ in row["cells"]] for row in found}

    return told


def test_each_task_stands_in_one_part_of_its_bar(areas):
    before, after = areas(date(2026, 6, 30)), areas(date(2026, 7, 1))
    assert before["I. Cải cách thể chế"] == [0, 1, 0, 0]
    assert before["II. Cải cách thủ tục hành chính"] == [0, 0, 1, 0]
    assert [row for row in before.values() if row == [0, 0, 1, 0]] != []
    late = [words for words, row in after.items() if row[3]]
    assert late == [words for words, row in after.items() if row == [0, 0, 0, 1]]
    assert len(late) == 1


def test_every_number_opens_exactly_its_rows(areas, plan, ha):
    on, browser = date(2026, 11, 20), client_of(ha)
    cells = [cell for row in by_area(Asked(YEAR, None, ha, on))["areas"] for cell in row["cells"]]
    assert sum(count for count, _, _ in cells) == 3
    for count, _, url in cells:
        assert browser.get(url).content.decode().count('<a class="nowrap"') == count, url


def test_the_bars_of_a_unit_are_its_own(areas, ha, units):
    found = by_area(Asked(YEAR, units["van-phong"], ha, date(2026, 11, 20)))["areas"]
    assert sum(row["course"].due for row in found) == 1
    assert all("don-vi=van-phong" in url for row in found for _, _, url in row["cells"])
