"""What staff decided (Điều 49, 50): totals out of the minutes, no vote is cast here."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from democracy import items, rules
from democracy.models.conference.counting import is_majority, quorum_of
from portal import history, registers
from portal.attachments import File
from portal.people import Unit, User
from portal.planning.rules import works_here
from portal.workflow import Refused

BOOK = "QDC"


class Way(models.TextChoices):
    CONFERENCE = "hoi-nghi", "Biểu quyết tại hội nghị"
    BALLOT = "phieu", "Phiếu lấy ý kiến toàn thể"


class StaffDecisions(models.QuerySet["StaffDecision"]):
    def visible_to(self, user: User, *, on: date) -> StaffDecisions:
        return self if works_here(user, on=on) else self.none()


class StaffDecision(models.Model):
    """Việc tập thể bàn và quyết định."""

    code = models.CharField("số", max_length=24, unique=True)
    conference = models.ForeignKey(
        "democracy.Conference", models.PROTECT, null=True, blank=True, related_name="votes"
    )
    item = models.CharField("nội dung", max_length=20)
    title = models.CharField("việc được quyết định", max_length=300)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    way = models.CharField("cách quyết định", max_length=10, choices=Way)
    ballot_because = models.CharField("lý do gửi phiếu", max_length=300, blank=True)
    proposed_by = models.CharField("người đề xuất", max_length=20, choices=items.PROPOSERS)
    proposers = models.PositiveIntegerField("số người đề xuất", null=True, blank=True)
    held_on = models.DateField("ngày")
    convened = models.PositiveIntegerField("số người được triệu tập")
    present = models.PositiveIntegerField("số người dự hoặc gửi phiếu")
    yes = models.PositiveIntegerField("tán thành")
    no = models.PositiveIntegerField("không tán thành")
    other = models.PositiveIntegerField("ý kiến khác, phiếu trắng")
    minutes = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    struck_because = models.CharField("lý do gạch", max_length=300, blank=True)

    objects = StaffDecisions.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="staff_decision_votes_add_up",
                condition=Q(present=F("yes") + F("no") + F("other")),
            ),
            models.CheckConstraint(
                name="staff_decision_not_more_than_convened",
                condition=Q(present__lte=F("convened"), convened__gt=0),
            ),
            models.CheckConstraint(
                name="staff_decision_ballot_with_reason",
                condition=(Q(way="phieu") & ~Q(ballot_because=""))
                | Q(way="hoi-nghi", ballot_because=""),
            ),
            models.CheckConstraint(
                name="staff_decision_a_third_is_counted",
                condition=Q(proposed_by="mot-phan-ba", proposers__isnull=False)
                | ~Q(proposed_by="mot-phan-ba") & Q(proposers=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/quyet-dinh/{self.code}/"

    @property
    def stream(self) -> str:
        return f"quyet-dinh-tap-the/{self.code}"

    @property
    def kind(self) -> items.Item:
        return items.DECIDED[self.item]

    @property
    def quorum(self) -> int:
        return quorum_of(self.convened)

    @property
    def has_quorum(self) -> bool:
        return self.present >= self.quorum

    @property
    def is_passed(self) -> bool:
        return (
            not self.struck_because and self.has_quorum and is_majority(self.yes, of=self.present)
        )

    @property
    def outcome(self) -> str:
        if self.struck_because:
            return "Đã gạch, ghi sai"
        if not self.has_quorum:
            return f"Chưa đủ số người dự (cần ít nhất {self.quorum})"
        return "Được thông qua" if self.is_passed else "Không được thông qua"

    def strike(self, *, by: Any, on: date, reason: str) -> None:
        """Gạch kết quả ghi sai: the line stays, and counts for nothing."""
        self.struck_because = reason
        self.save(update_fields=["struck_because"])
        history.record(
            self.stream, "strike_staff_decision", by=by.key, on=on, label="Gạch quyết định ghi sai",
            facts={}, values={"reason": reason},
        )  # fmt: skip

    @classmethod
    @transaction.atomic
    def note(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi kết quả, from the minutes."""
        if not rules.keeps_decisions(by, on=on):
            raise Refused(rules.keeps_decisions.why_not)
        row = cls(by=by, **facts)
        row.code = registers.take_number(BOOK, on=row.held_on, stream=BOOK).code
        row.save()
        history.record(
            row.stream, "note_staff_decision", by=by.key, on=on, label="Ghi quyết định tập thể",
            facts={"item": row.item, "yes": row.yes, "no": row.no, "other": row.other},
            values={"title": row.title},
        )  # fmt: skip
        return row


def a_third(of: int) -> int:
    return -(-of // 3)
