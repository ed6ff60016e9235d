"""What the four official returns cost in units of A, and whether they equal a count by hand.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/fill.py 100_000
PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/returns.py [how many]

Adds ten years of visits and so many matters (1,000 unless told otherwise) of every kind, end and
muddle, measures, counts every cell of every unit a second time row by row, and takes all of it
back.
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

from benchmarks import returns_by_hand
from benchmarks.returns_at_random import Scenes
from citizens.returns import FORMS
from citizens.returns.gqkn import ASKED as OF_DECISIONS
from citizens.returns.gqtc import ASKED as OF_CONCLUSIONS
from portal.office import setting
from portal.periods import Period, Reporting
from portal.returns import Scope

VISITS = 30_000
NAMES = {"03/GQKN": OF_DECISIONS, "04/GQTC": OF_CONCLUSIONS}


def main(how_many: int) -> None:
    connection.settings_dict["USER"] = settings.OWNER_ROLE
    with transaction.atomic():
        scenes = Scenes(random.Random(2026), timezone.localdate())
        scenes.visits(VISITS)
        scenes.matters(how_many)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            # so that all work is done by the backend that is weighed
            cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        year = Reporting.containing(timezone.localdate(), "nam")
        measure(year, ten_years(year))
        for period in (year, year.same_last_year(), Reporting.containing(timezone.localdate())):
            compare(period, how_many)
        transaction.set_rollback(True)


def ten_years(year: Reporting) -> Period:
    return Period(year.start.replace(year=year.start.year - 9), year.end, "mười năm")


def measure(year: Reporting, decade: Period) -> None:
    ha = Browser("ha")
    acts: dict[str, tuple[Callable[[], object], float]] = {"A": (lambda: ha("/san/"), 1)}
    for code, form in FORMS.items():
        acts[f"{code}, a year"] = (lambda form=form: form.count(Scope(year)), 6)
        acts[f"{code}, ten years"] = (lambda form=form: form.count(Scope(decade)), 20)
    of_year = f"?ky={year.year}-nam"
    acts["page of four forms"] = (lambda: ha(f"/bao-cao/{of_year}"), 24)
    for form in FORMS.values():
        acts[f"page of {form.code}"] = (lambda form=form: ha(f"/bao-cao/{form.path}/{of_year}"), 24)
    costs = weigh({name: act for name, (act, _) in acts.items()}, counted=(10, 2), timed=(20, 1))
    floor = costs.pop("A")
    print(f"A = {floor:,.0f} {unit()}")
    for name, cost in costs.items():
        ratio, goal = cost / floor, acts[name][1]
        print(f"{name:26} {ratio:6.2f} A   goal {goal:5.1f}{'  over' if ratio > goal else ''}")


def compare(period: Reporting, how_many: int) -> None:
    once = setting("visits_of_heads_matters", as_of=period.end) == "once"
    by_hand = returns_by_hand.all_forms(period.start, period.end, NAMES, once=once)
    cells = wrong = 0
    for code, form in FORMS.items():
        counted, expected = form.count(Scope(period)), by_hand[code]
        for line in counted.keys() | expected.keys():
            for column in form.columns:
                shown = counted.get(line, {}).get(column.number, 0)
                right = expected.get(line, {}).get(column.number, 0)
                cells, wrong = cells + 1, wrong + (shown != right)
                if shown != right:
                    print(f"  {code} unit {line} column {column.number}: {shown}, by hand {right}")
    print(f"{period}: {cells:,} cells, {wrong} differ, with {how_many:,} matters at random")


if __name__ == "__main__":
    main(int(sys.argv[1].replace("_", "")) if sys.argv[1:] else 1_000)
