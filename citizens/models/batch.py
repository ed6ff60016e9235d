"""Phiếu bàn giao đơn: the paper letters that a clerk hands to a unit, numbered, signed for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history, registers
from portal.people import Unit, User
from portal.workflow import Refused

from .. import rules

BOOK = "BG"


class Batches(models.QuerySet["Batch"]):
    def visible_to(self, user: User, *, on: date) -> Batches:
        """Who enters petitions sees all; others those of their unit."""
        if rules.registers_petitions(user, on=on):
            return self
        return self.filter(Q(unit__in=rules.units_of(user, on=on)) | Q(by=user))

    def waiting(self) -> Batches:
        return self.filter(received_on=None)


class Batch(models.Model):
    """One list of letters on paper, from the clerk to a unit."""

    code = models.CharField("số", max_length=24, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị nhận")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày giao")
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    received_on = models.DateField("ngày nhận", null=True)

    objects = Batches.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_by=None, received_on=None)
                | Q(received_by__isnull=False, received_on__gte=F("on")),
                name="batch_received_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"Phiếu bàn giao {self.code}"

    def get_absolute_url(self) -> str:
        return f"/don/ban-giao/{self.code}/"

    @property
    def stream(self) -> str:
        return f"ban-giao/{self.code}"

    @classmethod
    def draw_up(cls, *, by: User, on: date, unit: Unit, petitions: Iterable[Any]) -> Batch:
        """Lập phiếu: the letters leave the clerk's hands on this day."""
        if not rules.registers_petitions(by, on=on):
            raise Refused(rules.registers_petitions.why_not)
        petitions = list(petitions)
        with transaction.atomic():
            code = registers.take_number(BOOK, on=on, stream="ban-giao").code
            batch = cls.objects.create(code=code, unit=unit, by=by, on=on)
            handed = handed_before(petitions)
            for petition in petitions:
                if sentence := not_to_hand(petition, handed):
                    raise Refused(f"{petition.code}: {sentence}")
                batch.lines.create(petition=petition)
                tell(petition, "hand_paper", f"Giao bản giấy cho {unit}, phiếu {code}", by, on)
            facts = {"unit": unit.code, "petitions": [each.code for each in petitions]}
            history.record(batch.stream, "draw_up", by=by.key, on=on, facts=facts)
        return batch

    def may_receive(self, user: Any, *, on: date) -> bool:
        return self.received_on is None and self.unit_id in {
            row.unit_id for row in user.positions_on(on)
        }

    def receive(self, *, by: User, on: date) -> None:
        """Đã nhận đủ: the unit acknowledges, with one press."""
        with transaction.atomic():
            batch = type(self).objects.select_for_update().get(pk=self.pk)
            if not batch.may_receive(by, on=on):
                raise Refused("Phiếu này đã có người ký nhận, hoặc giao cho đơn vị khác.")
            batch.received_by, batch.received_on = by, on
            batch.save(update_fields=["received_by", "received_on"])
            for line in batch.lines.select_related("petition"):
                tell(line.petition, "take_paper", f"Nhận bản giấy, phiếu {batch.code}", by, on)
            history.record(batch.stream, "receive", by=by.key, on=on)


class BatchLine(models.Model):
    """One letter of a batch."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="lines")
    petition = models.ForeignKey("citizens.Petition", models.PROTECT, related_name="batch_lines")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "petition"], name="letter_once_a_batch")
        ]


def handed_before(petitions: Iterable[Any]) -> dict[int, str]:
    """For each letter that its unit has been handed, the number of the slip; one statement."""
    lines = BatchLine.objects.filter(
        petition__in=[each.pk for each in petitions], batch__unit=F("petition__unit")
    )
    return dict(lines.values_list("petition_id", "batch__code"))


def not_to_hand(petition: Any, handed: dict[int, str]) -> str:
    """Why this letter cannot be on a slip, or ''. A sealed envelope goes by the paper book."""
    if not petition.keeps_words:
        return "Bì mật giao nhận theo sổ giấy."
    if petition.unit_id is None:
        return "Đơn chưa có đơn vị xử lý."
    if code := handed.get(petition.pk):
        return f"Đã có trong phiếu {code} giao cho đơn vị này."
    return ""


def tell(petition: Any, step: str, label: str, by: User, on: date) -> None:
    history.record(petition.stream, step, by=by.key, on=on, label=label)
