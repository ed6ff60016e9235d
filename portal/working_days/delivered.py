"""The calendar that comes with the portal, and how it enters the tables without undoing the office."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from portal.working_days.holidays import CalendarYear, Holiday

FOLDER = Path(__file__).parent
CONTENT = ("kind", "name", "swapped_with", "decision", "counts")


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


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@transaction.atomic
def deliver_calendar() -> None:
    """Bring the tables up to the delivery: rows the office edited, years it confirmed, stay."""
    confirmed = set(
        CalendarYear.objects.exclude(confirmed_by="").values_list("year", flat=True)
    )
    years = [year for year in delivered_years() if year.year not in confirmed]
    holidays = [day for day in delivered_holidays() if day.day.year not in confirmed]
    CalendarYear.objects.bulk_create(
        years,
        update_conflicts=True,
        unique_fields=["year"],
        update_fields=["verified", "decisions"],
    )
    edited = set(Holiday.objects.exclude(edited_by="").values_list("day", flat=True))
    untouched = [holiday for holiday in holidays if holiday.day not in edited]
    drop_what_is_no_longer_delivered(years, untouched)
    Holiday.objects.bulk_create(
        untouched, update_conflicts=True, unique_fields=["day"], update_fields=CONTENT
    )


def drop_what_is_no_longer_delivered(
    years: list[CalendarYear], holidays: list[Holiday]
) -> None:
    """A forecast day that the published decision moved must not stay a day off."""
    Holiday.objects.filter(day__year__in=[year.year for year in years], edited_by="").exclude(
        day__in=[holiday.day for holiday in holidays]
    ).delete()
