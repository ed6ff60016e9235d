"""II.06a over 36 months x 12 fields x 15 units: pages and figures in units of A, sums by hand.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/dossiers.py

Needs a filled demo; writes 6,480 rows, measures, adds them up a second time row by row, and takes
all of it back.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.floor import Browser, unit, weigh  # noqa: I001  sets Django up first

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from portal.fields import Field
from portal.management.demo.dossiers import last_months, month_of
from portal.people import Unit
from portal.periods import Month, Period, Year
from portal.statistics import figure
from reforms.dossiers.form import lines
from reforms.models import DossierCount

FIELDS, UNITS = 12, 15


def main() -> None:
    connection.settings_dict["USER"] = settings.OWNER_ROLE
    with transaction.atomic():
        months = last_months(timezone.localdate())
        fill(months)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        whole = Period(months[0].start, months[-1].end, "36 tháng")
        measure(months[-1], whole)
        for period in (months[-1], Year.containing(months[-1].start), whole):
            compare(period)
        transaction.set_rollback(True)


def fill(months: list[Month]) -> None:
    DossierCount.objects.all().delete()
    dice, rows = random.Random(2026), []
    for field in Field.objects.all()[:FIELDS]:
        for place in Unit.objects.all()[:UNITS]:
            carried = 9
            for number, month in enumerate(months):
                row = month_of(120, carried, number, dice)
                row.field, row.unit = field, place
                row.period_from, row.period_to = month.dates
                carried = row.open_in_time + row.open_late
                rows.append(row)
    DossierCount.objects.bulk_create(rows, batch_size=1000)
    print(f"{len(rows):,} rows")


def measure(month: Month, whole: Period) -> None:
    ha, khanh, at = Browser("ha"), Browser("khanh"), "/cai-cach/ho-so/"
    acts: dict[str, tuple[Callable[[], object], float]] = {
        "A": (lambda: ha("/san/"), 1),
        "II.06a, a month": (lambda: lines(*month.dates), 6),
        "II.06a, 36 months": (lambda: lines(*whole.dates), 20),
        "one share, 36 months": (lambda: figure("dossiers_on_time").value(whole), 20),
        "page of a month": (lambda: ha(f"{at}?ky={month.code}"), 6),
        "page of a year": (lambda: ha(f"{at}?ky={month.end.year}"), 12),
        "rows of 36 months": (lambda: ha(f"{at}dong/?ky={whole.address}"), 2),
        "typing": (lambda: khanh(f"{at}nhap/?ky={month.code}"), 12),
        "late dossiers": (lambda: ha(f"{at}qua-han/"), 2),
        "satisfaction": (lambda: ha("/cai-cach/hai-long/"), 4),
    }
    costs = weigh({name: act for name, (act, _) in acts.items()}, counted=(10, 2), timed=(20, 1))
    floor = costs.pop("A")
    print(f"A = {floor:,.0f} {unit()}")
    for name, cost in costs.items():
        ratio, goal = cost / floor, acts[name][1]
        print(f"{name:22} {ratio:6.2f} A   goal {goal:5.1f}{'  over' if ratio > goal else ''}")


def compare(period: Period) -> None:
    """Every cell a second time, row by row."""
    rows = list(DossierCount.objects.within(*period.dates).order_by("period_from"))
    wrong = sum(
        line.figures
        != by_hand([row for row in rows if line.field is None or row.field_id == line.field.pk])
        for line in lines(*period.dates)
    )
    print(f"{period}: {len(rows):,} rows, {wrong} lines differ")


def by_hand(rows: list[DossierCount]) -> dict[int, int]:
    first = min(row.period_from for row in rows)
    last = max(row.period_to for row in rows)
    told = dict.fromkeys(range(3, 14), 0)
    for row in rows:
        told[4] += row.online
        told[5] += row.in_person
        told[8] += row.done_early
        told[9] += row.done_on_time
        told[10] += row.done_late
        told[6] += row.carried_over if row.period_from == first else 0
        told[12] += row.open_in_time if row.period_to == last else 0
        told[13] += row.open_late if row.period_to == last else 0
    told[3], told[7] = told[4] + told[5] + told[6], told[8] + told[9] + told[10]
    told[11] = told[12] + told[13]
    return told


if __name__ == "__main__":
    main()
