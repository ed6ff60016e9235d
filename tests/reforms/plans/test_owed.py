"""A unit that has nothing to do in the year's reform plan owes a task, on its head's desk too."""

from datetime import date

import pytest

import reforms.obligations  # noqa: F401  the duty makes itself known
from democracy.obligations.reading import owned_by
from portal.obligations import Line, owed
from portal.people import Unit
from tests.cast import client_of
from tests.reforms.plans.conftest import SENT

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 1)


def lines(*, as_of: date, year: int = 2026) -> list[Line]:
    units = list(Unit.objects.all())
    told = owed(units, year=year, as_of=as_of)
    return [line for line in told if line.duty.code == "NVCC"]


def test_a_unit_without_a_task_owes_one_from_the_day_the_plan_is_sent_out(plan):
    waiting = {line.owed.unit.code for line in lines(as_of=SENT) if line.owed.is_open()}
    assert waiting == {"tiep-cong-dan", "lao-dong"}


def test_who_takes_part_is_counted_and_the_number_opens_its_rows(plan, tuan):
    done = {line.owed.unit.code: line.owed for line in lines(as_of=SENT) if line.owed.done_on}
    assert done["van-phong"].what == "1 nhiệm vụ CCHC năm 2026"
    page = client_of(tuan).get(done["van-phong"].url).content.decode()
    assert "Trực một cửa" in page
    assert "Rà soát văn bản" not in page


def test_after_the_first_quarter_it_is_late_and_on_its_heads_desk(plan, binh):
    [row] = owned_by(binh, lines(as_of=APRIL), on=APRIL)
    assert row.owed.is_late(as_of=APRIL)
    assert row.owed.unit.code == "tiep-cong-dan"


def test_a_year_without_a_plan_owes_nothing_yet(draft):
    assert lines(as_of=APRIL) == []
    assert lines(as_of=APRIL, year=2027) == []


def test_more_tasks_ask_no_more(plan, django_assert_num_queries):
    units = list(Unit.objects.all())
    [duty] = {line.duty for line in lines(as_of=APRIL)}
    with django_assert_num_queries(2):
        list(duty.rows(units, year=2026, as_of=APRIL))
