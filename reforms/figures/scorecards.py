"""Points of the office: its card of the year, the board of Decision 766."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from portal.periods import Period
from portal.statistics import Figure, register
from reforms.board import board_of, version_in_force
from reforms.models import Scorecard
from reforms.models.scorecard.card import Stage

SCORED = (Stage.DONE, Stage.PUBLISHED)


def card_of(period: Period) -> Any:
    cards = Scorecard.objects.filter(campaign__of_the_office=True, campaign__year=period.end.year)
    return cards.order_by("-pk")


def par_points(period: Period, unit: str = "") -> Decimal | None:
    """None until every line was appraised."""
    if unit:
        return None
    return card_of(period).filter(stage__in=SCORED).values_list("total", flat=True).first()


def par_self_points(period: Period, unit: str = "") -> Decimal | None:
    if unit:
        return None
    return card_of(period).values_list("self_total", flat=True).first()


def opens(period: Any, unit: str = "") -> str:
    return f"/cai-cach/phieu-cham/?nam={period.end.year}"


def points_766(period: Period, unit: str = "") -> Decimal | None:
    """None of a period of which nothing is known."""
    version = None if unit else version_in_force(as_of=period.end)
    board = board_of(version, period) if version else None
    return None if board is None or board.is_empty else board.result.total


register(
    Figure("par_points", "Điểm chấm CCHC của Sở", "điểm thẩm định của phiếu chấm Sở trong năm",
           "điểm", par_points, opens)
)  # fmt: skip
register(
    Figure("par_self_points", "Điểm Sở tự chấm CCHC", "điểm tự chấm của phiếu chấm Sở trong năm",
           "điểm", par_self_points, opens)
)  # fmt: skip
register(
    Figure("points_766", "Điểm bộ chỉ số 766", "tổng điểm sáu nhóm của bộ chỉ số 766 trong kỳ",
           "điểm", points_766, lambda period, unit="": f"/cai-cach/766/?ky={period.address}")
)  # fmt: skip
