"""What the rooms say to the register of duties and to the figures."""

from datetime import date

import pytest

from democracy.figures.emulation import COMMENDED, PRACTICES_BEGUN
from democracy.models import Nomination, Practice
from democracy.obligations.emulation import to_have_a_model, to_make_known, to_propose
from portal.periods import period_of
from tests.cast import client_of
from tests.democracy.emulation.conftest import CENTRE, DAY, LATER, sent
from tests.democracy.practice.conftest import facts_of

pytestmark = pytest.mark.django_db


def test_each_place_named_owes_its_session_by_the_day(briefing, khanh, units, cell):
    def told() -> dict:
        rows = to_make_known([units[CENTRE], units["van-phong"]], year=2026, as_of=LATER)
        return {row.place: (row.due, row.done_on) for row in rows}

    assert told() == {units[CENTRE]: (LATER, None), cell: (LATER, None)}
    for day in (date(2026, 5, 5), date(2026, 6, 6)):
        briefing.note_session(by=khanh, on=LATER, held_on=day, form="hop", attending=5,
                              headcount=20, unit=units[CENTRE])  # fmt: skip
    assert told()[units[CENTRE]] == (LATER, date(2026, 5, 5))


def test_who_began_a_proposal_sends_it_by_the_regulations_day(nomination, khanh, hoa, units):
    def told() -> list:
        both = [units[CENTRE], units["lao-dong"]]
        return list(to_propose(both, year=2026, as_of=LATER))

    [row] = told()
    assert (row.unit, row.due, row.done_on) == (units[CENTRE], date(2026, 12, 9), None)
    assert "Khánh" not in row.what
    sent(nomination, by=khanh, head=hoa)
    assert [row.done_on for row in told()] == [DAY]


def test_a_unit_without_a_model_of_the_year_is_told(khanh, ha, units, fields):
    one = Practice.enrol(by=khanh, on=DAY, **facts_of(units[CENTRE], fields["lao-dong-viec-lam"]))

    def done(year: int) -> list:
        rows = to_have_a_model([units["so"], units[CENTRE]], year=year, as_of=LATER)
        return [(row.unit, row.done_on) for row in rows]

    assert done(2026) == [(units[CENTRE], None)]
    one.list_up(by=ha, on=DAY)
    assert done(2026) == [(units[CENTRE], DAY)]
    assert done(2025) == [(units[CENTRE], None)]


def test_a_figure_opens_exactly_its_rows(office, tuan, khanh, ha, units, fields, regulation):
    one = Practice.enrol(by=khanh, on=DAY, **facts_of(units[CENTRE], fields["lao-dong-viec-lam"]))
    one.list_up(by=ha, on=DAY)
    Practice.enrol(by=khanh, on=DAY, **facts_of(units[CENTRE], fields["lao-dong-viec-lam"]))
    for dated in (date(2026, 3, 1), date(2025, 12, 20)):
        Nomination.note_past_award(
            by=tuan, on=LATER, regulation=regulation, award="giay-khen", year=dated.year,
            unit=units[CENTRE], reason="Đúng hạn", occasion="hang-nam", reference="1/QĐ-S",
            dated_on=dated,
        )  # fmt: skip
    year = period_of("2026")
    for figure in (PRACTICES_BEGUN, COMMENDED):
        assert figure.value(year) == figure.value(year, CENTRE) == 1
        shown = client_of(tuan).get(figure.rows(year, CENTRE)).content.decode()
        assert shown.count('<th scope="row">') == 1
