"""What a committee's meetings concluded: tasks of a notice, followed like all others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from democracy.models.committee.version import CommitteeVersion, CommitteeVersions
from portal.attachments import File
from portal.people import Unit, User
from portal.planning import Plan
from portal.text import day


class CommitteeMeetings(models.QuerySet["CommitteeMeeting"]):
    def visible_to(self, user: User, *, on: date) -> CommitteeMeetings:
        """Whoever sees the committee."""
        versions: CommitteeVersions = CommitteeVersion.objects.visible_to(user, on=on)
        return self.filter(version__in=versions)


class CommitteeMeeting(models.Model):
    """Một cuộc họp của Ban."""

    version = models.ForeignKey(CommitteeVersion, models.PROTECT, related_name="meetings")
    met_on = models.DateField("ngày họp")
    present = models.PositiveSmallIntegerField("số thành viên dự")
    members = models.PositiveSmallIntegerField("số thành viên của Ban")
    text = models.TextField("nội dung họp")
    minutes = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    plan = models.OneToOneField(
        Plan, models.PROTECT, null=True, blank=True, related_name="committee_meeting",
        verbose_name="thông báo kết luận",
    )  # fmt: skip
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")

    objects = CommitteeMeetings.as_manager()

    class Meta:
        ordering = ["-met_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="committee_no_more_present_than_members",
                condition=Q(present__gt=0, present__lte=F("members")),
            ),
        ]
        indexes = [models.Index(fields=["-met_on", "-id"], name="committee_meeting_newest")]

    def __str__(self) -> str:
        return f"{self.version}, họp ngày {day(self.met_on)}"

    def get_absolute_url(self) -> str:
        return f"{self.version.get_absolute_url()}#hop-{self.pk}"


def notice_of(meeting: CommitteeMeeting, items: Iterable[str], *, focal: Unit, by: Any,
              on: date) -> Plan:  # fmt: skip
    """A draft: who does what by when comes next, then signature and number."""
    plan = Plan.draw_up(
        by=by, on=on, kind=Plan.Kind.CONCLUSION, programme="dan-chu",
        title=f"Kết luận cuộc họp {meeting.version} ngày {day(meeting.met_on)}"[:300],
        unit=meeting.version.unit, coordinating_unit=focal, year=meeting.met_on.year,
        from_on=meeting.met_on, to_on=date(meeting.met_on.year + 1, 12, 31),
    )  # fmt: skip
    plan.cite(by=by, on=on, words=f"Biên bản họp ngày {day(meeting.met_on)}")
    for number, text in enumerate(items, start=1):
        plan.add_task(by=by, on=on, ref=str(number), text=text)
    return plan
