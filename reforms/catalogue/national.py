"""``import_register national_procedures``: the national list, as it stood when it was fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.importing import Column, Report
from portal.text import fold
from reforms.catalogue.delivered import STATES
from reforms.catalogue.register import COLUMNS, CatalogueRegister, check
from reforms.models import NationalProcedure
from reforms.models.procedure.area import key_of, plain_name

OWN = ("code", "name", "field", "authority", "published_by", "state", "kind")


def columns() -> tuple[Column, ...]:
    return tuple(each for each in COLUMNS if each.name in OWN)


def write(
    rows: list[tuple[int, dict[str, Any]]], report: Report, dry_run: bool,
    progress: Callable[[str], None],
) -> None:  # fmt: skip
    seen: dict[str, int] = {}
    for line, row in rows:
        check(line, row | {"limit_days": None, "limit_unit": None}, seen, report)
    report.errors.sort(key=lambda fault: fault.line)
    if report.errors:
        return
    report.created = len(rows)
    if not dry_run:
        progress("Đang ghi danh mục quốc gia")
        load((row | {"area": row["field"]} for _, row in rows), on=timezone.localdate())


@transaction.atomic
def load(rows: Iterable[Mapping[str, Any]], *, on: date) -> int:
    """The list of each field in it takes the place of what was loaded of that field before."""
    made = [row_of(row, on=on) for row in rows]
    areas, codes = {row.area_key for row in made}, [row.code for row in made]
    NationalProcedure.objects.filter(area_key__in=areas).delete()
    NationalProcedure.objects.filter(code__in=codes).delete()
    NationalProcedure.objects.bulk_create(made)
    return len(made)


def row_of(row: Mapping[str, Any], *, on: date) -> NationalProcedure:
    name, area = row["name"], plain_name(row["area"])
    return NationalProcedure(
        code=row["code"].code,
        name=name,
        area_key=key_of(row["area"]),
        area_name=area,
        authority=row.get("authority") or "",
        published_by=row.get("published_by") or "",
        state_words=STATES.get(row.get("state"), row.get("state") or ""),
        loaded_on=on,
        search_text=fold(f"{row['code'].code} {name} {area}"),
    )


NATIONAL_LIST = CatalogueRegister("national_procedures", columns(), write)
