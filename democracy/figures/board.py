"""What the inspection boards did: inspections, recommendations, what came of them."""

from __future__ import annotations

from typing import Any

from democracy.models import BoardInspection, BoardRecommendation
from portal.periods import Period
from portal.statistics.counting import counts

ASKED = "/dan-chu/thanh-tra-nhan-dan/kien-nghi/"


def asked(period: Period) -> Any:
    return BoardRecommendation.objects.filter(received_on__range=period.dates)


BOARD_INSPECTIONS = counts(
    "board_inspections",
    "Cuộc kiểm tra, giám sát của Ban Thanh tra nhân dân",
    "số cuộc kiểm tra, giám sát có kết quả bằng văn bản trong kỳ",
    unit="cuộc",
    among=lambda period: BoardInspection.objects.filter(results_on__range=period.dates),
    of_unit="term__unit__code",
    opens=lambda period: (
        "/dan-chu/thanh-tra-nhan-dan/kiem-tra/", {"ket-qua-trong": period.address}
    ),
)  # fmt: skip
BOARD_RECOMMENDATIONS = counts(
    "board_recommendations",
    "Kiến nghị của Ban Thanh tra nhân dân",
    "số kiến nghị người đứng đầu nhận trong kỳ",
    unit="kiến nghị",
    among=asked,
    of_unit="term__unit__code",
    opens=lambda period: (ASKED, {"nhan-trong": period.address}),
)
BOARD_RECOMMENDATIONS_SETTLED = counts(
    "board_recommendations_settled",
    "trong đó đã giải quyết xong",
    "số kiến nghị nhận trong kỳ được Ban xác nhận đã giải quyết",
    unit="kiến nghị",
    among=lambda period: asked(period).filter(stage="settled"),
    of_unit="term__unit__code",
    opens=lambda period: (ASKED, {"nhan-trong": period.address, "xem": "da-xong"}),
)
