"""One thing that staff must be told: due, posted for so long, or withheld with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from democracy import items, rules, statutes
from democracy.models.circle import ForCircle, meant_for
from democracy.models.posting_acts import Displaying
from portal.attachments import File
from portal.deadlines import Deadline, Standing, compute, standing
from portal.people import Unit, User
from portal.planning.rules import units_of, works_here
from portal.text import day
from portal.workflow import Moving, Step, Subject, Workflow
from portal.working_days import Calendar, calendar


class Stage(models.TextChoices):
    DUE = "due", "Chờ công khai"
    POSTED = "posted", "Đã công khai"
    WITHHELD = "withheld", "Không công khai nội dung"


class Postings(models.QuerySet["Posting"]):
    def visible_to(self, user: User, *, on: date) -> Postings:
        """The circle: what was posted, withheld, or is late. Beforehand: whoever has to post it."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        told = ~Q(stage=Stage.DUE) | Q(due_on__lt=on)
        mine = Q(officer=user) | Q(unit__in=units_of(user, on=on))
        return self.filter(mine | (told & meant_for(user, on=on))).distinct()

    def overdue(self, *, as_of: date) -> Postings:
        return self.filter(stage=Stage.DUE, due_on__lt=as_of)

    def on_show(self, *, as_of: date) -> Postings:
        return self.filter(stage=Stage.POSTED, posted_until__gte=as_of)


