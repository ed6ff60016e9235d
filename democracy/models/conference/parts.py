"""What hangs on a conference: convenings, the nine parts, the pledge, checks of the resolution."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from democracy import agenda
from democracy.models.conference.conference import Conference
from democracy.models.conference.counting import quorum_of
from democracy.models.posting import Posting
from portal.attachments import File
from portal.people import User
from portal.text import day, hour


class Convening(models.Model):
    """Lần triệu tập: one day, and how many came."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="convenings")
    number = models.PositiveSmallIntegerField("lần")
    meets_on = models.DateField("ngày họp")
    hour = models.TimeField("giờ")
    place = models.CharField("địa điểm", max_length=200)
    convened = models.PositiveIntegerField("số người được triệu tập")
    present = models.PositiveIntegerField("số người dự", null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="convening_numbered"),
            models.CheckConstraint(
                name="convening_not_more_than_convened",
                condition=Q(convened__gt=0) & (Q(present=None) | Q(present__lte=F("convened"))),
            ),
        ]

    def __str__(self) -> str:
        return f"Lần {self.number}, {day(self.meets_on)}"

    @property
    def hour_words(self) -> str:
        return hour(self.hour)

    @property
    def quorum(self) -> int:
        return quorum_of(self.convened)

    @property
    def has_quorum(self) -> bool:
        return self.present is not None and self.present >= self.quorum


class AgendaPart(models.Model):
    """Một nội dung của chương trình hội nghị."""

    filled = False
    """Whether votes, the pledge or the resolution say what there is to say."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="parts")
    code = models.CharField("nội dung", max_length=2)
    reporter = models.CharField("người trình bày", max_length=200)
    summary = models.TextField("ghi tóm tắt", blank=True)
    paper = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    skipped_because = models.CharField("lý do bỏ qua", max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "code"], name="agenda_part_once"),
            models.CheckConstraint(
                name="agenda_part_skipped_is_empty",
                condition=Q(skipped_because="") | Q(summary="", paper=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}) {self.part.words}"

    @property
    def part(self) -> agenda.Part:
        return agenda.PARTS[self.code]

    @property
    def letter(self) -> str:
        return self.part.letter

    @property
    def has_something(self) -> bool:
        return bool(self.summary or self.paper_id or self.filled)

    @property
    def is_done(self) -> bool:
        """Said, or passed over; the pledge only when both have signed."""
        if self.skipped_because:
            return True
        return self.filled if self.code == agenda.PLEDGING else self.has_something


class Cosigned(models.Model):
    """What the staff's representative signs too."""

    partner = models.CharField("người ký của tổ chức đại diện", max_length=120, blank=True)
    partner_on = models.DateField("ngày tổ chức đại diện ký", null=True, blank=True)

    class Meta:
        abstract = True


class Pledge(Cosigned):
    """Giao ước thi đua between the head and the union."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="pledges")
    text = models.TextField("nội dung giao ước")
    head = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đứng đầu")
    head_on = models.DateField("ngày người đứng đầu ký")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference"], name="pledge_once_a_conference"),
            models.CheckConstraint(
                name="pledge_cosigned_by_somebody_on_a_day",
                condition=Q(partner="", partner_on=None)
                | (~Q(partner="") & Q(partner_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Giao ước thi đua, {day(self.head_on)}"


class ResolutionCheck(Cosigned):
    """Lần kiểm tra việc thực hiện nghị quyết, told to the whole staff."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="checks")
    place = models.PositiveSmallIntegerField("lần")
    due_on = models.DateField("hạn", null=True, blank=True)
    checked_on = models.DateField("ngày kiểm tra")
    text = models.TextField("kết quả")
    done = models.PositiveIntegerField("số nội dung đã xong")
    asked = models.PositiveIntegerField("tổng số nội dung")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "place"], name="resolution_check_numbered"
            ),
            models.CheckConstraint(
                name="resolution_check_cosigned_by_somebody_on_a_day",
                condition=Q(partner="", partner_on=None)
                | (~Q(partner="") & Q(partner_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm tra lần {self.place}, {day(self.checked_on)}"

    @property
    def was_late(self) -> bool:
        return self.due_on is not None and self.checked_on > self.due_on
