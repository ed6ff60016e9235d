"""Kết luận buổi tiếp và Thông báo kết luận (NĐ154 Đ25.2)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.documents import numbers
from portal.people import User


class Conclusion(models.Model):
    """What was concluded, then the notice about it: approved, numbered, carried out."""

    reception = models.OneToOneField(
        "citizens.Reception", models.PROTECT, related_name="conclusion"
    )
    text = models.TextField("kết luận")
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_on = models.DateField()
    notice = models.TextField("thông báo kết luận", blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("ngày duyệt", null=True)
    capacity = models.CharField("quyền hạn ký", max_length=8, blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    dated_on = models.DateField("ngày thông báo", null=True)
    recipients = models.TextField("nơi nhận", blank=True)
    scan = models.ForeignKey("portal.File", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_on=None)
                | Q(approved_by__isnull=False, approved_on__isnull=False),
                name="conclusion_approved_by_and_on",
            ),
            models.CheckConstraint(
                condition=Q(number="", dated_on=None)
                | ~Q(number="") & Q(dated_on__gte=F("approved_on")),
                name="conclusion_numbered_after_approval",
            ),
            models.CheckConstraint(
                condition=Q(scan=None) | Q(dated_on__isnull=False),
                name="conclusion_scanned_once_numbered",
            ),
        ]

    @property
    def waits(self) -> bool:
        """Approved, without number and date."""
        return self.approved_on is not None and self.dated_on is None


numbers.TABLES.append(Conclusion)
