"""Which unit is in charge of a field: the office's own table, by date."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F

from portal.fields.fields import Field
from portal.people import Unit
from portal.people.positions import DateRange
from portal.people.units import Dated, opens_before_it_closes


class FieldCharge(models.Model):
    """Đơn vị phụ trách lĩnh vực."""

    field = models.ForeignKey(
        Field, models.PROTECT, related_name="charges", verbose_name="lĩnh vực"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="field_charges", verbose_name="đơn vị phụ trách"
    )
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi phụ trách từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["field__order", "field__code", "opened_on"]
        constraints = [
            opens_before_it_closes("field_charge_opens_before_it_closes"),
            ExclusionConstraint(
                name="one_unit_in_charge_of_a_field_at_a_time",
                expressions=[
                    (F("field"), RangeOperators.EQUAL),
                    (DateRange("opened_on", "closed_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Lĩnh vực này đang có đơn vị phụ trách trong thời gian đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.unit}"


def unit_in_charge(field: Field | None, *, on: date) -> Unit | None:
    """Of the field itself, else of the one above it; None where the office has not said."""
    if field is None:
        return None
    charges = FieldCharge.objects.open(as_of=on).select_related("unit")
    found = {
        row.field_id: row.unit
        for row in charges.filter(field__in={field.pk, field.parent_id} - {None})
    }
    return found.get(field.pk) or found.get(field.parent_id)
