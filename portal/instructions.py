"""Ý kiến chỉ đạo: one sentence, a unit or a person, a date; it stands until its giver closes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from portal import history
from portal.people import Unit, User
from portal.permissions import is_head, is_leader
from portal.workflow import Refused


class Instructions(models.QuerySet["Instruction"]):
    def open(self) -> Instructions:
        return self.filter(closed_on=None)

    def unreported(self) -> Instructions:
        return self.open().filter(reported_on=None)

    def overdue(self, *, as_of: date) -> Instructions:
        return self.unreported().filter(due_on__lt=as_of)

    def given_by(self, user: User) -> Instructions:
        return self.filter(given_by=user)

    def for_user(self, user: User, *, on: date) -> Instructions:
        """Addressed to the user, or to a unit that the user heads."""
        headed = [
            position.unit_id
            for position in user.positions_on(on)
            if position.role in ("head", "deputy_head")
        ]
        return self.filter(Q(user=user) | Q(user=None, unit__in=headed))

    def on_desk_of(self, user: User, *, on: date) -> Instructions:
        """Given or received, until it is closed; of one who has left, each leader has it."""
        received = self.model.objects.for_user(user, on=on)
        mine = Q(given_by=user) | Q(pk__in=received.values("pk"))
        left = Q(given_by__is_active=False) if is_leader(user, on=on) else Q()
        return self.filter(mine | left)

    def about(self, subject: Any) -> Instructions:
        return self.filter(stream=subject.stream)


class Instruction(models.Model):
    """Ý kiến chỉ đạo."""

    stream = models.CharField(max_length=60, blank=True)
    text = models.CharField("ý kiến chỉ đạo", max_length=500)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="đơn vị thực hiện")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="người thực hiện"
    )
    due_on = models.DateField("hạn báo cáo")
    given_by = models.ForeignKey(User, models.PROTECT, related_name="instructions")
    given_on = models.DateField()
    report = models.TextField("báo cáo", blank=True)
    reported_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reported_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    objects = Instructions.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("given_on")), name="instruction_due_after_given"
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None, reported_by=None)
                | Q(reported_on__isnull=False, reported_by__isnull=False),
                name="instruction_report_has_author",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def answer(self, *, by: User, on: date, text: str) -> None:
        """Báo cáo việc thực hiện, by whom it was addressed to."""
        if not Instruction.objects.for_user(by, on=on).filter(pk=self.pk).exists():
            raise Refused("Ý kiến chỉ đạo này giao cho người khác.")
        if self.closed_on:
            raise Refused("Ý kiến chỉ đạo này đã kết thúc.")
        self.report, self.reported_by, self.reported_on = text, by, on
        self._keep(
            "answer_instruction",
            "Báo cáo việc thực hiện chỉ đạo",
            by=by,
            on=on,
            values={"text": text},
        )

    def close(self, *, by: User, on: date) -> None:
        """Kết thúc: by its giver; of one who has left, by a leader."""
        if not self.ended_by(by, on=on):
            raise Refused("Chỉ người cho ý kiến chỉ đạo kết thúc được việc này.")
        self.closed_on = on
        self._keep("close_instruction", "Kết thúc chỉ đạo", by=by, on=on, values={})

    def ended_by(self, user: User, *, on: date) -> bool:
        if self.given_by.is_active:
            return self.given_by_id == user.pk
        return is_leader(user, on=on)

    def _keep(self, step: str, label: str, *, by: User, on: date, values: dict) -> None:
        with transaction.atomic():
            self.save()
            if self.stream:
                facts = {"instruction": self.pk}
                history.record(
                    self.stream, step, by=by.key, on=on, label=label, facts=facts, values=values
                )


def may_instruct(user: User, subject: Any, *, on: date) -> bool:
    """A leader, or the head of the unit that has the subject."""
    return is_leader(user, subject, on=on) or bool(subject and is_head(user, subject, on=on))


def instruct(
    *,
    by: User,
    on: date,
    text: str,
    unit: Unit,
    due_on: date,
    user: User | None = None,
    subject: Any = None,
) -> Instruction:
    """Chỉ đạo: by a leader, or by the head of the unit that has the subject. Raises ``Refused``."""
    if not may_instruct(by, subject, on=on):
        raise Refused(is_leader.why_not)
    if subject and not subject.keeps_words:
        raise Refused("Đơn này chỉ ghi số, ngày và bì; ý kiến chỉ đạo ghi trên giấy.")
    with transaction.atomic():
        instruction = Instruction.objects.create(
            stream=subject.stream if subject else "",
            text=text,
            unit=unit,
            user=user,
            due_on=due_on,
            given_by=by,
            given_on=on,
        )
        if subject:
            history.record(
                subject.stream,
                "instruct",
                by=by.key,
                on=on,
                label="Ý kiến chỉ đạo",
                facts={"due": due_on.isoformat(), "unit": unit.code},
                values={"text": text},
            )
        return instruction


def forget(subject: Any) -> None:
    """Close what was ordered about a subject, and empty its words; that it was given remains."""
    about = Instruction.objects.about(subject)
    about.update(text="Nội dung không còn lưu", report="")
    about.open().update(closed_on=models.F("given_on"))
