"""Buổi tiếp công dân của thủ trưởng: when, where, by whom, whether announced, whether held."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.people import Position, Unit
from portal.workflow import Subject, Workflow


class Kind(models.TextChoices):
    PERIODIC = "dinh_ky", "Định kỳ"
    EXTRAORDINARY = "dot_xuat", "Đột xuất"


class Host(models.TextChoices):
    HEAD = "thu_truong", "Thủ trưởng"
    DELEGATE = "uy_quyen", "Ủy quyền"


class ReceptionStage(models.TextChoices):
    PLANNED = "chua-tiep", "Chưa tiếp"
    HELD = "da-tiep", "Đã tiếp"
    POSTPONED = "da-hoan", "Đã hoãn"
    CANCELLED = "da-huy", "Đã hủy"


STAGE = ReceptionStage


class Receptions(models.QuerySet["Reception"]):
    def held(self) -> Receptions:
        return self.filter(held=True)

    def announced(self) -> Receptions:
        return self.filter(announced=True)

    def between(self, first: date, last: date) -> Receptions:
        return self.filter(date__range=(first, last))


class Reception(Subject):
    """Buổi tiếp công dân định kỳ hoặc đột xuất; without a unit it is the office's own."""

    stream_kind = "buoi-tiep"
    book = "BT"

    stage = models.CharField(
        "giai đoạn", max_length=12, choices=ReceptionStage, default=STAGE.PLANNED
    )
    date = models.DateField("ngày tiếp")
    starts_at = models.TimeField("từ giờ", null=True, blank=True)
    ends_at = models.TimeField("đến giờ", null=True, blank=True)
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.PERIODIC)
    host = models.CharField("người chủ trì", max_length=12, choices=Host, default=Host.HEAD)
    host_position = models.ForeignKey(
        Position, models.PROTECT, null=True, blank=True, related_name="receptions"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey("citizens.ReceptionPlace", models.PROTECT, null=True, blank=True)
    online = models.BooleanField("tiếp trực tuyến", default=False)
    participants = models.CharField("thành phần tham dự", max_length=500, blank=True)
    expected_content = models.CharField("nội dung dự kiến", max_length=500, blank=True)
    announced = models.BooleanField("đã công bố", default=False)
    displayed_on = models.DateField("niêm yết ngày", null=True, blank=True)
    held = models.GeneratedField(
        expression=Q(stage=STAGE.HELD), output_field=models.BooleanField(), db_persist=True
    )
    reason = models.CharField("lý do", max_length=500, blank=True)
    moved_to = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="moved_from"
    )

    objects = Receptions.as_manager()

    workflow = Workflow()

    class Meta:
        ordering = ["date", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(displayed_on=None) | Q(announced=True),
                name="displayed_reception_is_announced",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(starts_at__lt=F("ends_at")),
                name="reception_hours_in_order",
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(stage=STAGE.POSTPONED),
                name="moved_reception_is_postponed",
            ),
        ]
        indexes = [models.Index(fields=["date", "id"], name="reception_by_date")]

    def __str__(self) -> str:
        return f"{self.code} ngày {self.date:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return f"/tiep-dan/buoi/{self.code}/"
