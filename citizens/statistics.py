"""The figures of citizens' business by name: how each is counted, and the address of its rows.

Denunciations are in none of them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import Q, Sum

from portal.filters import fields_below, unit_of
from portal.periods import Regular
from portal.statistics import Figure, register, share

from .models import Case, Petition, Reception, Tally
from .models.reception.vocabulary import Host

SETTLED = ("settled_on_time", "settled_late")
FEW = 10
"""Below so many settled cases a rate says nothing about a unit: "ít vụ"."""


def address(at: str, asks: dict[str, str], *, unit: str = "", field: str = "") -> str:
    """The list that a figure opens: the same rows, the same unit and field (by their codes)."""
    asked = asks | {"don-vi": unit, "linh-vuc": field}
    return _written(at, tuple((name, value) for name, value in asked.items() if value))


@lru_cache(maxsize=2_000)
def _written(at: str, asked: tuple[tuple[str, str], ...]) -> str:
    """A page of figures asks for some two hundred addresses, the same ones each time."""
    return f"{at}?{urlencode(asked)}"


def within(unit: str, field: str) -> Q:
    """What belongs to a unit, to a field and those below it."""
    here = Q(unit=unit_of(unit)) if unit else Q()
    return here & Q(field__in=fields_below(field)) if field else here


# what a period brought: out of the rollups


def rolled(name: str, label: str, formula: str, unit: str, rows: str, *whats: str) -> Figure:
    """``rows``: the list and its conditions, the period's own without a value."""
    at, _, conditions = rows.partition("?")
    asked = parse_qsl(conditions, keep_blank_values=True)

    def value(period: Regular, **scope: str) -> int:
        return tallied(period, *whats, **scope)[0]

    def rows_of(period: Regular, **scope: str) -> str:
        return address(at, {name: value or period.address for name, value in asked}, **scope)

    return register(Figure(name, label, formula, unit, value, rows_of))


def tallied(period: Regular, *whats: str, unit: str = "", field: str = "") -> tuple[int, int]:
    """The amount and the days of a period made of whole months."""
    rows = Tally.objects.filter(within(unit, field), what__in=whats, month__range=period.dates)
    sums = rows.aggregate(amount=Sum("amount"), days=Sum("days"))
    return sums["amount"] or 0, sums["days"] or 0


PETITIONS_RECEIVED = rolled(
    "petitions_received",
    "Đơn tiếp nhận",
    "số đơn có ngày nhận trong kỳ; đơn tố cáo có sổ và báo cáo riêng",
    "đơn",
    "/don/?nhan-trong=",
    "received",
)
PETITIONS_HANDLED = rolled(
    "petitions_handled",
    "Đơn đã xử lý",
    "số đơn có ngày xử lý trong kỳ",
    "đơn",
    "/don/?xu-ly-trong=",
    "handled",
)
CASES_OPENED = rolled(
    "cases_opened",
    "Vụ việc mở",
    "số vụ việc có đơn nhận trong kỳ",
    "vụ việc",
    "/vu-viec/?nhan-trong=",
    "opened",
)
CASES_SETTLED = rolled(
    "cases_settled",
    "Vụ việc giải quyết",
    "số vụ việc có quyết định giải quyết hoặc văn bản trả lời đề ngày trong kỳ",
    "vụ việc",
    "/vu-viec/?giai-quyet-trong=",
    *SETTLED,
)
VISITS_RECEIVED = rolled(
    "visits_received",
    "Lượt tiếp",
    "số lượt được tiếp trong kỳ, không kể từ chối; lượt tiếp về tố cáo có sổ riêng",
    "lượt",
    "/tiep-dan/?duoc-tiep=co&tiep-trong=",
    "visited",
)
CROWDS_RECEIVED = rolled(
    "crowds_received",
    "Đoàn đông người",
    "số lượt tiếp từ 5 người trong kỳ",
    "đoàn",
    "/tiep-dan/?duoc-tiep=co&doan=doan&tiep-trong=",
    "crowd",
)


def _days_kept(name: str, label: str, host: str) -> Figure:
    def value(period: Regular) -> int:
        held = Reception.objects.held().filter(unit=None, host=host, date__range=period.dates)
        return held.values("date").distinct().count()

    formula = "số ngày đã tiếp tại Sở trong kỳ, kể cả khi không có công dân đến"
    opens = {"chu-tri": host}
    return register(
        Figure(
            name,
            label,
            formula,
            "ngày",
            value,
            lambda period: address("/tiep-dan/lich/da-tiep/", opens | {"ky": period.address}),
        )
    )


def _days_announced(name: str, label: str, host: str, column: int) -> Figure:
    def value(period: Regular) -> int:
        ours = Reception.objects.announced_days().filter(unit=None, host=host)
        return ours.filter(date__range=period.dates).values("date").distinct().count()

    formula = (
        "số ngày tiếp tại Sở đã công bố lịch trong kỳ, kể cả buổi đã hủy và khi không có công dân"
        f" đến; buổi hoãn tính ở ngày mới (như biểu 01/TCD, cột {column})"
    )
    return register(Figure(name, label, formula, "ngày", value))


