"""II.06a: what one unit received, settled and still had of one field in one stretch of months."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Case, F, Func, IntegerField, Q, Value, When

from portal.fields import Field
from portal.people import Unit
from portal.text import number

RECEIVED = ("online", "in_person", "carried_over")
SETTLED = ("done_early", "done_on_time", "done_late")
OPEN = ("open_in_time", "open_late")
PARTS = (*RECEIVED, *SETTLED, *OPEN)
OPTIONAL = (
    *("post_in", "post_out", "fee_due", "paid_online", "digitised", "e_result"),
    *("supplements", "supplements_twice", "in_time_after_two", "refused", "interlinked"),
)
WITHIN = (
    ("post_in", ("in_person",)),
    ("paid_online", ("fee_due",)),
    ("supplements_twice", ("supplements",)),
    ("in_time_after_two", ("done_early", "done_on_time")),
)
"""The first is a part of the second's sum, by the words of the columns themselves."""


class Days(Func):
    """The days of the row as a range: both included."""

    function = "daterange"
    output_field = DateRangeField()


DAYS = Days("period_from", "period_to", RangeBoundary(inclusive_lower=True, inclusive_upper=True))
OF_THE_OFFICE = Case(When(unit=None, then=Value(1)), default=Value(0), output_field=IntegerField())


def whole(parts: tuple[str, ...]) -> models.expressions.Combinable:
    first, *others = map(F, parts)
    for other in others:
        first += other
    return first


def counted(words: str) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(words, default=0)


def told(words: str) -> models.PositiveIntegerField:
    """Empty: nobody said, which is not none."""
    return models.PositiveIntegerField(words, null=True, blank=True)


class Counts(models.QuerySet["DossierCount"]):
    def within(self, first: date, last: date) -> Counts:
        """Rows whose days lie all in the period."""
        return self.filter(period_from__gte=first, period_to__lte=last)

    def crossing(self, first: date, last: date) -> Counts:
        """Rows of which a part lies in the period: they belong to neither side."""
        touching = self.filter(period_from__lte=last, period_to__gte=first)
        return touching.exclude(period_from__gte=first, period_to__lte=last)


class DossierCount(models.Model):
    """Một dòng biểu II.06a."""

    period_from = models.DateField("từ ngày")
    period_to = models.DateField("đến ngày")
    field = models.ForeignKey(Field, models.PROTECT, related_name="+", verbose_name="lĩnh vực")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    online = counted("tiếp nhận trực tuyến")
    in_person = counted("tiếp nhận trực tiếp, bưu chính")
    carried_over = counted("từ kỳ trước")
    done_early = counted("đã giải quyết trước hạn")
    done_on_time = counted("đã giải quyết đúng hạn")
    done_late = counted("đã giải quyết quá hạn")
    open_in_time = counted("đang giải quyết trong hạn")
    open_late = counted("đang giải quyết quá hạn")
    post_in = told("nhận qua bưu chính công ích")
    post_out = told("trả qua bưu chính công ích")
    fee_due = told("phải thu phí, lệ phí")
    paid_online = told("thanh toán trực tuyến")
    digitised = told("đã số hóa")
    e_result = told("trả kết quả điện tử")
    supplements = told("phải yêu cầu bổ sung")
    supplements_twice = told("yêu cầu bổ sung quá một lần")
    in_time_after_two = told("giải quyết trước, đúng hạn mà yêu cầu bổ sung quá một lần")
    refused = told("từ chối tiếp nhận")
    interlinked = told("liên thông")

    objects = Counts.as_manager()

    class Meta:
        ordering = ["-period_from", "field__order", "field__code", "unit__name"]
        constraints = [
            models.CheckConstraint(
                name="dossier_count_period_in_order", condition=Q(period_to__gte=F("period_from"))
            ),
            models.CheckConstraint(
                name="dossiers_received_are_settled_or_open",
                condition=Q(
                    online=whole(SETTLED) + whole(OPEN) - F("in_person") - F("carried_over")
                ),
            ),
            *(
                models.CheckConstraint(
                    name=f"dossier_count_{part}_within_{of[-1]}",
                    condition=Q(**{part: None}) | Q(**{of[0]: None})
                    | Q(**{f"{part}__lte": whole(of)}),
                )
                for part, of in WITHIN
            ),
            ExclusionConstraint(
                name="dossier_count_once_a_day_field_and_unit",
                expressions=[
                    (F("field"), RangeOperators.EQUAL),
                    (Func(F("unit"), Value(0), function="coalesce", output_field=IntegerField()),
                     RangeOperators.EQUAL),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="dossier_count_of_units_or_of_the_office",
                expressions=[
                    (F("field"), RangeOperators.EQUAL),
                    (OF_THE_OFFICE, RangeOperators.NOT_EQUAL),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["period_from", "period_to"], name="dossier_count_period")]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """As official_return names the row: days, field, unit."""
        place = self.unit.code if self.unit else "co-quan"
        return f"{self.period_from}/{self.period_to}/{self.field.code}/{place}"


def difference(row: dict[str, int | None]) -> str:
    """Why the parts of a row do not add up, in one sentence; nothing where they do."""
    received = sum(row[name] or 0 for name in RECEIVED)
    handled = sum(row[name] or 0 for name in (*SETTLED, *OPEN))
    if received == handled:
        return ""
    return (
        f"Nhận giải quyết (4+5+6) là {number(received)}, đã và đang giải quyết (7+11) là"
        f" {number(handled)}: lệch {number(abs(received - handled))}."
    )


def beyond(row: dict[str, int | None]) -> list[tuple[str, str]]:
    """Each part that is more than its whole: the column, and a sentence."""
    return [
        (part, f"Nhiều hơn số {told_of(of)} ({number(total(row, of))}).")
        for part, of in WITHIN
        if row.get(part) is not None and row.get(of[0]) is not None and row[part] > total(row, of)
    ]


def total(row: dict[str, int | None], names: tuple[str, ...]) -> int:
    return sum(row[name] or 0 for name in names)


def told_of(names: tuple[str, ...]) -> str:
    labels = [str(DossierCount._meta.get_field(name).verbose_name) for name in names]
    return " cộng ".join(f"“{label}”" for label in labels)
