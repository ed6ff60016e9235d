"""Targets of an indicator, and its values period by period with what they rest on."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, F, Q, Value, When

from portal.attachments import File
from portal.instruments import Instrument
from portal.people import User
from portal.periods import Regular, period_of
from portal.text import number
from reforms.models.indicator.vocabulary import SIGNS, Comparator, Direction


class Targets(models.QuerySet["IndicatorTarget"]):
    def valid(self, *, as_of: Any) -> Targets:
        """``as_of``: a day, or a column of the query around."""
        return self.filter(from_on__lte=as_of).filter(Q(until_on=None) | Q(until_on__gte=as_of))

    def strictest_first(self, *, year: Any) -> Targets:
        """Those whose year has come still hold; before the first of them, the next one."""
        down = Q(indicator__direction=Direction.DOWN)
        return self.annotate(
            nearness=Case(
                When(year__lte=year, then=Value(0)),
                default=F("year"),
                output_field=models.IntegerField(),
            ),
            severity=Case(When(down, then=-F("value")), default=F("value")),
        ).order_by("nearness", "-severity", "pk")


class IndicatorTarget(models.Model):
    """Mục tiêu: by the end of which year, against what, by which document."""

    indicator = models.ForeignKey("reforms.Indicator", models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField("đến hết năm")
    comparator = models.CharField("mức", max_length=2, choices=Comparator)
    value = models.DecimalField("giá trị", max_digits=16, decimal_places=4)
    base_year = models.PositiveSmallIntegerField("so với năm", null=True, blank=True)
    base_value = models.DecimalField(
        "giá trị năm đó", max_digits=16, decimal_places=4, null=True, blank=True
    )
    source = models.CharField("theo văn bản", max_length=300)
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_on = models.DateField("áp dụng từ ngày")
    until_on = models.DateField("đến hết ngày", null=True, blank=True)
    dropped_because = models.CharField("lý do thôi dùng", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = Targets.as_manager()

    class Meta:
        ordering = ["year", "pk"]
        constraints = [
            models.CheckConstraint(
                name="target_base_year_and_value_together",
                condition=Q(base_year=None, base_value=None)
                | Q(base_year__isnull=False, base_value__isnull=False, base_year__lt=F("year")),
            ),
            models.CheckConstraint(
                name="target_ends_after_it_begins",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked} đến hết năm {self.year}"

    @property
    def asked(self) -> str:
        """≥ 90 %"""
        return f"{self.sign} {said(self.value)} {self.indicator.unit_of_measure}"

    @property
    def sign(self) -> str:
        return SIGNS[self.comparator]

    def is_met_by(self, value: Any) -> bool:
        return {
            "ge": value >= self.value,
            "gt": value > self.value,
            "le": value <= self.value,
            "lt": value < self.value,
            "eq": value == self.value,
        }[self.comparator]


class Values(models.QuerySet["IndicatorValue"]):
    def standing(self) -> Values:
        """Those that no later one replaced."""
        return self.filter(replaced_on=None)


class IndicatorValue(models.Model):
    """Số liệu một kỳ."""

    indicator = models.ForeignKey("reforms.Indicator", models.PROTECT, related_name="values")
    period = models.CharField("kỳ", max_length=8)
    start = models.DateField()
    end = models.DateField()
    value = models.DecimalField("giá trị", max_digits=16, decimal_places=4)
    rank = models.PositiveSmallIntegerField("xếp thứ", null=True, blank=True)
    of = models.PositiveSmallIntegerField("trên tổng số", null=True, blank=True)
    best = models.DecimalField(
        "nơi cao nhất", max_digits=16, decimal_places=4, null=True, blank=True
    )
    computed = models.BooleanField(default=False)
    evidence = models.CharField("căn cứ, minh chứng", max_length=400, blank=True)
    note = models.CharField("ghi chú", max_length=400, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    on = models.DateField("ngày ghi")
    replaced_on = models.DateField(null=True, blank=True)

    objects = Values.as_manager()

    class Meta:
        ordering = ["end", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period"],
                condition=Q(replaced_on=None),
                name="indicator_value_once_a_period",
            ),
            models.CheckConstraint(
                name="indicator_value_rests_on_something",
                condition=Q(computed=True, by=None) | (Q(by__isnull=False) & ~Q(evidence="")),
            ),
            models.CheckConstraint(
                name="indicator_rank_among_so_many",
                condition=Q(rank=None, of=None) | Q(rank__gte=1, rank__lte=F("of")),
            ),
            models.CheckConstraint(
                name="indicator_value_of_a_stretch", condition=Q(end__gte=F("start"))
            ),
        ]
        indexes = [models.Index(fields=["indicator", "-end"], name="indicator_value_latest")]

    def __str__(self) -> str:
        return f"{self.words}: {said(self.value)}"

    @property
    def stretch(self) -> Regular:
        return period_of(self.period)

    @property
    def words(self) -> str:
        return self.stretch.label


class IndicatorEvidence(models.Model):
    """Tệp minh chứng của một số liệu."""

    value = models.ForeignKey(IndicatorValue, models.PROTECT, related_name="files")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file.name


def said(value: Any) -> str:
    """97,5 – as many digits as there are."""
    if value is None:
        return "—"
    plain = value.normalize()
    return number(plain.quantize(1) if plain == plain.to_integral() else plain)
