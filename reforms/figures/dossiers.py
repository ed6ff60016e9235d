"""II.06a by name: counts of columns, and shares with their two sums as figures of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from portal.filters import unit_of
from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import share_of
from reforms.dossiers.ratios import RATIOS, Part, Ratio, columns, told
from reforms.dossiers.tally import Tally, tallies, total


def tally_of(period: Period, unit: str = "") -> Tally:
    return total(tallies(*period.dates), unit=unit_of(unit) if unit else None)


def opens(period: Any, unit: str = "") -> str:
    asked = {"ky": period.address} | ({"don-vi": unit} if unit else {})
    return f"/cai-cach/ho-so/dong/?{urlencode(asked)}"


def counted(name: str, label: str, formula: str, part: Part) -> Figure:
    """None where nobody told a number."""

    def value(period: Period, unit: str = "") -> int | None:
        return part(tally_of(period, unit))

    return register(Figure(name, label, formula, "hồ sơ", value, opens))


def shared(ratio: Ratio) -> Figure:
    part = counted(f"{ratio.name}_part", f"{ratio.label}: tử số", ratio.formula, ratio.part)
    whole = counted(f"{ratio.name}_whole", f"{ratio.label}: mẫu số", ratio.formula, ratio.whole)
    label, formula = f"{ratio.label} (%)", f"{ratio.formula} ({ratio.source})"
    return share_of(ratio.name, label, formula, part, whole)


COUNTED: tuple[tuple[str, str, str, Callable[[Tally], int | None]], ...] = (
    ("dossiers_received", "Hồ sơ tiếp nhận trong kỳ", "cột 4+5 của biểu II.06a", columns(4, 5)),
    ("dossiers_to_settle", "Hồ sơ nhận giải quyết", "cột 3, kể cả từ kỳ trước", columns(3)),
    ("dossiers_settled", "Hồ sơ đã giải quyết", "cột 7", columns(7)),
    ("dossiers_late", "Hồ sơ giải quyết quá hạn", "cột 10", columns(10)),
    ("dossiers_open", "Hồ sơ đang giải quyết", "cột 11 của tháng cuối kỳ", columns(11)),
    ("dossiers_open_late", "Hồ sơ đang giải quyết đã quá hạn", "cột 13 của tháng cuối kỳ",
     columns(13)),
    ("dossiers_received_online", "Hồ sơ tiếp nhận trực tuyến", "cột 4", columns(4)),
    ("dossiers_with_fee", "Hồ sơ phải thu phí, lệ phí", "số liệu kèm theo biểu II.06a",
     told("fee_due")),
    ("supplements", "Hồ sơ phải yêu cầu bổ sung", "số liệu kèm theo biểu II.06a",
     told("supplements")),
    ("supplements_twice", "Hồ sơ bị yêu cầu bổ sung quá một lần", "số liệu kèm theo biểu II.06a",
     told("supplements_twice")),
    ("dossiers_refused", "Hồ sơ từ chối tiếp nhận", "số liệu kèm theo biểu II.06a",
     told("refused")),
    ("dossiers_interlinked", "Hồ sơ liên thông", "số liệu kèm theo biểu II.06a",
     told("interlinked")),
)  # fmt: skip

FIGURES = {row[0]: counted(*row) for row in COUNTED} | {each.name: shared(each) for each in RATIOS}
