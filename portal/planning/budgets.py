"""Money for a plan or one of its tasks: estimated by the unit, appraised, approved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.people import User
from portal.planning.plans import Plan
from portal.planning.tasks import Task


class Purpose(models.TextChoices):
    """What the reform programme asks to be told apart."""

    OTHER = "", "Không tách riêng"
    REFORM = "cchc", "Cải cách hành chính"
    DIGITAL = "cntt", "Ứng dụng công nghệ thông tin"


class Budget(models.Model):
    """Dự trù kinh phí."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="budgets")
    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="budgets")
    content = models.CharField("nội dung chi", max_length=300)
    source = models.CharField("nguồn kinh phí", max_length=200, blank=True)
    purpose = models.CharField(
        "mục đích chi", max_length=4, choices=Purpose, blank=True, default=Purpose.OTHER
    )
    estimated = models.DecimalField("dự trù", max_digits=14, decimal_places=0)
    estimated_on = models.DateField("ngày dự trù")
    estimated_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    appraised = models.DecimalField(
        "thẩm định", max_digits=14, decimal_places=0, null=True, blank=True
    )
    appraised_on = models.DateField("ngày thẩm định", null=True, blank=True)
    appraised_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    remark = models.CharField("ý kiến thẩm định", max_length=500, blank=True)
    approved = models.DecimalField(
        "phê duyệt", max_digits=14, decimal_places=0, null=True, blank=True
    )
    approved_on = models.DateField("ngày phê duyệt", null=True, blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    disbursed = models.DecimalField(
        "giải ngân", max_digits=14, decimal_places=0, null=True, blank=True
    )
    disbursed_on = models.DateField("giải ngân đến ngày", null=True, blank=True)
    disbursed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="budget_appraised_by_somebody",
                condition=Q(appraised=None, appraised_on=None, appraised_by=None)
                | Q(
                    appraised__isnull=False, appraised_on__isnull=False, appraised_by__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="budget_approved_after_appraisal",
                condition=Q(approved=None, approved_on=None, approved_by=None)
                | Q(
                    approved__isnull=False,
                    approved_by__isnull=False,
                    appraised__isnull=False,
                    approved_on__gte=F("appraised_on"),
                ),
            ),
            models.CheckConstraint(
                name="budget_disbursed_up_to_what_was_approved",
                condition=Q(disbursed=None, disbursed_on=None, disbursed_by=None)
                | Q(
                    disbursed__lte=F("approved"),
                    disbursed_on__gte=F("approved_on"),
                    disbursed_by__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.content
