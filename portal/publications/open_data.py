"""Open data: figures of whole quarters and years, no person in them, small numbers left out.

A number below five is told as "fewer than five": who is one of three can be recognised. Where one
row of a table is left out the next smallest goes with it, so that no total gives it away. Shares
are whole per cents of at least twenty. Only what is over is told. Denunciations are in none of
the figures that are named here; a test holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.fields import Field
from portal.kept import KeptFor
from portal.periods import Quarter, Year, period_of
from portal.statistics import figure

FEWEST, FEWEST_OF_SHARE = 5, 20
YEARS = 5
LESS = "dưới 5"
Scope = dict[str, str]


@dataclass(frozen=True)
class Column:
    """A count under its figure's name, or with ``of`` the share of the one in the other."""

    name: str
    label: str
    counts: str
    of: str = ""


@dataclass(frozen=True)
class Dataset:
    """``by``: a row for each quarter (``quy``) or each field of management (``linh_vuc``)."""

    code: str
    title: str
    about: str
    by: str
    columns: tuple[Column, ...]

    @property
    def url(self) -> str:
        return f"/api/{self.code}/"

    @property
    def first(self) -> str:
        return {"quy": "Quý", "linh_vuc": "Lĩnh vực"}[self.by]


PETITIONS = (
    Column("don_tiep_nhan", "Đơn tiếp nhận", "petitions_received"),
    Column("vu_viec_giai_quyet", "Vụ việc giải quyết", "cases_settled"),
    Column(
        "dung_han_phan_tram", "Giải quyết đúng hạn, %", "cases_settled_on_time", "cases_settled"
    ),
)
DATASETS = {
    each.code: each
    for each in (
        Dataset(
            "don-thu",
            "Đơn thư và tiếp công dân theo quý",
            "Đơn tiếp nhận, vụ việc giải quyết, lượt tiếp công dân từng quý",
            "quy",
            (*PETITIONS, Column("luot_tiep", "Lượt tiếp công dân", "visits_received")),
        ),
        Dataset(
            "don-thu-theo-linh-vuc",
            "Đơn thư theo lĩnh vực",
            "Đơn tiếp nhận và vụ việc giải quyết trong năm, theo lĩnh vực quản lý",
            "linh_vuc",
            PETITIONS,
        ),
        Dataset(
            "ho-so",
            "Hồ sơ một cửa theo quý",
            "Hồ sơ một cửa tiếp nhận và giải quyết từng quý",
            "quy",
            (
                Column("ho_so_tiep_nhan", "Hồ sơ một cửa tiếp nhận", "dossiers_received"),
                Column("ho_so_giai_quyet", "Hồ sơ một cửa đã giải quyết", "dossiers_settled"),
            ),
        ),
    )
}


def years(*, on: date) -> range:
    return range(on.year, on.year - YEARS, -1)


def rows_of(dataset: Dataset, *, year: int, on: date) -> list[dict[str, Any]]:
    """Nothing of a period that is not over."""
    if dataset.by == "quy":
        quarters = (Quarter.of(year, number) for number in range(1, 5))
        return [
            {"quy": period.code, **counted(dataset, period, {})}
            for period in quarters
            if period.end < on
        ]
    period = Year.of(year)
    if period.end >= on:
        return []
    rows = [
        {"linh_vuc": field.name, **counted(dataset, period, {"field": field.code})}
        for field in Field.objects.top().open(as_of=period.end).order_by("order", "code")
    ]
    return [told(row) for row in hidden_in_pairs(rows, dataset)]


def counted(dataset: Dataset, period: Any, scope: Scope) -> dict[str, Any]:
    found = {column.name: told_of(column, period, scope) for column in dataset.columns}
    return found if scope else told(found)


def told_of(column: Column, period: Any, scope: Scope) -> Any:
    value = figure(column.counts).value(period, **scope)
    if value is None or not column.of:
        return value
    whole = figure(column.of).value(period, **scope) or 0
    return Share(round(100 * value / whole)) if whole >= FEWEST_OF_SHARE else None


class Share(int):
    """Whole per cents; no count, so no small one."""


def is_small(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, Share) and value < FEWEST


def told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: LESS if is_small(value) else value for name, value in row.items()}


def hidden_in_pairs(rows: list[dict[str, Any]], dataset: Dataset) -> list[dict[str, Any]]:
    """One row alone that is left out of a column could be reckoned from the column's sum."""
    for column in dataset.columns:
        small = [row for row in rows if is_small(row[column.name])]
        others = [] if column.of else [row for row in rows if counted_in(row[column.name])]
        if len(small) == 1 and others:
            least = min(others, key=lambda row: row[column.name])
            least[column.name] = None
    return rows


def counted_in(value: Any) -> bool:
    return isinstance(value, int) and not is_small(value)


@KeptFor
def kept_rows(asked: tuple[str, int, date]) -> list[dict[str, Any]]:
    code, year, on = asked
    return rows_of(DATASETS[code], year=year, on=on)


@KeptFor
def kept_quarter(asked: tuple[str, str]) -> dict[str, Any]:
    code, quarter = asked
    return counted(DATASETS[code], period_of(quarter), {})


def last_quarter(dataset: Dataset, *, on: date) -> dict[str, Any]:
    """What the first page tells of: the newest quarter that is over."""
    return kept_quarter((dataset.code, Quarter.containing(on).previous().code))


# how it is described to programs


def described(*, server: str) -> dict[str, Any]:
    """OpenAPI 3.1, made from the same table that answers."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dữ liệu mở",
            "version": "1",
            "description": "Số liệu tổng hợp của những kỳ đã kết thúc; số nhỏ hơn 5 ghi “dưới 5”.",
        },
        "servers": [{"url": server}],
        "paths": dict(path_of(each) for each in DATASETS.values()),
    }


def path_of(dataset: Dataset) -> tuple[str, dict[str, Any]]:
    columns = {column.name: column_of(column) for column in dataset.columns}
    row = {"type": "object", "properties": {dataset.by: {"type": "string"}, **columns}}
    answer = {
        "type": "object",
        "properties": {
            "nam": {"type": "integer"},
            "tieu_de": {"type": "string"},
            "dong": {"type": "array", "items": row},
        },
    }
    year = {
        "name": "nam",
        "in": "query",
        "required": False,
        "description": f"Năm; {YEARS} năm gần nhất",
        "schema": {"type": "integer"},
    }
    told = {"description": dataset.about, "content": {"application/json": {"schema": answer}}}
    return dataset.url, {
        "get": {
            "summary": dataset.title,
            "operationId": dataset.code,
            "parameters": [year],
            "responses": {"200": told, "404": {"description": "Không có năm này"}},
        }
    }


def column_of(column: Column) -> dict[str, Any]:
    if column.of:
        return {"type": ["integer", "null"], "description": column.label}
    small = {"const": LESS}
    return {"anyOf": [{"type": "integer", "minimum": FEWEST}, small, {"type": "null"}],
            "description": column.label}  # fmt: skip


def columns_told(dataset: Dataset) -> Iterator[tuple[str, str]]:
    yield dataset.by, dataset.first
    for column in dataset.columns:
        yield column.name, column.label
