"""Requests about personal data are answered within two working days, and the answer is kept."""

from datetime import date

import pytest

from citizens.desk import data_requests_owed
from citizens.models import DataRequest, Disposal
from portal.workflow import Refused
from portal.working_days import days_after
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


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 7, 6), date(2026, 7, 8)),  # Monday
        (date(2026, 7, 9), date(2026, 7, 13)),  # Thursday: over a weekend
        (date(2026, 7, 11), date(2026, 7, 14)),  # a Saturday is no working day
        (date(2026, 4, 29), date(2026, 5, 5)),  # 30 April and 1 May, a weekend behind them
        (date(2026, 8, 31), date(2026, 9, 4)),  # the two days of National Day
    ],
)
def test_the_last_day_over_weekends_and_holidays(mai, units, office, received, due):
    row = DataRequest.register(by=mai, on=received, received_on=received, right="biet", name="A",
                               about="Xem", unit=units["nguoi-co-cong"])  # fmt: skip
    assert row.due_on == due
    assert row.standing(as_of=due).kind == "soon"
    assert row.standing(as_of=days_after(due, 1)).kind == "late"


def test_it_lies_on_the_desk_until_it_is_answered(asked, mai, minh):
    def codes(who, on, part=""):
        return [work.code for work in data_requests_owed(who, on=on, part=part)]

    assert codes(mai, FRIDAY) == codes(mai, FRIDAY, "sap-han") == [asked.code]
    assert codes(mai, date(2026, 7, 15), "qua-han") == [asked.code]
    assert (codes(mai, FRIDAY, "qua-han"), codes(minh, FRIDAY)) == ([], [])
    told = {"answered_on": date(2026, 7, 13), "result": "dap-ung", "answer": "Đã giao."}
    asked.reply(by=mai, on=date(2026, 7, 13), **told)
    assert codes(mai, date(2026, 7, 15)) == []


def test_who_proposed_a_list_is_not_offered_to_review_it(mai, lan, office):
    batch = Disposal.objects.create(code="TH-2026-0001", kind="luu-don", proposed_by=mai,
                                    proposed_on=FRIDAY)  # fmt: skip
    pages = [client_of(who).get(batch.get_absolute_url()).content.decode() for who in (mai, lan)]
    assert ["Thẩm định</button>" in page for page in pages] == [False, True]
    assert "Người khác thẩm định" in pages[0]
