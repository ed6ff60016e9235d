"""05/KQTH, columns 16 to 31: conclusions that were carried out, counted by hand."""

from datetime import date

import pytest

from citizens.returns.gqtc import GQTC
from citizens.returns.kqth import KQTH
from portal.dashboard.returns.line import all_forms, lines
from portal.periods import Reporting
from portal.returns import Scope
from tests.cast import client_of
from tests.citizens.denunciation.conftest import way  # noqa: F401  a fixture
from tests.citizens.executing import COUNTS, done

Q3, Q4 = (Scope(Reporting.of(2026, code)) for code in ("q3", "q4"))
IN_Q3, IN_Q4 = date(2026, 9, 10), date(2026, 9, 20)
ORDERED = {
    "thu_tien": {"amount": 30},
    "thu_dat": {"amount": 200},
    "tra_tien": {"amount": 10},
    "tra_dat": {"amount": 50},
    "xu_ly": {"organisations": 2, "people": 3, "officials": 2},
    "khoi_to": {"cases": 1, "people": 2, "officials": 1},
}
FIRST = {
    "thu_tien": {"amount": 12},
    "thu_dat": {"amount": 80},
    "tra_tien": {"amount": 4},
    "tra_dat": {"amount": 20},
    "xu_ly": {"organisations": 1, "people": 2, "officials": 1},
}
REST = {
    "thu_tien": {"amount": 18},
    "thu_dat": {"amount": 120},
    "tra_tien": {"amount": 6},
    "tra_dat": {"amount": 30},
    "xu_ly": {"organisations": 1, "people": 1, "officials": 1, "finished": True},
    "khoi_to": {"cases": 1, "people": 2, "officials": 1, "finished": True},
}


@pytest.fixture
def concluded(way, minh, dung):  # noqa: F811  the fixture of that name
    return way.concluded(team=(minh, dung))


@pytest.fixture
def ordered(concluded, lan, units):
    """The case of a concluded denunciation and what it orders, one row of each sort."""
    order = {"by": lan, "on": IN_Q3, "ordered_on": IN_Q3, "unit": units["nguoi-co-cong"]}
    for what, counts in ORDERED.items():
        concluded.act_on(kind=what, content="Theo kết luận.", **order, **COUNTS | counts)
    return concluded, {row.what: row for row in concluded.executions_now()}


def carried_out(case, rows, told, *, by, on):
    for what, counts in told.items():
        done(case, by, rows[what], done_on=on, **counts)


def figures(scope):
    return {number: value for number, value in KQTH.figures(scope).items() if value}


DUE = {18: 30, 19: 200, 22: 10, 23: 50}


@pytest.mark.slow
def test_a_conclusion_is_to_be_carried_out_from_its_date_on(concluded):
    assert figures(Q3) == {16: 1}
    assert figures(Q4) == {16: 1}
    assert GQTC.figures(Q3)[7] == 1


def test_each_sort_of_what_was_done_has_its_column(ordered, lan):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    done_now = {20: 12, 21: 80, 24: 4, 25: 20, 26: 1, 27: 2, 28: 1}
    assert figures(Q3) == {16: 1} | DUE | done_now


def test_what_is_left_is_due_in_the_next_period_and_counted_when_done(ordered, lan):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    carried_out(*ordered, REST, by=lan, on=IN_Q4)
    left = {18: 18, 19: 120, 22: 6, 23: 30}
    rest = {20: 18, 21: 120, 24: 6, 25: 30, 26: 1, 27: 1, 28: 1, 29: 1, 30: 2, 31: 1}
    assert figures(Q4) == {16: 1} | left | rest


@pytest.mark.slow
def test_half_a_year_counts_each_result_once(ordered, lan):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    carried_out(*ordered, REST, by=lan, on=IN_Q4)
    year = figures(Scope(Reporting.of(2026, "nam")))
    whole = {20: 30, 21: 200, 24: 10, 25: 50, 26: 2, 27: 3, 28: 2, 29: 1, 30: 2, 31: 1}
    assert year == {16: 1} | DUE | whole


@pytest.mark.slow
def test_it_is_carried_out_on_the_day_on_which_its_case_is_closed(ordered, lan, way):  # noqa: F811
    case, rows = ordered
    carried_out(case, rows, FIRST, by=lan, on=IN_Q3)
    carried_out(case, rows, REST, by=lan, on=IN_Q4)
    case.serve(by=lan, on=IN_Q4, served_on=IN_Q4)
    case.publicise(by=lan, on=IN_Q4, form="hop", start_on=IN_Q4, until=None)
    case.report_result(by=way.ha, on=IN_Q4)
    way.sent(case, "tb_ket_qua", on=IN_Q4)
    case.close(by=lan, on=IN_Q4)
    assert (figures(Q3).get(17), figures(Q4)[17]) == (None, 1)
    assert figures(Scope(Reporting.of(2027, "q1"))) == {}


@pytest.mark.slow
def test_what_was_withdrawn_orders_nothing(way, lan):  # noqa: F811
    case, on = way.accepted(), date(2026, 7, 8)
    case.withdraw(by=lan, on=on, stated_on=on, form="don")
    case.terminate(by=way.ha, on=on, ground="rut_don", reason="Đã rút.")
    way.sent(case, "qd_dinh_chi", on=on)
    assert figures(Q3) == {}


@pytest.mark.slow
def test_each_unit_has_its_own_line(ordered, lan):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    *by_unit, whole = lines(KQTH, Q3, by_unit=True)
    assert [line.scope.unit for line in by_unit] == [ordered[0].unit]
    assert by_unit[0].figures == whole.figures


@pytest.mark.slow
def test_all_checks_hold_over_it(ordered, lan):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    assert [check.sentence for line in all_forms(Q3) for check in line.checks
            if not check.holds] == []  # fmt: skip


@pytest.mark.slow
def test_every_figure_leads_to_the_letter_for_its_group_alone(ordered, lan, ha, mai):
    carried_out(*ordered, FIRST, by=lan, on=IN_Q3)
    for column in figures(Q3):
        page = client_of(ha).get(f"/bao-cao/05-kqth/dong/?ky=2026-q3&cot={column}")
        assert [line.code for line in page.context["lines"]] == [ordered[0].code], column
