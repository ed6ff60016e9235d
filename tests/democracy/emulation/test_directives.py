"""R001-3: a directive without dissemination after thirty days is named."""

from datetime import date

import pytest

import democracy.figures  # noqa: F401  makes its figures known
from democracy.directives import DAYS
from democracy.models import Briefing
from portal.instruments import Instrument, Issuer
from portal.office import Setting
from portal.periods import Period, Year
from portal.statistics import figure
from tests.cast import LONG_AGO, client_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


@pytest.fixture
def directive(db):
    issuer = Issuer.objects.create(code="tinh-uy", name="Tỉnh ủy")
    return Instrument.objects.create(
        kind="nghi-quyet", number="04", symbol="NQ/TU", year=2026, month=6, day=1,
        title="Lãnh đạo công tác cải cách hành chính", issuer=issuer,
    )  # fmt: skip


def counted(end=DAY) -> int:
    return figure("directives_not_disseminated").value(Period(date(2026, 1, 1), end, "kỳ"))


def test_on_the_thirtieth_day_it_is_named(directive):
    assert [counted(date(2026, 6, 30)), counted(DAY)] == [0, 1]


def test_it_belongs_to_the_year_of_its_last_day(directive):
    assert figure("directives_not_disseminated").value(Year.of(2025)) == 0


def test_one_session_is_enough_and_a_struck_one_is_none(directive, tuan, units):
    one = Briefing.open_briefing(by=tuan, on=date(2026, 6, 2), instrument=directive,
                                 due_on=date(2026, 6, 20), units=[units["van-phong"]])  # fmt: skip
    assert counted() == 1
    one.note_session(by=tuan, on=date(2026, 6, 9), held_on=date(2026, 6, 9), form="hop",
                     attending=9, headcount=9, unit=units["van-phong"])  # fmt: skip
    assert counted() == 0
    one.strike_session(by=tuan, on=DAY, session=one.sessions.get(), reason="Ghi nhầm")
    assert counted() == 1


def test_the_office_may_set_another_number_of_days(directive):
    Setting.objects.create(name=DAYS, value="45", valid_from=LONG_AGO)
    assert counted() == 0


@pytest.mark.parametrize("other", [{"kind": "luat"}, {"unit": "so"}])
def test_laws_and_the_office_s_own_papers_are_no_directives(directive, units, other):
    facts = {name: units[value] if name == "unit" else value for name, value in other.items()}
    Instrument.objects.filter(pk=directive.pk).update(**facts)
    assert counted() == 0


def test_they_are_listed_for_the_staff(directive, lan, quantri, office):
    address = "/dan-chu/quan-triet/chua-quan-triet/?nam="
    assert "04/NQ/TU" in client_of(lan).get(f"{address}2026").content.decode()
    assert "04/NQ/TU" not in client_of(quantri).get(f"{address}2026").content.decode()
    assert client_of(lan).get(f"{address}x").status_code == 400
