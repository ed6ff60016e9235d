"""The people behind a petition; a sealed petition can have none, and the database says so."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .vocabulary import Gender


class Party(models.Model):
    """Người gửi, người đại diện, người ký cùng."""

    class Role(models.TextChoices):
        SENDER = "sender", "Người gửi đơn"
        REPRESENTATIVE = "representative", "Người đại diện"
        COSIGNER = "cosigner", "Người cùng ký"

    PERSONAL = ("name", "gender", "birth_year", "id_number", "phone", "email", "address")

    petition = models.ForeignKey("citizens.Petition", models.PROTECT, related_name="parties")
    sealed = models.BooleanField(default=False, editable=False)
    role = models.CharField("vai trò", max_length=16, choices=Role, default=Role.SENDER)
    name = models.CharField("họ và tên", max_length=200)
    gender = models.CharField("giới tính", max_length=4, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    id_number = models.CharField("số căn cước", max_length=12, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    commune = models.ForeignKey(
        "portal.Commune", models.PROTECT, null=True, blank=True, verbose_name="xã, phường"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(sealed=False), name="no_party_of_sealed_petition"),
            models.UniqueConstraint(
                fields=["petition"], condition=Q(role="sender"), name="one_sender_a_petition"
            ),
        ]
        indexes = [
            models.Index(fields=["id_number"], name="party_id_number"),
            models.Index(fields=["phone"], name="party_phone"),
            models.Index(fields=["name"], name="party_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def honorific(self) -> str:
        """ông or bà where it is known."""
        return {Gender.MALE: "ông", Gender.FEMALE: "bà"}.get(self.gender, "ông/bà")
