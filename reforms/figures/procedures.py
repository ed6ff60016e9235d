"""Procedures by name: the catalogue at the end of a period, what changed, what became simpler."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Sum
from django.utils import timezone

from portal.periods import Period
from portal.statistics import Figure
from portal.statistics.counting import counts, figure_of, share_of
from reforms.models import Procedure, ProcedureChange, Simplification
from reforms.views.procedure.lists import STANDING

AT, CHANGES = "/cai-cach/thu-tuc/", "/cai-cach/bien-dong/"
PROPOSALS = "/cai-cach/don-gian-hoa/"
OF_UNIT = "unit__code"


def stock(name: str, label: str, formula: str, *, question: str, asked: str) -> Figure:
    """Procedures at the end of the period."""
    return counts(
        name, label, formula, unit="thủ tục", of_unit=OF_UNIT,
        among=lambda period: STANDING[question](Procedure.objects.all(), period.end),
        opens=lambda period: (AT, {asked: period.address}),
    )  # fmt: skip


TOTAL = stock(
    "procedures_total", "Thủ tục đang áp dụng", "thủ tục áp dụng vào ngày cuối kỳ",
    question="held", asked="cuoi-ky",
)  # fmt: skip
FULL = stock(
    "procedures_full_online", "Thủ tục cung cấp toàn trình",
    "thủ tục đủ điều kiện đã cung cấp toàn trình vào ngày cuối kỳ",
    question="full", asked="toan-trinh-cuoi-ky",
)  # fmt: skip
NOT_YET = stock(
    "procedures_eligible_not_yet", "Thủ tục đủ điều kiện, chưa toàn trình",
    "thủ tục đủ điều kiện trừ thủ tục đã toàn trình vào ngày cuối kỳ",
    question="not_yet", asked="chua-toan-trinh-cuoi-ky",
)  # fmt: skip
INCOMPLETE = stock(
    "procedures_incomplete", "Thủ tục thiếu nội dung bắt buộc",
    "thủ tục áp dụng cuối kỳ mà nội dung hiện ghi thiếu phần của khoản 2 Điều 8 Nghị định 63/2010",
    question="incomplete", asked="thieu-cuoi-ky",
)  # fmt: skip
ELIGIBLE = counts(
    "procedures_eligible",
    "Thủ tục đủ điều kiện toàn trình",
    "thủ tục áp dụng cuối kỳ được đánh giá đủ điều kiện",
    unit="thủ tục",
    among=lambda period: Procedure.objects.held_on(period.end).eligible(),
    of_unit=OF_UNIT,
    opens=lambda period: (AT, {"cuoi-ky": period.address, "du-dieu-kien": "co"}),
)
PARTIAL = counts(
    "procedures_partial_online",
    "Thủ tục cung cấp một phần",
    "thủ tục áp dụng cuối kỳ đang cung cấp trực tuyến một phần",
    unit="thủ tục",
    among=lambda period: Procedure.objects.held_on(period.end).filter(online_level="mot-phan"),
    of_unit=OF_UNIT,
    opens=lambda period: (AT, {"cuoi-ky": period.address, "truc-tuyen": "mot-phan"}),
)
FULL_SHARE = share_of(
    "procedures_full_online_share",
    "Tỷ lệ thủ tục đủ điều kiện cung cấp toàn trình (%)",
    "toàn trình / đủ điều kiện, cuối kỳ",
    FULL,
    ELIGIBLE,
)


def late_at_the_end(period: Period) -> Any:
    """While the period runs, today is its last day."""
    return ProcedureChange.objects.not_updated(as_of=min(period.end, timezone.localdate()))


NOT_UPDATED = counts(
    "procedures_not_updated",
    "Biến động thủ tục chưa cập nhật kịp thời",
    "biến động có bước đã quá hạn mà chưa làm vào ngày cuối kỳ",
    unit="biến động",
    among=late_at_the_end,
    of_unit=OF_UNIT,
    opens=lambda period: (CHANGES, {"cham-cuoi-ky": period.address}),
)
CHANGED = counts(
    "procedures_changed",
    "Biến động thủ tục được công bố",
    "biến động có quyết định công bố ký trong kỳ",
    unit="biến động",
    among=lambda period: ProcedureChange.objects.filter(signed_on__range=period.dates),
    of_unit=OF_UNIT,
    opens=lambda period: (CHANGES, {"ky-trong": period.address}),
)
ENTERED = counts(
    "procedures_entered",
    "Biến động đã nhập cơ sở dữ liệu quốc gia",
    "biến động nhập cơ sở dữ liệu quốc gia trong kỳ",
    unit="biến động",
    among=lambda period: ProcedureChange.objects.filter(entered_on__range=period.dates),
    of_unit=OF_UNIT,
    opens=lambda period: (CHANGES, {"nhap-trong": period.address}),
)
ENTERED_IN_TIME = counts(
    "procedures_entered_in_time",
    "Biến động nhập cơ sở dữ liệu quốc gia đúng hạn",
    "biến động nhập trong kỳ, không sau hạn của khoản 2 Điều 24 Nghị định 63/2010/NĐ-CP",
    unit="biến động",
    among=lambda period: ProcedureChange.objects.filter(
        entered_on__range=period.dates, entered_on__lte=F("enter_by")
    ),
    of_unit=OF_UNIT,
    opens=lambda period: (CHANGES, {"dung-han-trong": period.address}),
)
IN_TIME_SHARE = share_of(
    "procedures_entered_in_time_share",
    "Tỷ lệ biến động nhập cơ sở dữ liệu quốc gia đúng hạn (%)",
    "nhập đúng hạn / đã nhập trong kỳ",
    ENTERED_IN_TIME,
    ENTERED,
)
SIMPLIFIED = counts(
    "procedures_simplified",
    "Phương án đơn giản hóa được Sở thông qua",
    "phương án có ngày Sở thông qua trong kỳ",
    unit="phương án",
    among=lambda period: Simplification.objects.filter(adopted_on__range=period.dates),
    of_unit=OF_UNIT,
    opens=lambda period: (PROPOSALS, {"thong-qua-trong": period.address}),
)


def carried_out(period: Period) -> Any:
    return Simplification.objects.filter(carried_out_on__range=period.dates)


def days(name: str, label: str, formula: str, expression: Any) -> Figure:
    """A sum of working days over what was carried out; nothing carried out: none."""

    def of_rows(rows: Any) -> Any:
        return rows.aggregate(sum=Sum(expression))["sum"]

    return figure_of(
        name, label, formula, "ngày làm việc", of_rows, carried_out, OF_UNIT,
        lambda period: (PROPOSALS, {"thuc-thi-trong": period.address}),
    )  # fmt: skip


DAYS_BEFORE = days(
    "days_before", "Thời hạn trước cắt giảm",
    "tổng thời hạn trước của các phương án thực thi trong kỳ", F("days_before"),
)  # fmt: skip
DAYS_CUT = days(
    "days_cut", "Thời hạn được cắt giảm",
    "tổng số ngày giảm của các phương án thực thi trong kỳ", F("days_before") - F("days_after"),
)  # fmt: skip
DAYS_CUT_SHARE = share_of(
    "days_cut_share",
    "Tỷ lệ cắt giảm thời hạn (%)",
    "Σ(trước − sau) / Σ trước của phương án thực thi trong kỳ",
    DAYS_CUT,
    DAYS_BEFORE,
)
