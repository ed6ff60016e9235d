"""Quy tắc xếp lịch tiếp công dân: on which days of a year, by whom in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.people import Position, Unit
from portal.text import WEEKDAYS, day
from portal.working_days import Calendar, days_after, end_of_month

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Due:
    """One day of a rule: as the rule names it, and as the calendar lets it be."""

    named: date
    on: date
    why_moved: str = ""

    @property
    def words(self) -> str:
        return f"{day(self.named)} là ngày nghỉ ({self.why_moved})" if self.why_moved else ""


class Way(models.TextChoices):
    DAY = "ngay", "Một ngày nhất định hằng tháng"
    WEEKDAY = "thu", "Một thứ trong tuần hằng tháng"


class Nth(models.IntegerChoices):
    FIRST = 1, "đầu tháng"
    SECOND = 2, "lần thứ hai trong tháng"
    THIRD = 3, "lần thứ ba trong tháng"
    FOURTH = 4, "lần thứ tư trong tháng"
    LAST = 5, "cuối tháng"


class ScheduleRules(models.QuerySet["ScheduleRule"]):
    def holding_in(self, year: int) -> ScheduleRules:
        begun = self.filter(valid_from__lte=date(year, 12, 31))
        return begun.filter(Q(valid_to=None) | Q(valid_to__gte=date(year, 1, 1)))


class ScheduleRule(models.Model):
    """Một dòng của lịch năm, such as “ngày 20 hằng tháng” or “thứ Năm đầu tháng”."""

    way = models.CharField("cách định ngày", max_length=4, choices=Way)
    day_of_month = models.PositiveSmallIntegerField("ngày", null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(
        "thứ", choices=list(enumerate(WEEKDAYS[:5])), null=True, blank=True
    )
    nth = models.PositiveSmallIntegerField("tuần", choices=Nth, null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey("citizens.ReceptionPlace", models.PROTECT, verbose_name="địa điểm")
    starts_at = models.TimeField("từ giờ")
    ends_at = models.TimeField("đến giờ")
    participants = models.CharField("thành phần tham dự", max_length=500, blank=True)
    expected_content = models.CharField("nội dung dự kiến", max_length=500, blank=True)
    valid_from = models.DateField("áp dụng từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    decision = models.CharField("theo văn bản", max_length=200, blank=True)

    objects = ScheduleRules.as_manager()

    class Meta:
        ordering = ["valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(way="ngay", day_of_month__range=(1, 31), weekday=None, nth=None)
                | Q(
                    way="thu",
                    day_of_month=None,
                    weekday__range=(0, 4),
                    nth__range=(1, 5),
                ),
                name="schedule_rule_says_which_day",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")), name="schedule_rule_hours_in_order"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="schedule_rule_valid_in_order",
            ),
        ]

    def __str__(self) -> str:
        if self.way == Way.DAY:
            return f"ngày {self.day_of_month:02} hằng tháng"
        return f"{WEEKDAYS[self.weekday or 0]} {Nth(self.nth).label}"

    def get_absolute_url(self) -> str:
        return f"/tiep-dan/lich/quy-tac/{self.pk}/"

    def holds_on(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def days_in(self, year: int, *, calendar: Calendar) -> Iterator[Due]:
        """The days of a year, month by month, each on a working day of its own month."""
        for month in MONTHS:
            named = self.named_in(year, month)
            if self.holds_on(named):
                yield moved_to_work(named, calendar=calendar)

    def named_in(self, year: int, month: int) -> date:
        """The day that the rule names; a month that is too short has its last day."""
        last = end_of_month(year, month)
        if self.way == Way.DAY:
            return last.replace(day=min(self.day_of_month or 1, last.day))
        first = date(year, month, 1)
        first = days_after(first, ((self.weekday or 0) - first.weekday()) % 7)
        nth = days_after(first, 7 * ((self.nth or 1) - 1))
        return nth if nth <= last else days_after(nth, -7)

    def host_on(self, on: date) -> Position | None:
        """Whose turn it is that month; an empty chair is the head's."""
        turns = [turn.position for turn in self.turns.all()]
        if turns and (mine := turns[(on.month - 1) % len(turns)]).is_open(as_of=on):
            return mine
        return head_of(self.unit, on=on)


class RotaTurn(models.Model):
    """Lượt chủ trì: the first receives in January, and so on in turn."""

    rule = models.ForeignKey(ScheduleRule, models.CASCADE, related_name="turns")
    turn = models.PositiveSmallIntegerField("lượt")
    position = models.ForeignKey(Position, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["turn"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "turn"], name="rota_one_a_turn"),
        ]


def moved_to_work(named: date, *, calendar: Calendar) -> Due:
    """Ngày làm việc liền kề: the next one, or the one before where the next is another month's."""
    if calendar.is_working(named):
        return Due(named, named)
    after = calendar.on_or_after(named)
    on = after if after.month == named.month else calendar.on_or_before(named)
    return Due(named, on, calendar.why_off(named) or "")


def head_of(unit: Unit | None, *, on: date) -> Position | None:
    """Thủ trưởng: of the unit, or of the office."""
    if unit is None:
        heads = Position.objects.holding("director", as_of=on)
    else:
        heads = Position.objects.leading(unit, as_of=on)
    return heads.select_related("user").first()
