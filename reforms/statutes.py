"""The law's time limits for administrative procedures: announcing them and keeping them current."""

from datetime import date

from portal.deadlines import CALENDAR, READ, WORKING, LegalVersion, Term, rules
from portal.office import Known, declare

# In force from
PROCEDURE_CONTROL_DECREE = date(2010, 10, 14)  # Nghị định 63/2010/NĐ-CP

DECREE = "Nghị định 63/2010/NĐ-CP"

# A table, one limit a row, to be proof-read by a jurist: not to be folded by a tool
# fmt: off

RULES = rules(
    Term("TTHC_CONG_BO", "ký quyết định công bố thủ tục", "ngày văn bản có hiệu lực", (
        LegalVersion(PROCEDURE_CONTROL_DECREE, 5, CALENDAR, f"Điều 15 {DECREE}", READ),
    ), backward=True),
    Term("TTHC_CONG_BO_RG", "công bố thủ tục theo trình tự rút gọn", "ngày ban hành văn bản", (
        LegalVersion(PROCEDURE_CONTROL_DECREE, 3, CALENDAR, f"Điều 15 {DECREE}", READ),
    )),
    Term("TTHC_CAP_NHAT", "nhập thủ tục vào Cơ sở dữ liệu quốc gia", "ngày ký quyết định công bố", (
        LegalVersion(
            PROCEDURE_CONTROL_DECREE, 5, WORKING, f"khoản 2 Điều 24 {DECREE}", READ, complex=2
        ),
    ), when_complex="văn bản ban hành theo trình tự rút gọn"),
)
# fmt: on

OF_CHANGES = {
    "draft_by": "TTHC_CONG_BO",
    "sign_by": "TTHC_CONG_BO",
    "enter_by": "TTHC_CAP_NHAT",
}
"""The term by which each last day of a change is reckoned."""
REVIEW_PLAN_UNTIL = (1, 31)  # Nghị định 63/2010/NĐ-CP, Điều 27–31: kế hoạch năm gửi trước 31/01


def review_plan_due(year: int) -> date:
    """The last day on which the year's plan of review is sent."""
    return date(year, *REVIEW_PLAN_UNTIL)


declare(
    Known(
        "procedure_draft_days",
        "Thời hạn dự thảo quyết định công bố thủ tục",
        "Số ngày làm việc kể từ ngày ban hành văn bản làm phát sinh; quy định của tỉnh, chưa đối"
        " chiếu văn bản gốc.",
        "5",
        lambda on: {days: f"{days} ngày làm việc" for days in ("5", "7", "10")},
    ),
)
