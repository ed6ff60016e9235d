"""What was issued for a directive, by year, in time or late; and editions of a regulation."""

from datetime import date

import pytest

from portal.instruments import Instrument
from tests.cast import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted_by_may(directive):
    directive.carry_out_by = date(2026, 4, 30)
    directive.save()
    return directive


def guide(directive, mai, number, day):
    row = Instrument.enter(
        by=mai, on=date(2026, 6, 1), kind="huong-dan", number=number, symbol="HD-SLĐTBXH",
        year=day.year, month=day.month, day=day.day, title="Hướng dẫn", issuer=directive.issuer,
    )  # fmt: skip
    row.relate(directive, kind="huong-dan", by=mai, on=date(2026, 6, 1))
    return row


def test_documents_are_counted_by_year_and_the_late_are_marked(wanted_by_may, plan, mai, ha):
    plan.bases.create(words="Kế hoạch", instrument=wanted_by_may)
    guide(wanted_by_may, mai, "3", date(2026, 4, 28))
    guide(wanted_by_may, mai, "4", date(2027, 1, 5))
    page = client_of(ha).get(wanted_by_may.get_absolute_url()).content.decode()
    assert "Năm 2026: 2 văn bản, 1 đúng hạn, 1 chậm" in page
    assert "Chậm 6 ngày" in page
    assert "Năm 2027: 1 văn bản, 0 đúng hạn, 1 chậm" in page


def test_a_draft_carries_nothing_out(wanted_by_may, draft, ha):
    draft.bases.create(words="Kế hoạch", instrument=wanted_by_may)
    page = client_of(ha).get(wanted_by_may.get_absolute_url()).content.decode()
    assert "Quá hạn 30/4/2026" in page
    waiting = client_of(ha).get("/van-ban/?trien-khai=chua").content.decode()
    assert wanted_by_may.reference in waiting


def test_the_public_hears_of_no_plan(wanted_by_may, plan, client):
    plan.bases.create(words="Kế hoạch", instrument=wanted_by_may)
    page = client.get(wanted_by_may.get_absolute_url()).content.decode()
    assert plan.reference not in page


def test_what_was_carried_out_waits_no_more(wanted_by_may, mai, ha):
    guide(wanted_by_may, mai, "3", date(2026, 5, 28))
    page = client_of(ha).get("/van-ban/?trien-khai=chua").content.decode()
    assert wanted_by_may.title not in page


def test_a_regulation_keeps_its_editions(mai, office, province):
    typed = {"dated": "5/2021", "kind": "quy-che", "issuer": "ubnd-tinh", "title": "Quy chế"}
    browser = client_of(mai)
    browser.post("/van-ban/moi/", typed | {"reference": "10/QC-SLĐTBXH"})
    again = {"reference": "11/QC-SLĐTBXH", "dated": "6/2026", "edition": "10/QC-SLĐTBXH"}
    browser.post("/van-ban/moi/", typed | again)
    old, new = Instrument.objects.order_by("dated")
    assert "Bản sau:" in browser.get(old.get_absolute_url()).content.decode()
    assert "Bản trước:" in browser.get(new.get_absolute_url()).content.decode()
    listed = browser.get("/van-ban/?loai=quy-che").content.decode()
    assert "10/QC-SLĐTBXH" in listed
    assert "11/QC-SLĐTBXH" in listed
