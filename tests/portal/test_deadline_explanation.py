"""Every deadline says how it came about, line by line."""

from datetime import date

import pytest

from portal.deadlines import Row, compute
from portal.management.commands.deadline import RULES
from portal.working_days import delivered_calendar

CALENDAR = delivered_calendar()
day = date.fromisoformat


def computed(rule: str, start: str, **options):
    return compute(RULES[rule], start=day(start), calendar=CALENDAR, **options)


def test_the_lines_of_a_suspended_complaint():
    pauses = [(day("2026-08-24"), day("2026-09-14"))]
    rows = computed("KN_GQ1", "2026-08-03", pauses=pauses).rows()
    assert [(row.label, row.date) for row in rows] == [
        ("Bắt đầu", day("2026-08-03")),
        ("+ 30 ngày", day("2026-09-02")),
        ("+ 21 ngày", day("2026-09-23")),
        ("Hạn", day("2026-09-23")),
        ("Căn cứ", None),
    ]
    assert rows[3].words == "Thứ Tư, là ngày làm việc, không phải lùi"


def test_the_lines_of_an_extended_denunciation():
    rows = computed("TC_GQ", "2025-12-02", extensions=2).rows()
    assert [str(row.date) for row in rows[1:4]] == ["2026-01-01", "2026-01-31", "2026-03-02"]
    assert [row.words for row in rows[2:4]] == ["Gia hạn lần 1", "Gia hạn lần 2"]


def test_each_holiday_skipped_and_the_saturday_worked_are_named():
    deadline = computed("KN_THU_LY", "2026-08-19")
    assert deadline.skipped == ((day("2026-08-22"), "làm bù"),)
    assert "Có tính thứ Bảy 22/8/2026 làm bù" in deadline.explanation
    names = [why for _, why in computed("KN_THU_LY", "2026-08-25").skipped]
    assert names == ["nghỉ hoán đổi, dịp Quốc khánh", "Quốc khánh", "Quốc khánh"]


def test_only_what_the_final_roll_passed_is_named_for_calendar_days():
    assert [str(day) for day, _ in computed("TC_GQ", "2025-12-02").skipped] == [
        "2026-01-01",
        "2026-01-02",
    ]
    assert computed("KN_GQ1", "2026-08-04").skipped == ()  # ends 03/9; 31/8–02/9 lie within
    assert computed("KN_GQ2", "2026-03-18").skipped == ()  # an ordinary weekend


def test_a_worked_saturday_on_which_a_period_ends_is_named():
    deadline = computed("KN_GQ1", "2025-12-11")
    assert deadline.skipped == ((day("2026-01-10"), "làm bù"),)
    assert "là ngày làm bù, không phải lùi" in deadline.explanation


def test_rolling_is_explained_with_its_article():
    assert "ngày làm việc tiếp theo vì Chủ nhật, 15/02/2026 là ngày nghỉ" in (
        computed("KN_GQ1", "2026-01-16").explanation
    )
    assert "khoản 5 Điều 148 Bộ luật Dân sự" in computed("KN_GQ1", "2026-01-16").explanation


def test_a_backward_deadline_moves_forward_in_words_too():
    rows = computed("KN_CK_HOP", "2026-07-15").rows()
    assert (rows[0].label, rows[1].label) == ("Mốc tính", "− 3 ngày")
    assert rows[2].words == "Thứ Sáu, vì Chủ nhật, 12/7/2026 là ngày nghỉ nên phải làm trước đó"


def test_a_decision_takes_effect_the_day_after():
    deadline = computed("KN_HIEU_LUC", "2026-08-04")
    assert deadline.due == day("2026-09-03")
    assert Row("Có hiệu lực", "Từ ngày tiếp theo", "", day("2026-09-04")) in deadline.rows()


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2031-05-05", "Lịch nghỉ năm 2031 chưa nhập"),
        ("2027-05-05", "Lịch nghỉ năm 2027 chưa được kiểm tra"),
    ],
)
def test_a_calendar_that_nobody_vouches_for_is_said(start, words):
    assert words in computed("KN_GQ1", start).explanation


def test_a_verified_calendar_needs_no_word():
    assert "Lịch nghỉ" not in computed("KN_GQ1", "2026-08-03").explanation


def test_the_ground_is_unchecked_until_a_person_confirmed_this_wording():
    confirmed = {("KN_THU_LY", day("2026-07-01")): "Trần Thị Hà xác nhận ngày 20/11/2026"}
    new = computed("KN_THU_LY", "2026-07-06", confirmations=confirmed)
    old = computed("KN_THU_LY", "2026-06-05", confirmations=confirmed)
    assert "Trần Thị Hà xác nhận" in new.explanation
    assert "chưa kiểm tra" not in new.explanation
    assert "Căn cứ chưa kiểm tra" in old.explanation


def test_a_rule_from_memory_says_so():
    assert "ghi theo trí nhớ" in computed("TC_GQ", "2018-11-05").explanation


def test_the_variant_is_named():
    assert "(vụ việc phức tạp, vùng sâu, vùng xa)" in (
        computed("KN_GQ1", "2026-03-02", complex=True, remote=True).explanation
    )
    assert "(kỷ luật buộc thôi việc)" in (
        computed("KN_THOI_HIEU_KL2", "2026-03-02", complex=True).explanation
    )


@pytest.mark.parametrize("term", RULES.values(), ids=str)
def test_every_wording_of_every_rule_explains_itself_with_its_article(term):
    for version in term.versions:
        deadline = compute(term, start=version.since, calendar=CALENDAR)
        assert version.article in deadline.explanation
        assert "None" not in deadline.explanation
