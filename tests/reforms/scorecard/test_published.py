"""What the province made known of all agencies: brought along, ranked, graded."""

from datetime import date
from decimal import Decimal

import pytest

from portal.importing import Sheet
from portal.office import office
from reforms.models import PublishedScore
from reforms.models.scorecard.published import grade_of, ranked
from reforms.score_register import SCORES
from tests.cast import client_of

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)
SOURCE = "Quyết định số 1234/QĐ-UBND ngày 20/12/2021"
LIST = (("Văn phòng UBND tỉnh", "97,685"), ("Sở Tư pháp", "80.696"), ("Sở Y tế", "80,696"),
        ("Sở Giáo dục", "79,077"), ("Sở Xây dựng", "69,999"))  # fmt: skip


def brought(*rows, year="2021", dry_run=False):
    told = [(line, [year, *row, SOURCE]) for line, row in enumerate(rows, start=2)]
    sheet = Sheet([column.name for column in SCORES.columns], told)
    return SCORES.run(sheet, dry_run=dry_run, progress=lambda words: None)


def test_a_list_gives_grades_and_places_and_ties_share_theirs():
    assert brought(*LIST).created == 5
    told = [(line.place, line.row.points, line.grade) for line in ranked(2021)]
    assert told == [
        (1, Decimal("97.685"), "Xuất sắc"), (2, Decimal("80.696"), "Tốt"),
        (2, Decimal("80.696"), "Tốt"), (4, Decimal("79.077"), "Khá"),
        (5, Decimal("69.999"), "Trung bình"),
    ]  # fmt: skip
    assert ranked(2021)[3].to_best == Decimal("18.608")


@pytest.mark.parametrize(
    ("points", "words"), [("90", "Xuất sắc"), ("89.999", "Tốt"), ("50", "Trung bình"), ("0", "Yếu")]
)
def test_grades_at_their_borders(points, words):
    assert grade_of(Decimal(points)) == words


def test_a_line_that_is_wrong_and_nothing_is_written():
    report = brought(LIST[0], ("Sở Y tế", "101"), ("Sở Nội vụ", "1.840"), LIST[0])
    assert [(fault.line, fault.column) for fault in report.errors] == [
        (3, "points"), (2, "name"), (5, "name"),
    ]  # fmt: skip
    assert not PublishedScore.objects.exists()


def test_a_year_brought_again_takes_the_place_of_what_was_there():
    brought(*LIST)
    brought(("Sở Y tế", "81,5"))
    assert [str(row) for row in PublishedScore.objects.all()] == ["Sở Y tế, 2021: 81.500"]
    brought(("Sở Y tế", "83"), year="2022")
    assert ranked(2022)[0].change == Decimal("1.5")


def test_our_own_place_stands_on_the_page(lan, units):
    brought(*LIST, (office(ON).name, "85"))
    page = client_of(lan).get("/cai-cach/cham-diem/cac-co-quan/").content.decode()
    assert "hạng 2 trên 6" in page
    assert "97,685" in page
    assert client_of(lan).get("/cai-cach/cham-diem/cac-co-quan/?nam=2019").status_code == 404
