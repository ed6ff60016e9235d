"""Directives that the staff was not told of in time."""

from __future__ import annotations

from democracy.directives import undisseminated
from portal.statistics import Figure, register

NOT_DISSEMINATED = register(
    Figure(
        "directives_not_disseminated",
        "Văn bản chỉ đạo quá hạn chưa quán triệt",
        "nghị quyết, chỉ thị, kết luận, chương trình của cấp trên đến hạn quán triệt trong kỳ"
        " (30 ngày sau ngày ban hành, hoặc theo quy định riêng) mà chưa có buổi nào",
        "văn bản",
        lambda period, unit="": undisseminated(period).count(),
        lambda period, unit="": f"/dan-chu/quan-triet/chua-quan-triet/?nam={period.end.year}",
    )
)
