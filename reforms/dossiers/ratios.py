"""Shares of dossiers, each under its own name: the same words never mean two sums."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portal.statistics import share
from reforms.dossiers.tally import Tally

Part = Callable[[Tally], int | None]
CIRCULAR = "Thông tư 01/2020/TT-VPCP, biểu II.06a"
BOARD = "Quyết định 766/QĐ-TTg, chỉ số 2.1"
TWICE = "hồ sơ yêu cầu bổ sung quá một lần"


@dataclass(frozen=True)
class Ratio:
    """A share of two sums of columns."""

    name: str
    label: str
    formula: str
    source: str
    part: Part
    whole: Part

    def of(self, tally: Tally) -> float | None:
        return share(self.part(tally), self.whole(tally))


def columns(*numbers: int) -> Part:
    return lambda tally: tally.sum(*numbers)


def told(name: str) -> Part:
    return lambda tally: tally.told(name)


def whole(name: str) -> Part:
    return lambda tally: tally.whole(name)


def of_optional(name: str, column: str, label: str, formula: str) -> Ratio:
    return Ratio(name, label, formula, CIRCULAR, told(column), whole(column))


def in_time_by_the_board(tally: Tally) -> int | None:
    """Decision 766 counts as late what had to be supplemented twice; nobody told: none of them."""
    in_time = tally.sum(8, 9, 12)
    return None if in_time is None else in_time - (tally.told("in_time_after_two") or 0)


ON_TIME = Ratio(
    "dossiers_on_time",
    "Đúng hạn, cả hồ sơ đang giải quyết",
    "(8+9+12) / (7+11): giải quyết trước hạn, đúng hạn cộng đang giải quyết trong hạn",
    CIRCULAR,
    columns(8, 9, 12),
    columns(7, 11),
)
ON_TIME_BY_THE_BOARD = Ratio(
    "dossiers_on_time_766",
    "Đúng hạn theo Quyết định 766",
    f"(8+9+12 bớt {TWICE}) / (7+11)",
    BOARD,
    in_time_by_the_board,
    columns(7, 11),
)
SETTLED_ON_TIME = Ratio(
    "dossiers_settled_on_time",
    "Đúng hạn trong số đã giải quyết",
    "(8+9) / 7",
    CIRCULAR,
    columns(8, 9),
    columns(7),
)
RATIOS = (
    ON_TIME,
    ON_TIME_BY_THE_BOARD,
    SETTLED_ON_TIME,
    Ratio("dossiers_online", "Tiếp nhận trực tuyến", "4 / (4+5)", CIRCULAR, columns(4),
          columns(4, 5)),
    of_optional("post_in", "post_in", "Nhận qua bưu chính công ích",
                "nhận qua bưu chính / tiếp nhận trong kỳ (4+5)"),
    of_optional("post_out", "post_out", "Trả kết quả qua bưu chính công ích",
                "trả qua bưu chính / đã giải quyết (7)"),
    of_optional("paid_online", "paid_online", "Thanh toán trực tuyến",
                "thanh toán trực tuyến / hồ sơ phải thu phí, lệ phí"),
    of_optional("digitised", "digitised", "Số hóa hồ sơ", "đã số hóa / đã giải quyết (7)"),
    of_optional("e_results", "e_result", "Trả kết quả điện tử",
                "trả kết quả điện tử / đã giải quyết (7)"),
    of_optional("supplements_share", "supplements", "Phải yêu cầu bổ sung",
                "phải yêu cầu bổ sung / tiếp nhận trong kỳ (4+5)"),
    of_optional("supplements_twice_share", "supplements_twice", "Yêu cầu bổ sung quá một lần",
                "yêu cầu bổ sung quá một lần / tiếp nhận trong kỳ (4+5)"),
    of_optional("refused_share", "refused", "Từ chối tiếp nhận",
                "từ chối / (tiếp nhận trong kỳ + từ chối)"),
)  # fmt: skip
