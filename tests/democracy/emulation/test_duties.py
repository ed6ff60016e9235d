"""What the rooms say to the register of duties and to the figures."""

from datetime import date

import pytest

from democracy.figures.emulation import COMMENDED, PRACTICES_BEGUN
from democracy.models import AwardRegulation, Nomination, Practice
from democracy.obligations.emulation import (
    to_have_a_model,
    to_make_known,
    to_propose,
    to_propose_of_movements,
)
from democracy.obligations.reports import movement_reports
from portal.periods import period_of
from portal.reporting import Report
from tests.cast import client_of
from tests.democracy.emulation.conftest import CENTRE, DAY, LATER, OWN, proposed, sent
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


def test_proposals_of_a_movement_are_sent_ten_days_before_it_is_summed_up(
    movement, regulation, khanh, hoa, tuan, units
):
    AwardRegulation.load(
        OWN.replace("present = 80", "present = 80\nthematic_days = 10").replace(
            "2026-01-01", "2026-02-01"
        ),
        by=None,
        on=None,
    )
    movement.enrol(by=khanh, on=DAY, unit=units[CENTRE], title="Giấy khen", goal="Đúng hạn",
                   person_name="Lý Quốc Khánh")  # fmt: skip
    movement.enrol(by=khanh, on=DAY, unit=units[CENTRE], title="Giấy khen", goal="Đúng hạn",
                   person_name="Vũ Thị Sen")  # fmt: skip
    one = proposed(khanh, units[CENTRE], regulation, occasion="phong-trao", movement=movement)

    def told() -> list:
        rows = to_propose_of_movements([units[CENTRE]], year=2026, as_of=LATER)
        return [(row.due, row.done_on) for row in rows]

    assert told() == []  # nobody set a day yet
    movement.plan_closing(by=tuan, on=DAY, closing_on=date(2026, 11, 20))
    assert told() == [(date(2026, 11, 10), None)]
    sent(one, by=khanh, head=hoa)
    assert told() == [(date(2026, 11, 10), DAY)]


def test_who_has_a_model_reports_on_the_movement_before_the_twentieth_of_october(
    khanh, hoa, ha, mai, units, fields
):
    one = Practice.enrol(by=khanh, on=DAY, **facts_of(units[CENTRE], fields["lao-dong-viec-lam"]))
    one.list_up(by=ha, on=DAY)

    def told() -> list:
        rows = movement_reports([units[CENTRE], units["lao-dong"]], year=2026, as_of=LATER)
        return [(row.unit, row.due, row.done_on) for row in rows]

    assert told() == [(units[CENTRE], date(2026, 10, 19), None)]
    report = Report.draw_up(
        by=khanh, on=LATER, outline="dan-van", unit=units[CENTRE], title="Dân vận khéo",
        from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    report.write(by=khanh, on=LATER, section="chi-dao", text="Đã làm")
    report.sign_report(by=hoa, on=LATER)
    report.send_out(by=mai, on=LATER, reference="9/BC-TT", dated_on=LATER)
    assert told() == [(units[CENTRE], date(2026, 10, 19), LATER)]


def test_a_unit_sees_its_own_quotas_alone(office, khanh, ha, regulation, units):
    def shown(user) -> set:
        page = client_of(user).get("/dan-chu/khen-thuong/chi-tieu/?nam=2026")
        return {row.unit.code for row in page.context["rows"]}

    assert shown(khanh) == {CENTRE}
    assert len(shown(ha)) > 1