OWN_DAYS_KEPT = _days_kept("own_days_kept", "Ngày Thủ trưởng đã tiếp", Host.HEAD)
DELEGATED_DAYS_KEPT = _days_kept("delegated_days_kept", "Ngày ủy quyền đã tiếp", Host.DELEGATE)
OWN_DAYS_ANNOUNCED = _days_announced(
    "own_days_announced", "Ngày Thủ trưởng tiếp, đã công bố", Host.HEAD, 10
)
DELEGATED_DAYS_ANNOUNCED = _days_announced(
    "delegated_days_announced", "Ngày ủy quyền tiếp, đã công bố", Host.DELEGATE, 16
)


def _settled_rows(how: str) -> Any:
    def rows(period: Regular, **scope: str) -> str:
        asks = {"giai-quyet-trong": period.address, "ket-qua-han": how}
        return address("/vu-viec/", asks, **scope)

    return rows


CASES_ON_TIME = register(
    Figure(
        "cases_settled_on_time",
        "Giải quyết đúng hạn",
        "vụ việc giải quyết trong kỳ mà văn bản đề ngày không sau ngày hết hạn",
        "vụ việc",
        lambda period, **scope: tallied(period, "settled_on_time", **scope)[0],
        _settled_rows("dung-han"),
    )
)
MEAN_DAYS = register(
    Figure(
        "mean_days",
        "Thời gian giải quyết trung bình",
        "tổng số ngày từ thụ lý (hoặc nhận đơn) đến văn bản giải quyết, chia cho số đã giải quyết",
        "ngày",
        lambda period, **scope: mean(*tallied(period, *SETTLED, **scope)),
        CASES_SETTLED.rows,
    )
)


def mean(amount: int, days: int) -> float | None:
    return round(days / amount, 1) if amount else None


# what stands open on a day


def standing_figure(name: str, label: str, formula: str, at: str, rows: Any, asks: dict) -> Figure:
    def value(as_of: date, *, unit: str = "", field: str = "") -> int:
        return rows(as_of).filter(within(unit, field)).count()

    def rows_of(as_of: date, **scope: str) -> str:
        return address(at, asks, **scope)

    noun = "đơn" if at == "/don/" else "vụ việc"
    return register(Figure(name, label, formula, noun, value, rows_of))


PETITIONS_OPEN = standing_figure(
    "petitions_open",
    "Đơn đang mở",
    "đơn chưa xử lý xong",
    "/don/",
    lambda as_of: Petition.objects.plain().waiting(),
    {"xem": "dang-mo"},
)
PETITIONS_OVERDUE = standing_figure(
    "petitions_overdue",
    "Đơn quá hạn",
    "đơn còn một thời hạn đang chạy đã qua ngày cuối",
    "/don/",
    lambda as_of: Petition.objects.plain().overdue(as_of=as_of),
    {"han": "qua-han"},
)
CASES_OPEN = standing_figure(
    "cases_open",
    "Vụ việc đang mở",
    "vụ việc chưa kết thúc",
    "/vu-viec/",
    lambda as_of: Case.objects.open(),
    {"xem": "dang-mo"},
)
CASES_OVERDUE = standing_figure(
    "cases_overdue",
    "Vụ việc quá hạn",
    "vụ việc chưa kết thúc, còn một thời hạn đang chạy đã qua ngày cuối",
    "/vu-viec/",
    lambda as_of: Case.objects.overdue(as_of=as_of),
    {"han": "qua-han"},
)
CASES_LATE_UNSETTLED = standing_figure(
    "cases_late_unsettled",
    "Vụ việc chưa giải quyết đang quá hạn",
    "vụ việc chưa có quyết định hoặc văn bản trả lời, đã qua ngày cuối",
    "/vu-viec/",
    lambda as_of: Case.objects.overdue(as_of=as_of).filter(decided_on=None),
    {"han": "qua-han", "ket-qua-han": "chua"},
)

SETTLED_AND_LATE = register(
    Figure(
        "cases_settled_and_late",
        "Đã giải quyết và đang quá hạn",
        "đã giải quyết trong kỳ cộng chưa giải quyết đang quá hạn",
        "vụ việc",
        lambda period, *, as_of, **scope: (
            CASES_SETTLED.value(period, **scope) + CASES_LATE_UNSETTLED.value(as_of, **scope)
        ),
    )
)


# the rate, under its two names


def _of_settled(period: Regular, **scope: str) -> float | None:
    return share(CASES_ON_TIME.value(period, **scope), CASES_SETTLED.value(period, **scope))


def _of_due(period: Regular, *, as_of: date, **scope: str) -> float | None:
    late = CASES_LATE_UNSETTLED.value(as_of, **scope)
    return share(CASES_ON_TIME.value(period, **scope), CASES_SETTLED.value(period, **scope) + late)


ON_TIME_OF_SETTLED = register(
    Figure(
        "on_time_of_settled",
        "Đúng hạn trên số đã giải quyết",
        "giải quyết đúng hạn / đã giải quyết trong kỳ",
        "%",
        _of_settled,
        CASES_SETTLED.rows,
        numerator=CASES_ON_TIME.name,
        denominator=CASES_SETTLED.name,
    )
)
ON_TIME_OF_DUE = register(
    Figure(
        "on_time_of_due",
        "Đúng hạn trên số đã giải quyết cộng số đang quá hạn",
        "giải quyết đúng hạn / (đã giải quyết trong kỳ + chưa giải quyết đang quá hạn); kỳ đã qua"
        " lấy số quá hạn của ngày cuối kỳ",
        "%",
        _of_due,
        CASES_SETTLED.rows,
        numerator=CASES_ON_TIME.name,
        denominator=SETTLED_AND_LATE.name,
    )
)
