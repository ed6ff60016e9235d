"""How a share stands, in the words of lists and pages; computed, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.deadlines import Standing, standing

WITHOUT_DATE = {
    "continuous": "Thường xuyên",
    "recurring": "Định kỳ",
    "open": "Chưa rõ ngày kết thúc",
    "event": "Theo một sự kiện",
    "reference": "Theo văn bản, lộ trình khác",
    "sla": "Kể từ một việc",
    "multi": "Nhiều đợt",
}


def standing_of(row: Mapping[str, Any], *, as_of: date) -> Standing:
    """Of a row of values: ``stage``, ``due``, ``finished_on``, ``task__time_kind``."""
    stage, due = row["stage"], row["due"]
    if stage == "skipped":
        return said("pause", "Thôi thực hiện")
    if stage in ("done", "reported"):
        late = bool(due and row["finished_on"] and row["finished_on"] > due)
        words = "Hoàn thành quá hạn" if late else "Hoàn thành đúng hạn"
        return said("done", words if stage == "done" else "Chờ xác nhận", row["finished_on"])
    if due is None:
        kind = row["task__time_kind"]
        return said("ok", WITHOUT_DATE.get(kind, "Chưa xác định thời gian"))
    if row["task__time_kind"] == "continuous" and as_of <= due:
        return said("ok", "Thường xuyên", due)
    return standing(due, as_of=as_of)


def said(kind: Any, words: str, on: date | None = None) -> Standing:
    return Standing(kind, words, words, on)
