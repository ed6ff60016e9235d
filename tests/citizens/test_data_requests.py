"""Requests about personal data are answered within two working days, and the answer is kept."""

from datetime import date

import pytest

from citizens.models import DataRequest
from portal.workflow import Refused
from tests.cast import client_of

FRIDAY = date(2026, 7, 10)


@pytest.fixture
def asked(mai, units, office):
    return DataRequest.register(
        by=mai, on=FRIDAY, received_on=FRIDAY, right="cung-cap", name="Lò Thị Mai",
        contact="0912345678", about="Bản sao đơn đã gửi.", unit=units["nguoi-co-cong"],
    )  # fmt: skip


def test_two_working_days_run_from_the_receipt(asked):
    assert asked.due_on == date(2026, 7, 14)
    assert asked.standing(as_of=date(2026, 7, 15)).kind == "late"


def test_what_was_given_is_written_once(asked, mai):
    told = {"answered_on": date(2026, 7, 13), "result": "dap-ung", "answer": "Đã giao bản sao."}
    asked.reply(by=mai, on=date(2026, 7, 13), **told)
    with pytest.raises(Refused, match="đã được trả lời"):
        asked.reply(by=mai, on=date(2026, 7, 14), **told)


def test_only_who_keeps_records_reads_and_answers(asked, mai, minh):
    assert client_of(minh).get(asked.get_absolute_url()).status_code == 404
    with pytest.raises(Refused):
        asked.reply(by=minh, on=FRIDAY, answered_on=FRIDAY, result="dap-ung", answer="x")
    page = client_of(mai).get(asked.get_absolute_url()).content.decode()
    assert "Bản sao đơn đã gửi." in page
    assert "ghi theo trí nhớ" in page


def test_the_pages_register_and_answer(mai, units, office):
    browser = client_of(mai)
    assert browser.post("/yeu-cau-du-lieu/moi/", {"name": "A"}).status_code == 422
    sent = {"received_on": "06/7/2026", "right": "biet", "name": "A", "about": "Xem",
            "unit": "nguoi-co-cong"}  # fmt: skip
    at = browser.post("/yeu-cau-du-lieu/moi/", sent).url
    assert browser.post(at, {"result": "dap-ung"}).status_code == 422
    told = {"answered_on": "07/7/2026", "result": "dap-ung", "answer": "Đã cho xem."}
    assert browser.post(at, told).status_code == 302
    assert "Đã cho xem." in browser.get(at).content.decode()
