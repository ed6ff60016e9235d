"""What the law does not know is refused with one sentence that says why."""

from datetime import date

import pytest

from portal.deadlines import (
    CALENDAR,
    READ,
    DeadlineError,
    LegalVersion,
    Term,
    compute,
    rules,
)
from portal.management.commands.deadline import RULES
from portal.working_days import delivered_calendar

day = date.fromisoformat
DELIVERED = delivered_calendar()


def refusal(rule: str, start: str, **options) -> str:
    with pytest.raises(DeadlineError) as caught:
        compute(RULES[rule], start=day(start), calendar=DELIVERED, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("rule", "start", "since"),
    [
        ("TCD_TU_CHOI", "2026-06-30", "01/7/2026"),
        ("KN_DOI_THOAI", "2026-06-30", "01/7/2026"),
        ("KN_TDC_GUI", "2026-06-30", "01/7/2026"),
        ("DON_45", "2026-06-30", "01/7/2026"),
        ("TC_XLBD", "2018-12-31", "01/01/2019"),
        ("TC_GQ", "2012-06-30", "01/7/2012"),
        ("T1", "2023-06-30", "01/7/2023"),
    ],
)
def test_before_the_rule_existed(rule, start, since):
    message = refusal(rule, start)
    assert "chưa có quy định" in message
    assert f"quy định có từ ngày {since}" in message


@pytest.mark.parametrize(
    ("rule", "options", "words"),
    [
        ("TCD_KQ", {"complex": True}, "không có mức riêng cho vụ việc phức tạp"),
        ("KN_LAN2", {"complex": True, "remote": True}, "cho vụ việc phức tạp."),
        ("TC_GQ", {"remote": True}, "cho vùng sâu, vùng xa"),
        ("TC_GQ", {"complex": True}, "không có mức riêng"),
        ("TC_XLBD", {"remote": True}, "vùng sâu, vùng xa"),
        ("TCD_KQ", {"complex": True, "remote": True}, "vụ việc phức tạp và vùng sâu, vùng xa"),
        ("KN_GQ1", {"extensions": 1}, "không được gia hạn (Điều 28 Luật Khiếu nại)"),
        ("TC_GQ", {"extensions": 3}, "nhiều nhất 2 lần"),
        ("TC_GQ", {"extensions": -1}, "số âm"),
        ("TCD_KQ", {"pauses": [(day("2026-09-01"), None)]}, "tạm đình chỉ"),
    ],
)
def test_a_variant_that_the_rule_lacks(rule, options, words):
    assert words in refusal(rule, "2026-08-10", **options)


def test_the_older_law_on_denunciations_knew_no_extension():
    assert "không được gia hạn" in refusal("TC_GQ", "2018-11-05", extensions=1)


@pytest.mark.parametrize(
    ("pauses", "words"),
    [
        ([("2026-09-01", "2026-08-20")], "trước ngày tạm đình chỉ"),
        ([("2026-08-02", "2026-08-20")], "ngoài thời gian đang tính hạn"),
        ([("2026-09-04", "2026-09-20")], "ngoài thời gian đang tính hạn"),
        ([("2026-08-10", "2026-08-20"), ("2026-08-19", "2026-08-30")], "chồng lên nhau"),
        ([("2026-08-10", None), ("2026-08-19", "2026-08-30")], "chồng lên nhau"),
        ([("2026-08-10", None), ("2026-08-10", None)], "chồng lên nhau"),
    ],
)
def test_pauses_lie_in_the_running_time_one_after_the_other(pauses, words):
    pairs = [(day(begin), day(end) if end else None) for begin, end in pauses]
    assert words in refusal("KN_GQ1", "2026-08-03", pauses=pairs)


def test_the_end_of_the_calendar_is_said_and_not_crashed_into():
    assert "nằm ngoài lịch" in refusal("KN_GQ1", "9999-12-31")
    assert "nằm ngoài lịch" in refusal("KN_HIEU_LUC", "9999-12-01")
    assert "nằm ngoài lịch" in refusal("T3", "9999-12-31")
    assert "nằm ngoài lịch" in refusal("TCD_KQ", "9999-12-30")


def test_a_table_of_law_with_two_rules_of_one_code_or_a_gap_is_a_mistake():
    old = LegalVersion(date(2020, 1, 1), 10, CALENDAR, "Điều 1", READ, until=date(2021, 1, 1))
    new = LegalVersion(date(2022, 1, 1), 7, CALENDAR, "Điều 1", READ)
    with pytest.raises(ValueError, match="do not follow"):
        rules(Term("X", "thời hạn thử", "ngày thử", (old, new)))
    with pytest.raises(ValueError, match="share a code"):
        rules(Term("X", "một", "ngày", (new,)), Term("X", "hai", "ngày", (new,)))