class Posting(Displaying, ForCircle, Subject):
    """Nội dung phải công khai trong cơ quan."""

    stream_kind = "cong-khai"
    item = models.CharField("nội dung", max_length=20)
    title = models.CharField("trích yếu", max_length=300)
    reference = models.CharField("số, ký hiệu văn bản", max_length=80, blank=True)
    decided_on = models.DateField("ngày có quyết định, văn bản")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="postings", verbose_name="đơn vị chủ trì"
    )
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="postings", verbose_name="người ghi"
    )
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DUE)
    due_on = models.DateField("hạn công khai", null=True, blank=True)
    posted_on = models.DateField("đăng từ ngày", null=True, blank=True)
    posted_until = models.DateField("đăng đến hết ngày", null=True, blank=True)
    forms = ArrayField(
        models.CharField(max_length=2), verbose_name="hình thức", default=list, blank=True
    )
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    withheld_because = models.CharField("lý do không công khai", max_length=500, blank=True)

    objects = Postings.as_manager()

    workflow = Workflow(
        Step("note_posting", "ghi nội dung phải công khai", (), Stage.DUE, rules.notes_postings),
        Step("edit", "sửa nội dung", (Stage.DUE,), None, rules.edits_posting),
        Step("display", "đăng công khai", (Stage.DUE,), Stage.POSTED, rules.displays),
        Step("take_down", "gỡ xuống", (Stage.POSTED,), Stage.DUE, rules.displays),
        Step("withhold", "không công khai nội dung", (Stage.DUE,), Stage.WITHHELD, rules.withholds),
        Step(
            "request_information",
            "yêu cầu cung cấp thông tin",
            (Stage.DUE, Stage.POSTED),
            None,
            rules.in_circle,
        ),
        Step(
            "give_information",
            "cung cấp thông tin",
            (Stage.DUE, Stage.POSTED),
            None,
            rules.gives_information,
            needs=(lambda posting: posting.lacks_request(),),
        ),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="posting_posted_from_and_until",
                condition=Q(stage="posted", posted_on__isnull=False, posted_until__isnull=False)
                | (~Q(stage="posted") & Q(posted_on=None, posted_until=None)),
            ),
            models.CheckConstraint(
                name="posting_until_after_from",
                condition=Q(posted_on=None) | Q(posted_until__gt=F("posted_on")),
            ),
            models.CheckConstraint(
                name="posting_withheld_with_reason",
                condition=(Q(stage="withheld") & ~Q(withheld_because=""))
                | (~Q(stage="withheld") & Q(withheld_because="")),
            ),
            models.CheckConstraint(
                name="asset_declaration_is_a_line",
                condition=~Q(item="46.7-ke-khai") | Q(file=None),
                violation_error_message="Bản kê khai tài sản chỉ ghi một dòng, không đính kèm tệp.",
            ),
        ]
        indexes = [models.Index(fields=["stage", "due_on"], name="posting_by_due")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/cong-khai/{self.code}/"

    field = None
    field_id = None
    kind_words = property(lambda self: "Công khai trong cơ quan")

    # questions

    @property
    def kind(self) -> items.Item:
        return items.PUBLICISED[self.item]

    @property
    def reckoned(self) -> Deadline | None:
        """Nothing runs for what was decided before the law."""
        return self.reckoned_with(calendar())

    def reckoned_with(self, calendar: Calendar, *, confirmed: Any = None) -> Deadline | None:
        if self.decided_on < statutes.DEMOCRACY_LAW:
            return None
        return last_day(self.decided_on, calendar, confirmed=confirmed)

    def standing(self, *, as_of: date) -> Standing | None:
        return standing(self.due_on, as_of=as_of) if self.due_on else None

    @property
    def was_late(self) -> bool:
        return bool(self.due_on and self.posted_on and self.posted_on > self.due_on)

    def is_on_show(self, *, as_of: date) -> bool:
        return self.stage == Stage.POSTED and as_of <= self.posted_until

    @property
    def forms_words(self) -> list[str]:
        return [words for code, words in items.FORMS_OF_PUBLICITY if code in self.forms]

    def handled_by(self, user: Any, *, on: date) -> bool:
        """Reads it before it is posted, and what was withheld."""
        return rules.edits_posting(user, self, on=on) or rules.displays(user, self, on=on)

    def hides_from(self, user: Any, *, on: date) -> bool:
        """What was withheld is a line for everybody else."""
        return self.stage == Stage.WITHHELD and not self.handled_by(user, on=on)

    def opens_file_to(self, user: Any, *, on: date) -> bool:
        """While it is on show, its circle; later, who asked and was answered."""
        if self.file_id is None:
            return False
        if self.handled_by(user, on=on):
            return True
        if self.stage == Stage.WITHHELD:
            return False
        if self.is_on_show(as_of=on) and rules.in_circle(user, self, on=on):
            return True
        return self.requests.filter(asked_by=user, answered_on__isnull=False).exists()

    def lacks_request(self) -> str:
        return "" if self.requests.open().exists() else "không có yêu cầu nào đang chờ."

    @classmethod
    def moving(cls, calendar: Calendar) -> list[Moving]:
        """Last days that this calendar would move."""
        rows = cls.objects.filter(stage=Stage.DUE, due_on__isnull=False)
        found = ((row, last_day(row.decided_on, calendar).due) for row in rows)
        return [
            Moving(row.code, statutes.RULES["T1"].label, row.due_on, due)
            for row, due in found
            if row.due_on and due and due != row.due_on
        ]

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        for row in cls.objects.filter(stage=Stage.DUE, due_on__isnull=False):
            row.due_on = row.reckoned.due if row.reckoned else None
            row.save(update_fields=["due_on"])


def last_day(decided_on: date, calendar: Calendar, *, confirmed: Any = None) -> Deadline:
    return compute(
        statutes.RULES["T1"], start=decided_on, calendar=calendar, confirmations=confirmed
    )


class Display(models.Model):
    """One stretch of time on the board; a gap begins the twenty days anew."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="displays")
    from_on = models.DateField("từ ngày")
    until_on = models.DateField("đến hết ngày")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    taken_down_on = models.DateField("gỡ ngày", null=True, blank=True)
    taken_down_because = models.CharField("lý do gỡ", max_length=500, blank=True)

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="display_taken_down_with_reason",
                condition=Q(taken_down_on=None, taken_down_because="")
                | (Q(taken_down_on__isnull=False) & ~Q(taken_down_because="")),
            )
        ]

    def __str__(self) -> str:
        return f"{day(self.from_on)} – {day(self.taken_down_on or self.until_on)}"

    @property
    def too_short(self) -> bool:
        """Taken down before the twenty days were over."""
        least = items.posted_at_least_until(self.from_on)
        return self.taken_down_on is not None and self.taken_down_on <= least


class Requests(models.QuerySet["InformationRequest"]):
    def open(self) -> Requests:
        return self.filter(answered_on=None)


class InformationRequest(models.Model):
    """Yêu cầu cung cấp thông tin (khoản 4 Điều 48)."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="requests")
    ground = models.CharField("vì", max_length=20, choices=items.GROUNDS_OF_REQUEST)
    text = models.TextField("nội dung yêu cầu", blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="information_asked")
    asked_on = models.DateField("ngày yêu cầu")
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="information_given"
    )
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)

    objects = Requests.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="information_answered_by_somebody_on_a_day",
                condition=Q(answered_on=None, answered_by=None, answer="")
                | (Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.posting.code}, {day(self.asked_on)}"
