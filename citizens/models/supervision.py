"""Giám sát: remarks of the bodies that supervise, on figures alone, and the head's answer."""

from __future__ import annotations

from datetime import date

from django.db import models, transaction
from django.db.models import F, Q

from portal import history
from portal.people import Body, User
from portal.workflow import Refused

from .. import rules


class Remarks(models.QuerySet["SupervisionRemark"]):
    def visible_to(self, user: User, *, on: date) -> Remarks:
        """A body's members read their own; leaders read all."""
        if user.holds("director", "deputy_director", as_of=on):
            return self
        return self.filter(body__in=bodies_of(user, on=on))


class SupervisionRemark(models.Model):
    """Nhận xét, kiến nghị của tổ chức giám sát về một quý."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name="tổ chức")
    period = models.CharField("kỳ", max_length=12)
    text = models.TextField("nhận xét, kiến nghị")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)

    objects = Remarks.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None, answer="")
                | Q(answered_on__gte=F("on"), answered_by__isnull=False) & ~Q(answer=""),
                name="remark_answered_by_somebody_later",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.period}"

    @property
    def stream(self) -> str:
        return f"giam-sat/{self.pk}"

    @classmethod
    @transaction.atomic
    def remark(cls, *, by: User, on: date, body: Body, period: str, text: str) -> SupervisionRemark:
        if body.pk not in bodies_of(by, on=on):
            raise Refused("Nhận xét do thành viên của tổ chức giám sát ghi.")
        row = cls.objects.create(by=by, on=on, body=body, period=period, text=text)
        row.kept("remark", "Ghi nhận xét", by=by, on=on, text=text)
        return row

    @transaction.atomic
    def reply(self, *, by: User, on: date, text: str) -> None:
        """The head answers, and may put the answer right."""
        if not by.holds("director", as_of=on):
            raise Refused("Nhận xét của tổ chức giám sát do Giám đốc trả lời.")
        self.answer, self.answered_by, self.answered_on = text, by, on
        self.save()
        self.kept("reply", "Trả lời nhận xét", by=by, on=on, text=text)

    def kept(self, step: str, label: str, *, by: User, on: date, text: str) -> None:
        values = {"text": text}
        history.record(self.stream, step, by=by.key, on=on, label=label, values=values)


def bodies_of(user: User, *, on: date) -> list[int]:
    """The supervising bodies of which somebody is a member that day."""
    held = user.positions_on(on)
    return [row.body_id for row in held if row.body_id and row.role in rules.SUPERVISING_ROLES]
