"""The warnings of a reading as sentences for whoever drafted the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SENTENCES = {
    "number_missing": "Văn bản chưa có số.",
    "day_missing": "Dòng ngày tháng chưa ghi ngày.",
    "month_missing": "Dòng ngày tháng chưa ghi tháng.",
    "numbering_missing": "Số thứ tự của các mục có thể đã mất khi sao chép: nhiều đoạn không có"
    " số.",
    "time_missing": "Mục {detail} không ghi thời gian.",
    "crossref_missing": "Mục {detail}: chỗ dẫn chiếu không có trong văn bản.",
    "crossref_mismatch": "Mục {detail}: chỗ dẫn chiếu là việc của đơn vị khác.",
    "basis_after_plan": "Căn cứ {detail} ban hành sau ngày của văn bản này.",
    "cites_repealed": "{detail} đã hết hiệu lực vào ngày của văn bản này.",
    "deadline_past": "Mục {detail}: hạn đã qua vào ngày ban hành.",
    "deadline_short_notice": "Mục {detail}: hạn cách ngày ban hành chưa đến 5 ngày làm việc.",
}
OF_A_TASK = ("time_missing", "deadline_past", "deadline_short_notice", "crossref")


def sentences_of(warnings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(item that it is about or "", sentence)."""
    for warning in warnings:
        code, _, detail = warning.partition(":")
        ref = detail.split(" -> ")[0] if code.startswith(OF_A_TASK) else ""
        words = detail.replace(" -> ", ", “") + ("”" if " -> " in detail else "")
        yield ref, SENTENCES[code].format(detail=words)
