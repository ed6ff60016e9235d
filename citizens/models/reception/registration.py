"""Đăng ký gặp lãnh đạo: who comes, about what, taken down at the counter or by telephone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal import history
from portal.people import Unit, User
from portal.workflow import key_of

from ... import rules


class Registrations(models.QuerySet["Registration"]):
    def visible_to(self, user: User, *, on: date) -> Registrations:
        """Of a session that is seen. One about a denunciation: its group and whoever took it down.

        What was cancelled is gone for everybody: were it shown, what is not shown would be sealed.
        """
        expected = self.filter(cancelled_on=None)
        if rules.keeps_denunciations(user, on=on):
            return expected
        return expected.filter(Q(sealed=False) | Q(registered_by=user))

    def named(self) -> Registrations:
        return self.filter(sealed=False, cancelled_on=None)

    def to_prepare(self, user: User, *, on: date) -> Registrations:
        """Those that a unit of this user prepares, whether or not the session itself is seen."""
        return self.named().filter(unit__in=rules.units_of(user, on=on))

    def of_visitor(self, visit: Any) -> Registrations:
        """Those by which whoever came had registered for that session."""
        known = Q(name=visit.name)
        if visit.id_number:
            known |= Q(id_number=visit.id_number)
        return self.named().filter(known, reception=visit.reception_id)


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
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đơn vị chuẩn bị ý kiến",
    )
    people = models.PositiveSmallIntegerField("số người đến", default=1)
    channel = models.CharField("cách đăng ký", max_length=12, choices=Channel)
    accepts_online = models.BooleanField(
        "người tố cáo không đề nghị giữ bí mật, đồng ý tiếp trực tuyến", null=True, blank=True
    )
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    registered_on = models.DateField("ngày đăng ký")
    cancelled_on = models.DateField("hủy ngày", null=True, blank=True)

    objects = Registrations.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="", sealed=False, cancelled_on=None)
                & (
                    Q(sealed=False, cancelled_on=None)
                    | Q(name="", id_number="", phone="", address="", content="", unit=None)
                ),
                name="only_expected_registration_holds_name",
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="registration_of_somebody"),
            models.CheckConstraint(
                condition=Q(accepts_online=None) | Q(sealed=True),
                name="only_sealed_registration_says_online",
            ),
        ]
        indexes = [models.Index(fields=["id_number"], name="registration_id_number")]

    def __str__(self) -> str:
        return self.name or "Đăng ký riêng"

    @property
    def stream(self) -> str:
        """A history of its own: that of the session says nothing of denunciations."""
        return f"dang-ky/{self.pk}"

    def seal(self, *, by: Any, on: date) -> None:
        """Who comes and about what goes; that somebody comes stays, for the group alone."""
        self.sealed = True
        self._empty("seal_registration", by=by, on=on)

    def cancel(self, *, by: Any, on: date) -> None:
        """Whoever does not come any more is not kept."""
        self.cancelled_on = on
        self._empty("cancel_registration", by=by, on=on)

    def _empty(self, act: str, *, by: Any, on: date) -> None:
        for name in self.PERSONAL:
            setattr(self, name, "")
        self.unit = None
        self.save()
        history.record(self.stream, act, by=key_of(by), on=on)
