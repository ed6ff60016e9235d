"""Waiting for papers: what was asked for, when it came, and a dossier that ends for want of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone

from portal.text import day, number
from portal.workflow import Refused, take
from portal.working_days import calendar
from reforms.dossiers import supplements as terms
from reforms.dossiers.due_times import Clock, Limit, Unit
from reforms.dossiers.working_hours import mode_on, sessions_on

LATE_ALREADY = "Hồ sơ đã quá giờ hẹn trả: yêu cầu bổ sung không còn dừng được thời hạn."


class Ending(models.TextChoices):
    NOT_SUPPLIED = "khong-bo-sung", "Hết hạn mà không nhận được bổ sung"
    WITHDRAWN = "rut", "Người gửi hồ sơ đề nghị dừng hoặc rút"


class Supplement(models.Model):
    """Một lần yêu cầu bổ sung."""

    dossier = models.ForeignKey("LateDossier", models.PROTECT, related_name="supplements")
    content = models.TextField("giấy tờ phải bổ sung")
    asked_at = models.DateTimeField("yêu cầu lúc")
    supplied_at = models.DateTimeField("nhận đủ lúc", null=True, blank=True)
    due_before = models.DateTimeField("hẹn trả trước khi bổ sung")
    due_after = models.DateTimeField("hẹn trả sau khi bổ sung", null=True, blank=True)
    told_late = models.BooleanField("báo sau hạn", default=False)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                name="supplement_comes_after_it_was_asked_for",
                condition=Q(supplied_at=None, due_after=None)
                | Q(supplied_at__gt=F("asked_at"), due_after__isnull=False),
            ),
            models.CheckConstraint(
                name="supplement_asked_before_it_was_due",
                condition=Q(asked_at__lt=F("due_before")),
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(supplied_at=None), name="one_supplement_awaited"
            ),
        ]

    def __str__(self) -> str:
        return self.content


def asked_twice() -> Q:
    """Of rows annotated by ``with_supplements``."""
    return Q(asked__gt=terms.MOST)


def with_supplements(rows: Any) -> Any:
    return rows.annotate(asked=Count("supplements"))


class Supplementing(models.Model):
    """Asking for papers stops the clock of a dossier; when they are there it goes on or anew."""

    quantity = models.DecimalField(
        "thời hạn giải quyết", max_digits=7, decimal_places=2, null=True, blank=True
    )
    measure = models.CharField("tính bằng", max_length=10, blank=True)
    ending = models.CharField("dừng vì", max_length=14, choices=Ending, blank=True)

    class Meta:
        abstract = True

    def ask_supplement(self: Any, *, by: Any, on: date, asked_at: datetime, content: str) -> None:
        """Ghi yêu cầu bổ sung; asking again is against the rules and counts as late."""
        with take(self, "ask_supplement", by=by, on=on) as taking:
            last = self.supplements.last()
            refuse_out_of_order(last.supplied_at if last else self.received_at, asked_at)
            if asked_at >= self.due_at:
                raise Refused(LATE_ALREADY, field="day")
            self.supplements.create(
                content=content, asked_at=asked_at, due_before=self.due_at,
                told_late=last is None and self.is_told_late(asked_at),
            )  # fmt: skip
            taking.values["content"] = content
            taking.facts["times"] = self.supplements.count()

    def receive_supplement(self: Any, *, by: Any, on: date, supplied_at: datetime) -> None:
        """Ghi đã nhận bổ sung: a new hour at which the dossier is due."""
        with take(self, "receive_supplement", by=by, on=on) as taking:
            one = self.awaited
            refuse_out_of_order(one.asked_at, supplied_at)
            one.supplied_at = supplied_at
            one.due_after = self.due_at = self.due_again(one)
            self.due_on = timezone.localdate(self.due_at)
            one.save(update_fields=["supplied_at", "due_after"])
            taking.facts.update(due=self.due_on.isoformat(), rule=self.rule)

    def stop(self: Any, *, by: Any, on: date, ending: str) -> None:
        """Ghi dừng giải quyết: no papers came in time, or the applicant takes the dossier back."""
        with take(self, "stop", by=by, on=on) as taking:
            if ending == Ending.NOT_SUPPLIED and on <= self.wait_until:
                raise Refused(f"Còn chờ bổ sung đến hết {day(self.wait_until)}.", field="ending")
            self.ending = ending
            taking.facts["ending"] = ending

    # questions

    @property
    def awaited(self: Any) -> Supplement | None:
        return self.supplements.filter(supplied_at=None).first()

    @property
    def wait_until(self: Any) -> date:
        """The last day on which the papers may still come."""
        asked_on = timezone.localdate(self.awaited.asked_at)
        return calendar().add(asked_on, terms.days_to_wait(asked_on))

    @property
    def rule(self: Any) -> str:
        """What the procedure says, else what the office does."""
        told = self.procedure.after_supplement if self.procedure else ""
        return told or terms.rule_on(timezone.localdate(self.received_at))

    def due_again(self: Any, one: Supplement) -> datetime:
        on = timezone.localdate(self.received_at)
        limit = Limit(Decimal(self.quantity), Unit(self.measure)) if self.quantity else None
        term = terms.Term(local(self.received_at), local(one.due_before), limit, mode_on(on))
        wait = terms.Wait(local(one.asked_at), local(one.supplied_at))
        return timezone.make_aware(term.after(wait, clock_on(on), rule=self.rule))

    def is_told_late(self: Any, asked_at: datetime) -> bool:
        """More working hours after receipt than the rule of dossiers that begin anew allows."""
        if self.rule != terms.AfterSupplement.RESTART:
            return False
        clock = clock_on(timezone.localdate(self.received_at))
        passed = clock.between(clock.begins(local(self.received_at)), local(asked_at))
        return timedelta(minutes=passed) > timedelta(hours=terms.TELL_WITHIN)


def local(at: datetime) -> datetime:
    """As the clock of the office shows it; the sessions of a day know no zone."""
    return timezone.make_naive(at)


def clock_on(day: date) -> Clock:
    return Clock(calendar(), sessions_on(day))


def refuse_out_of_order(before: datetime, at: datetime) -> None:
    if at <= before:
        told = local(before)
        raise Refused(f"Sau {number(told.hour)} giờ {told:%M}, {day(told.date())}.", field="hour")
