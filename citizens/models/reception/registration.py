"""Đăng ký gặp lãnh đạo: who comes, about what, taken down at the counter or by telephone."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from portal.people import User

from ... import rules


class Registrations(models.QuerySet["Registration"]):
    def visible_to(self, user: User, *, on: date) -> Registrations:
        """One about a denunciation: its group and whoever took it down."""
        if rules.keeps_denunciations(user, on=on):
            return self
        return self.filter(Q(sealed=False) | Q(registered_by=user))


class Registration(models.Model):
    """Một lượt đăng ký; with denunciation in it, it holds no name (paper custody)."""

    class Channel(models.TextChoices):
        COUNTER = "truc_tiep", "Tại quầy"
        PHONE = "dien_thoai", "Qua điện thoại"

    PERSONAL = ("name", "id_number", "phone", "address", "content")

    reception = models.ForeignKey(
        "citizens.Reception", models.PROTECT, related_name="registrations"
    )
    sealed = models.BooleanField("có nội dung tố cáo", default=False)
    name = models.CharField("họ và tên", max_length=200, blank=True)
    id_number = models.CharField("số căn cước", max_length=12, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    content = models.CharField("nội dung", max_length=500, blank=True)
    people = models.PositiveSmallIntegerField("số người đến", default=1)
    channel = models.CharField("cách đăng ký", max_length=12, choices=Channel)
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    registered_on = models.DateField("ngày đăng ký")

    objects = Registrations.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="", sealed=False)
                & (Q(sealed=False) | Q(name="", id_number="", phone="", address="", content="")),
                name="sealed_registration_holds_no_name",
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="registration_of_somebody"),
        ]
        indexes = [models.Index(fields=["id_number"], name="registration_id_number")]

    def __str__(self) -> str:
        return self.name or "Đăng ký riêng"
