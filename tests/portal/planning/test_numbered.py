"""Tables that are cut into numbered pages: nothing is lost, nothing is shown twice."""

from datetime import date

import pytest
from django.test import RequestFactory

from portal.planning import Inspection, Plan
from portal.views.numbered import SIZE, page_of
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def asked(page: str = "1"):
    return RequestFactory().get(f"/x/?nam=2026&trang={page}")


def test_pages_hold_every_row_once():
    rows = list(range(2 * SIZE + 3))
    pages = [page_of(asked(str(n)), rows, noun="đơn vị") for n in (1, 2, 3)]
    assert [row for page in pages for row in page.rows] == rows
    assert (pages[0].previous, pages[0].next) == ("", "?nam=2026&trang=2")
    assert (pages[2].previous, pages[2].next) == ("?nam=2026&trang=2", "")
    assert pages[2].words == "3 trong 103 đơn vị"


def test_few_rows_have_one_page_and_none_is_a_page_too():
    assert page_of(asked(), [], noun="đơn vị").next == ""
    assert page_of(asked(), list(range(SIZE)), noun="đơn vị").next == ""


def test_inspections_and_units_are_cut(units, tuan, office):
    facts = {"programme": "khac", "unit": units["so"], "coordinating_unit": units["van-phong"],
             "year": 2026, "from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31)}  # fmt: skip
    plans = Plan.objects.bulk_create(
        Plan(code=f"KH-2026-{n:04}", title="Kết luận", officer=tuan, stage="issued", number=str(n),
             symbol="TB", dated_on=date(2026, 5, 1), **facts)
        for n in range(SIZE + 1)
    )  # fmt: skip
    Inspection.objects.bulk_create(
        Inspection(plan=plan, team=f"Đoàn {plan.number}", met_on=date(2026, 5, 1)) for plan in plans
    )
    browser = client_of(tuan)
    first = browser.get("/ke-hoach/kiem-tra/")
    assert len(first.context["rows"]) == SIZE
    assert "50 trong 51 cuộc kiểm tra" in first.content.decode()
    assert len(browser.get("/ke-hoach/kiem-tra/?trang=2").context["rows"]) == 1


@pytest.mark.parametrize("page", ["9", "0", "x", "-1"])
@pytest.mark.parametrize("address", ["/ke-hoach/kiem-tra/", "/ke-hoach/theo-doi/"])
def test_a_page_that_is_not_there_is_a_400(tuan, office, address, page):
    assert client_of(tuan).get(f"{address}?trang={page}").status_code == 400
