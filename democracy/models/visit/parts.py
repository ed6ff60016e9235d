"""What belongs to a visit: the checklist as it was found, and what was recommended."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from democracy.checklist import BY_CODE, Document
from democracy.models.visit.visit import SiteVisit
from portal.activities import Limitation
from portal.activities.limitations import Cause
from portal.people import User


class Documents(models.QuerySet["VisitDocument"]):
    def missing(self) -> Documents:
        return self.filter(state=VisitDocument.State.MISSING)


class VisitDocument(models.Model):
    """Tài liệu phải có, as the team found it."""

    class State(models.TextChoices):
        THERE = "co", "Có"
        PARTLY = "chua-du", "Có, chưa đầy đủ"
        MISSING = "khong", "Không có"
        NOT_ASKED = "khong-yeu-cau", "Không phải có"

    visit = models.ForeignKey(SiteVisit, models.PROTECT, related_name="documents")
    item = models.CharField("tài liệu", max_length=20)
    state = models.CharField("kết quả", max_length=14, choices=State)
    found = models.CharField("Cổng tìm thấy", max_length=300, blank=True)
    remark = models.CharField("nhận xét", max_length=300, blank=True)
    checked_on = models.DateField("ngày đối chiếu")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = Documents.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "item"], name="visit_document_once"),
            models.CheckConstraint(
                name="visit_document_by_hand_with_a_remark",
                condition=~Q(state="co") | ~Q(found="") | ~Q(remark=""),
            ),
        ]

    def __str__(self) -> str:
        return self.kind.words

    @property
    def kind(self) -> Document:
        return BY_CODE[self.item]


class VisitAdvice(models.Model):
    """Kiến nghị của đoàn; with the conclusion it becomes a task."""

    visit = models.ForeignKey(SiteVisit, models.PROTECT, related_name="advice")
    text = models.TextField("kiến nghị")
    due_on = models.DateField("hạn thực hiện")
    limit = models.CharField("hạn chế cần khắc phục", max_length=300, blank=True)
    cause = models.CharField("loại nguyên nhân", max_length=12, choices=Cause, blank=True)
    limitation = models.OneToOneField(
        Limitation, models.PROTECT, null=True, blank=True, related_name="visit_advice",
        verbose_name="dòng trong sổ hạn chế",
    )  # fmt: skip

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="visit_limit_with_its_cause",
                condition=Q(limit="", cause="") | (~Q(limit="") & ~Q(cause="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text
