"""The board of Decision 766: six bars out of figures, a line for what nobody told."""

from datetime import date
from decimal import Decimal

import pytest

import reforms.figures
import reforms.obligations  # noqa: F401  both make themselves known
from portal.obligations import owed
from portal.periods import Month, Quarter, Year
from portal.statistics import Figure, figure
from reforms import proposals
from reforms.board import board_of, lines_told, version_in_force
from reforms.models import BoardFigure, ScorecardVersion
from tests.reforms.scorecard.conftest import FINAL_DUE, SELF_DUE, score_all

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)
OCTOBER = Month.of(2026, 10)


@pytest.fixture
def version(db) -> ScorecardVersion:
    ScorecardVersion.deliver()
    return version_in_force(as_of=ON)


@pytest.fixture
def counted(monkeypatch):
    """Published figures: so many, of so many."""

    def publish(**values):
        known = {
            name: Figure(name, name, "", "hồ sơ", lambda period, unit="", value=value: value,
                         lambda period, unit="": "/cai-cach/ho-so/dong/",
                         **({"numerator": f"{name}_part", "denominator": f"{name}_whole"}
                            if f"{name}_part" in values else {}))
            for name, value in values.items()
        }  # fmt: skip
        monkeypatch.setattr(proposals, "REGISTRY", known)

    return publish


def line(board, code):
    return next(each for bar in board.bars for each in bar.indicators if each.line.code == code)


def test_the_worked_numbers_come_out_of_figures(version, counted):
    counted(dossiers_online=None, dossiers_online_part=42, dossiers_online_whole=100,
            paid_online=None, paid_online_part=24, paid_online_whole=100)  # fmt: skip
    board = board_of(version, OCTOBER)
    assert (line(board, "3.3").points, line(board, "TT3").points) == (
        Decimal("5.04"),
        Decimal("4.80"),
    )
    assert board.result.total == Decimal("9.84")
    assert line(board, "3.3").rows == ("/cai-cach/ho-so/dong/", "/cai-cach/ho-so/dong/")


def test_nothing_to_do_shows_a_dash_and_counts_nothing(version, counted):
    counted(paid_online=None, paid_online_part=0, paid_online_whole=0)
    shown = line(board_of(version, OCTOBER), "TT3")
    assert (shown.points, shown.share, shown.missing) == (None, "—", "không phát sinh")


def test_what_nobody_told_is_no_zero(version, counted):
    counted(paid_online=None, paid_online_part=None, paid_online_whole=None)
    shown = line(board_of(version, OCTOBER), "TT3")
    assert (shown.points, shown.entry, shown.missing) == (None, None, "chưa có số liệu")


def test_the_months_that_were_told_add_up_to_the_quarter(version, counted, oanh):
    counted()
    for number, told in ((7, (30, 50)), (8, (20, 50))):
        BoardFigure.tell(
            by=oanh, on=ON, month=Month.of(2026, number), told={"4.4": told}, source="Cổng DVCQG"
        )
    shown = line(board_of(version, Quarter.of(2026, 3)), "4.4")
    assert (shown.entry.value, shown.entry.whole, shown.points) == (50, 100, Decimal(2))


def test_a_line_told_again_stands_once_and_one_left_out_is_gone(version, counted, oanh):
    counted()
    for told in ({"4.4": (30, 50), "4.3": (1, 2)}, {"4.4": (31, 50)}):
        BoardFigure.tell(by=oanh, on=ON, month=OCTOBER, told=told, source="Cổng DVCQG")
    assert [str(row) for row in BoardFigure.objects.all()] == ["4.4: 31 trên 50"]


def test_only_what_the_portal_cannot_count_is_told(version, counted):
    counted(paid_online=None, paid_online_part=1, paid_online_whole=2)
    codes = {each.code for each in lines_told(version.value, OCTOBER)}
    assert "TT3" not in codes
    assert "4.4" in codes


def test_a_figure_counts_once_however_many_lines_ask(
    version, counted, django_assert_max_num_queries
):
    counted()
    with django_assert_max_num_queries(1):
        board_of(version, OCTOBER)


def test_points_are_figures_for_other_rooms(version, counted, of_the_office, oanh):
    counted(paid_online=None, paid_online_part=24, paid_online_whole=100)
    year = Year.of(2026)
    assert figure("points_766").value(OCTOBER) == Decimal("4.80")
    assert figure("points_766").opens(OCTOBER) == "/cai-cach/766/?ky=2026-t10"
    assert (figure("par_self_points").value(year), figure("par_points").value(year)) == (None, None)
    score_all(of_the_office, by=oanh)
    assert figure("par_self_points").value(year) == 86


def test_a_period_without_figures_has_no_points(version, counted):
    counted()
    assert figure("points_766").value(OCTOBER) is None


def test_the_self_score_and_the_looks_are_owed(campaign, units, oanh):
    places = [units["so"], units["nguoi-co-cong"]]
    rows = [line.owed for line in owed(places, year=2026, as_of=ON) if line.duty.code == "CDCC"]
    told = [(str(row.unit), row.due, row.done_on) for row in rows]
    assert told == [
        ("Phòng Người có công", SELF_DUE, None),
        (str(units["so"]), FINAL_DUE, None),
    ]
