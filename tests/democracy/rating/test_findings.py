"""What inspections found at a unit stands beside its sheet, and changes no point by itself."""

from datetime import date

import pytest

from democracy.views.rating.sheet import findings_of
from portal.activities.limitations import Limitation
from tests.cast import client_of
from tests.democracy.rating.conftest import SCORED

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 4)


@pytest.fixture
def found(units, tuan):
    def at(unit: str, source: str = "kiem-tra", on: date = MAY) -> Limitation:
        return Limitation.note(
            by=tuan, on=SCORED, programme="cai-cach", title=f"Trả kết quả muộn ở {unit}",
            from_on=on, unit=units[unit], source=source, cause="nhan-thuc",
        )  # fmt: skip

    return at


def test_findings_of_the_unit_and_the_year_alone(sheet, found, tuan):
    own = found("dich-vu-viec-lam")
    found("nguoi-co-cong")
    found("dich-vu-viec-lam", on=date(2025, 5, 4))
    found("dich-vu-viec-lam", source="phan-anh")
    assert findings_of(sheet, tuan, on=SCORED) == [own]


def test_they_are_read_on_the_sheet_and_win_or_lose_nothing(sheet, found, tuan, hoa):
    before = client_of(tuan).get(sheet.get_absolute_url()).context["result"]
    own = found("dich-vu-viec-lam")
    page = client_of(tuan).get(sheet.get_absolute_url())
    assert own.title in page.content.decode()
    assert page.context["result"] == before


def test_a_persons_sheet_has_none(sheet, found, tuan, hoa):
    found("dich-vu-viec-lam")
    sheet.person = hoa
    assert findings_of(sheet, tuan, on=SCORED) == []
