"""Procedures by name: the catalogue at the end of a period, what changed, what became simpler."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, Sum
from django.utils import timezone

from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import counts, figure_of, share_of
from reforms.announcing import IN_PERIOD
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


def once_told(
    name: str, label: str, formula: str, *, question: str, asked: str, of: str, column: str
) -> Figure:
    """None while nobody told the column of any procedure: that is not none of them."""

    def value(period: Period, unit: str = "") -> int | None:
        ours = Q(**{OF_UNIT: unit}) if unit else Q()
        rows = Procedure.objects.filter(ours)
        told = STANDING[of](rows, period.end).exclude(**{column: None})
        return STANDING[question](rows, period.end).count() if told.exists() else None

    def opens(period: Any, unit: str = "") -> str:
        return f"{AT}?{urlencode({asked: period.address} | ({'don-vi': unit} if unit else {}))}"

    return register(Figure(name, label, formula, "thủ tục", value, opens))


def flow(name: str, label: str, formula: str, *, question: str, asked: str) -> Figure:
    """Procedures that something happened to in the period."""
    return counts(
        name, label, formula, unit="thủ tục", of_unit=OF_UNIT,
        among=lambda period: IN_PERIOD[question](
            Procedure.objects.all(), period, as_of=timezone.localdate()
        ),
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
ELIGIBLE = stock(
    "procedures_eligible", "Thủ tục đủ điều kiện toàn trình",
    "thủ tục áp dụng cuối kỳ, đủ điều kiện từ ngày đó trở về trước",
    question="eligible", asked="du-dieu-kien-cuoi-ky",
)  # fmt: skip
COMPLETE = stock(
    "procedures_complete", "Thủ tục đủ nội dung bắt buộc",
    "thủ tục áp dụng cuối kỳ mà nội dung hiện ghi đủ các phần của khoản 2 Điều 8 Nghị định"
    " 63/2010/NĐ-CP",
    question="complete", asked="du-noi-dung-cuoi-ky",
)  # fmt: skip
WITH_FEE = stock(
    "procedures_with_fee", "Thủ tục có phí, lệ phí",
    "thủ tục áp dụng cuối kỳ có mức phí, lệ phí lớn hơn 0",
    question="with_fee", asked="co-phi-cuoi-ky",
)  # fmt: skip
ONLINE = once_told(
    "procedures_online", "Thủ tục đủ điều kiện cung cấp trực tuyến",
    "thủ tục đủ điều kiện cuối kỳ đang cung cấp toàn trình hoặc một phần",
    question="online", asked="truc-tuyen-cuoi-ky", of="held", column="eligible_full_online",
)  # fmt: skip
FEE_ONLINE = once_told(
    "procedures_fee_online", "Thủ tục có phí thanh toán được trực tuyến",
    "thủ tục có phí, lệ phí cuối kỳ đã tích hợp thanh toán trực tuyến",
    question="fee_online", asked="thanh-toan-cuoi-ky", of="with_fee", column="payment_online",
)  # fmt: skip
ONE_STOP = once_told(
    "procedures_one_stop", "Thủ tục thực hiện tại một cửa",
    "thủ tục áp dụng cuối kỳ tiếp nhận tại Trung tâm Phục vụ hành chính công",
    question="one_stop", asked="mot-cua-cuoi-ky", of="held", column="at_one_stop",
)  # fmt: skip
PUBLISHED = flow(
    "procedures_published", "Thủ tục được công bố",
    "thủ tục có quyết định công bố ký trong kỳ, mỗi thủ tục tính một lần",
    question="published", asked="cong-bo-trong",
)  # fmt: skip
PUBLISHED_IN_TIME = flow(
    "procedures_published_in_time", "Thủ tục công bố đúng hạn",
    "thủ tục công bố trong kỳ, quyết định ký trước ngày văn bản có hiệu lực ít nhất 5 ngày"
    " làm việc",
    question="published_in_time", asked="cong-bo-dung-han-trong",
)  # fmt: skip
share_of(
    "procedures_published_in_time_share", "Tỷ lệ thủ tục công bố đúng hạn (%)",
    "công bố đúng hạn / công bố trong kỳ", PUBLISHED_IN_TIME, PUBLISHED,
)  # fmt: skip
TO_ENTER = flow(
    "procedures_to_enter", "Thủ tục phải cập nhật, công khai",
    "thủ tục có hạn nhập cơ sở dữ liệu quốc gia trong kỳ, đã nhập hoặc đã hết hạn",
    question="to_enter", asked="phai-cap-nhat-trong",
)  # fmt: skip
UPDATED_IN_TIME = flow(
    "procedures_updated_in_time", "Thủ tục cập nhật, công khai đúng hạn",
    "thủ tục phải cập nhật trong kỳ đã nhập không sau hạn",
    question="entered_in_time", asked="cap-nhat-dung-han-trong",
)  # fmt: skip
share_of(
    "procedures_updated_in_time_share", "Tỷ lệ thủ tục cập nhật, công khai đúng hạn (%)",
    "cập nhật đúng hạn / phải cập nhật trong kỳ", UPDATED_IN_TIME, TO_ENTER,
)  # fmt: skip
TO_REVIEW = flow(
    "procedures_to_review", "Thủ tục phải rà soát",
    "thủ tục trong kế hoạch rà soát đã duyệt có hạn trong kỳ",
    question="to_review", asked="ra-soat-trong",
)  # fmt: skip
REVIEWED = flow(
    "procedures_reviewed", "Thủ tục đã rà soát",
    "thủ tục có hạn rà soát trong kỳ đã rà soát xong đến cuối kỳ",
    question="reviewed", asked="da-ra-soat-trong",
)  # fmt: skip
share_of(
    "procedures_reviewed_share", "Tỷ lệ thủ tục đã rà soát theo kế hoạch (%)",
    "đã rà soát / phải rà soát trong kỳ", REVIEWED, TO_REVIEW,
)  # fmt: skip
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
