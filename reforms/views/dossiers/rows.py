"""``/cai-cach/ho-so/dong/``: the rows behind the figures of II.06a."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Tab,
    Within,
    field_options,
    fields_below,
    unit_of,
    unit_options,
)
from portal.periods import stretch_of
from portal.text import day
from portal.views.list import ListView
from portal.views.planning.lists import NO_RIGHT, no_match
from reforms.dossiers.tally import PARTS, SUMS
from reforms.models import DossierCount
from reforms.rules import keeps_procedures, works_in_the_office

NOTHING = {
    "kind": "nothing",
    "title": "Chưa có số liệu hồ sơ",
    "words": "Ghi theo biểu II.06a từng tháng, hoặc nhập từ tệp Excel.",
    "url": "/cai-cach/ho-so/nhap/",
    "act": "Nhập số liệu",
}


class Inside(Within):
    """All days of the row in the period."""

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        return rows.within(*stretch_of(value).dates)


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


def of_field(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(field__in=fields_below(code))


class DossierRows(ListView):
    listing = Listing(
        conditions=(
            Inside("ky", "Kỳ", "period_from", when_asked=True),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field),
        ),
        orders=(Order("ky", "Kỳ", "period_from"),),
        tabs=(Tab("Tất cả"),),
        usual="-ky",
        found="-ky",
    )
    columns = ("pk", "period_from", "period_to", "field__name", "unit__name", *PARTS.values())
    template = "reforms/dossiers/rows.html"
    noun = "dòng"

    def rows(self) -> QuerySet:
        works = works_in_the_office(self.reader.user, on=self.reader.on)
        return DossierCount.objects.all() if works else DossierCount.objects.none()

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return [
            {
                "days": f"{day(row['period_from'])} – {day(row['period_to'])}",
                "field": row["field__name"],
                "unit": row["unit__name"] or "Cả cơ quan",
                "cells": cells_of(row),
            }
            for row in found
        ]

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        return shown | {"empty": None if found.rows else self.empty()}

    def empty(self) -> Mapping[str, str]:
        if not works_in_the_office(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if self.asked.values:
            return no_match("Không có dòng nào khớp")
        writes = keeps_procedures(self.reader.user, on=self.reader.on)
        return NOTHING if writes else {k: v for k, v in NOTHING.items() if k not in ("url", "act")}


def cells_of(row: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Columns 3 to 13 with their numbers."""
    parts = {number: row[name] for number, name in PARTS.items()}
    sums = {number: sum(parts[part] for part in of) for number, of in SUMS.items()}
    return sorted((parts | sums).items())
