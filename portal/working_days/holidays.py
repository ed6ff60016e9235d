"""The tables of the calendar: the days unlike their weekday, and who vouches for a year."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from portal.working_days.counting import FIXED_HOLIDAYS, SATURDAY, Calendar


class HolidayQuerySet(models.QuerySet["Holiday"]):
    def counting(self) -> HolidayQuerySet:
        return self.filter(counts=True)

    def of_year(self, year: int) -> HolidayQuerySet:
        return self.filter(day__year=year)


class Holiday(models.Model):
    """One day that is not as its weekday says: a holiday, or half of a swap."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "Nghỉ lễ, tết"
        COMPENSATION = "compensation", "Nghỉ bù"
        SWAP_OFF = "swap_off", "Nghỉ hoán đổi"
        SWAP_ON = "swap_on", "Làm bù"

    day = models.DateField("Ngày", unique=True)
    kind = models.CharField("Loại", max_length=12, choices=Kind, default=Kind.HOLIDAY)
    name = models.CharField("Tên", max_length=120)
    swapped_with = models.DateField("Hoán đổi với ngày", null=True, blank=True)
    decision = models.CharField("Văn bản quyết định", max_length=200, blank=True)
    counts = models.BooleanField("Có tính", default=True)
    edited_by = models.CharField("Người sửa", max_length=150, blank=True)
    edited_at = models.DateTimeField("Sửa lúc", null=True, blank=True)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                name="holiday_swap_names_its_other_day",
                condition=Q(kind__in=["swap_off", "swap_on"], swapped_with__isnull=False)
                | Q(kind__in=["holiday", "compensation"], swapped_with__isnull=True),
            ),
            models.CheckConstraint(
                name="holiday_not_swapped_with_itself",
                condition=Q(swapped_with__isnull=True) | ~Q(swapped_with=F("day")),
            ),
            models.CheckConstraint(
                name="holiday_edited_by_and_at",
                condition=Q(edited_by="", edited_at__isnull=True)
                | (~Q(edited_by="") & Q(edited_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.why}"

    @property
    def why(self) -> str:
        """How the day is named in an explanation."""
        prefix = {"compensation": "nghỉ bù ", "swap_off": "nghỉ hoán đổi, "}.get(self.kind, "")
        return prefix + self.name

    def edit(self, *, by: str, at: datetime, **changes: object) -> None:
        """What the office wrote stays: the delivery never touches an edited row."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.edited_by, self.edited_at = by, at
        self.save()


class CalendarYear(models.Model):
    """A year whose days off are entered; verified once they follow the published decisions."""

    year = models.PositiveSmallIntegerField("Năm", primary_key=True)
    verified = models.BooleanField("Đã kiểm tra", default=False)
    decisions = models.CharField("Văn bản", max_length=300, blank=True)
    confirmed_by = models.CharField("Người xác nhận", max_length=150, blank=True)
    confirmed_at = models.DateTimeField("Xác nhận lúc", null=True, blank=True)

    class Meta:
        ordering = ["year"]
        constraints = [
            models.CheckConstraint(
                name="calendar_year_confirmed_by_and_at",
                condition=Q(confirmed_by="", confirmed_at__isnull=True)
                | (~Q(confirmed_by="") & Q(confirmed_at__isnull=False) & Q(verified=True)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    @classmethod
    def enter(cls, year: int, *, by: str, at: datetime) -> CalendarYear:
        """Open a year with its holidays of fixed date; the office adds the others."""
        entered, _ = cls.objects.get_or_create(year=year)
        days = cls.fixed_days(year)
        for row in days:
            row.edited_by, row.edited_at = by, at
        Holiday.objects.bulk_create(days, ignore_conflicts=True)
        return entered

    @staticmethod
    def fixed_days(year: int) -> list[Holiday]:
        """The holidays of fixed date that nobody has entered yet."""
        entered = set(Holiday.objects.of_year(year).values_list("day", flat=True))
        days = ((date(year, *fixed), name) for fixed, name in FIXED_HOLIDAYS.items())
        return [Holiday(day=day, name=name) for day, name in days if day not in entered]

    def confirm(self, *, by: str, at: datetime) -> None:
        self.verified, self.confirmed_by, self.confirmed_at = True, by, at
        self.save()


def calendar_of(holidays: list[Holiday], years: list[CalendarYear]) -> Calendar:
    """The value that counts, made of the rows."""
    counting = [holiday for holiday in holidays if holiday.counts]
    return Calendar(
        off={row.day: row.why for row in counting if row.kind != Holiday.Kind.SWAP_ON},
        worked=frozenset(
            row.day
            for row in counting
            if row.kind == Holiday.Kind.SWAP_ON and row.day.weekday() >= SATURDAY
        ),
        years={row.year: row.verified for row in years},
    )
