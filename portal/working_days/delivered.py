"""The calendar that comes with the portal, and how it enters the tables beside the office's own."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Model

from portal.working_days.counting import Calendar
from portal.working_days.holidays import CalendarYear, Holiday, calendar_of

FOLDER = Path(__file__).parent
DAY_CONTENT = ("day", "kind", "name", "swapped_with", "decision", "counts")
YEAR_CONTENT = ("year", "verified", "decisions")


def delivered_holidays() -> list[Holiday]:
    return [
        Holiday(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            name=row["name"],
            swapped_with=date.fromisoformat(row["with"]) if row["with"] else None,
            decision=row["decision"],
            counts=row["counts"] == "1",
        )
        for row in rows_of("delivered_days.csv")
    ]


def delivered_years() -> list[CalendarYear]:
    return [
        CalendarYear(
            year=int(row["year"]), verified=row["verified"] == "1", decisions=row["decisions"]
        )
        for row in rows_of("delivered_years.csv")
    ]


def delivered_calendar() -> Calendar:
    """The delivery by itself, without tables."""
    return calendar_of(delivered_holidays(), delivered_years())


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@transaction.atomic
def deliver_calendar() -> None:
    """Bring the tables up to the delivery, writing only what differs, so that it costs nothing
    to call before every command. Days the office edited and years it confirmed stay."""
    confirmed = set(CalendarYear.objects.exclude(confirmed_by="").values_list("year", flat=True))
    edited = set(Holiday.objects.exclude(edited_by="").values_list("day", flat=True))
    years = [year for year in delivered_years() if year.year not in confirmed]
    days = [
        holiday
        for holiday in delivered_holidays()
        if holiday.day.year not in confirmed and holiday.day not in edited
    ]
    deliver(years, YEAR_CONTENT)
    drop_what_is_no_longer_delivered(years, days)
    deliver(days, DAY_CONTENT)


def deliver(rows: Sequence[Model], content: tuple[str, ...]) -> None:
    """Insert or update the rows whose content differs from the stored one."""
    if not rows:
        return
    table, key = type(rows[0]), content[0]
    stored = set(table._default_manager.values_list(*content))
    differing = [row for row in rows if tuple(getattr(row, name) for name in content) not in stored]
    table._default_manager.bulk_create(
        differing, update_conflicts=True, unique_fields=[key], update_fields=content[1:]
    )


def drop_what_is_no_longer_delivered(years: list[CalendarYear], days: list[Holiday]) -> None:
    """A forecast day that the published decision moved must not stay a day off."""
    Holiday.objects.filter(day__year__in=[year.year for year in years], edited_by="").exclude(
        day__in=[holiday.day for holiday in days]
    ).delete()
