"""``/dan-chu/phieu-diem/``: the sheets that the reader may see, of all years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy.models import RatingRound, ScoreSheet
from democracy.models.rating.sheet import Stage
from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Tab,
    Within,
    by_year,
    unit_of,
    unit_options,
)
from portal.planning.rules import works_here
from portal.registers import CodeKey
from portal.views.list import ListView
from portal.views.planning.lists import NO_RIGHT, no_match, words_in

VIEWS = (("chua-gui", "Chưa gửi bản tự chấm"), ("cho-tham-dinh", "Chờ thẩm định"),
         ("cho-quyet-dinh", "Chờ quyết định"))  # fmt: skip
STAGES = {"chua-gui": Stage.SELF, "cho-tham-dinh": Stage.SENT, "cho-quyet-dinh": Stage.APPRAISED}


def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
    return rows.filter(round__year=int(year))


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


RATED = ("don-vi-da-xep-loai", "Đơn vị đã xếp loại")


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == RATED[0]:
        return rows.filter(stage=Stage.DECIDED, person=None)
    return rows.filter(stage=STAGES[view])


SHEETS = Listing(
    conditions=(
        words_in("unit__name", "body__name", "person__full_name", "code"),
        by_year(RatingRound, narrow=of_year),
        Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
        Within("quyet-dinh-trong", "Quyết định trong", "round__decided_on"),
        Choice("xem", "Xem", "Tất cả", lambda: (*VIEWS, RATED), seen_as, in_bar=False),
    ),
    orders=(Order("so", "Số", "code", read=str, key=CodeKey),),
    tabs=(*(Tab(words, (("xem", view),)) for view, words in VIEWS), Tab("Tất cả")),
    usual="-so",
    found="-so",
)
NO_SHEET = {
    "kind": "nothing",
    "title": "Chưa có phiếu điểm nào",
    "words": "Phiếu điểm được lập khi đầu mối tổng hợp mở kỳ xếp loại.",
    "url": "/dan-chu/xep-loai/",
    "act": "Xem các kỳ xếp loại",
}


class SheetList(ListView):
    listing = SHEETS
    columns = (
        *("pk", "code", "stage", "self_total", "review_total", "total", "level_words"),
        *("unit__name", "body__name", "person__full_name", "round__year", "round__code"),
        *("round__criteria__title", "round__self_due"),
    )
    template = "democracy/rating/sheets.html"
    noun = "phiếu điểm"

    def rows(self) -> QuerySet:
        return ScoreSheet.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages = dict(Stage.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "rated": row["person__full_name"] or row["unit__name"] or row["body__name"],
                "stage_words": stages[row["stage"]],
                "late": row["stage"] == Stage.SELF and row["round__self_due"] < self.reader.on,
            }
            for row in found
        ]

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        return shown | {"empty": None if found.rows else self.empty(shown["tabs"])}

    def empty(self, tabs: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
        if not works_here(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if not any(tab["found"] for tab in tabs):
            return NO_SHEET
        return no_match("Không có phiếu điểm nào khớp")
