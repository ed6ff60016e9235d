"""What a plan says besides its tasks: sections, bases, and to whom it is sent."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from portal.instruments import Instrument
from portal.people import Body, Unit, User
from portal.planning.plans import Plan


class Section(models.Model):
    """Mục của kế hoạch, in the words of the document."""

    class Kind(models.TextChoices):
        PURPOSE = "purpose", "Mục đích, yêu cầu"
        TARGETS = "targets", "Chỉ tiêu"
        CONTENT = "content", "Nội dung"
        BUDGET = "budget", "Kinh phí"
        ORGANISATION = "organisation", "Tổ chức thực hiện"
        CLOSING = "closing", "Phần cuối"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    place = models.PositiveSmallIntegerField("thứ tự")
    ref = models.CharField("số mục", max_length=40, blank=True)
    title = models.CharField("tên mục", max_length=300, blank=True)
    kind = models.CharField("loại mục", max_length=12, choices=Kind, default=Kind.CONTENT)
    text = models.TextField("nội dung", blank=True)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}".strip()


class Basis(models.Model):
    """Căn cứ: the words of the plan, and the instrument they name where it is in the register."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="bases")
    place = models.PositiveSmallIntegerField("thứ tự", default=0)
    words = models.CharField("căn cứ", max_length=600)
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="plans_resting"
    )

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "instrument"], name="basis_once_a_plan", nulls_distinct=True
            )
        ]

    def __str__(self) -> str:
        return self.words


class Recipient(models.Model):
    """Nơi nhận: a unit or a body of the office, or somebody outside by name.

    A unit may owe a plan of its own (``own_plan``); one that never signs in has its number and
    date written down by whoever follows the plan.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="recipients")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="plans_received"
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="plans_received"
    )
    name = models.CharField("nơi nhận bên ngoài", max_length=200, blank=True)
    owes_plan = models.BooleanField("phải có kế hoạch riêng", default=False)
    own_plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="answers_for"
    )
    own_reference = models.CharField("số, ký hiệu kế hoạch riêng", max_length=80, blank=True)
    own_dated_on = models.DateField("ngày kế hoạch riêng", null=True, blank=True)
    acknowledged_on = models.DateField("ngày xác nhận đã nhận", null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="recipient_is_one_of_three",
                condition=Q(unit__isnull=False, body=None, name="")
                | Q(unit=None, body__isnull=False, name="")
                | (Q(unit=None, body=None) & ~Q(name="")),
            ),
            models.UniqueConstraint(fields=["plan", "unit"], name="recipient_unit_once_a_plan"),
            models.UniqueConstraint(fields=["plan", "body"], name="recipient_body_once_a_plan"),
            models.CheckConstraint(
                name="recipient_own_plan_has_number_and_day",
                condition=Q(own_reference="", own_dated_on=None)
                | (~Q(own_reference="") & Q(own_dated_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="recipient_acknowledged_by_somebody",
                condition=Q(acknowledged_on=None, acknowledged_by=None)
                | Q(acknowledged_on__isnull=False, acknowledged_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.place)

    @property
    def place(self) -> Any:
        return self.unit or self.body or self.name
