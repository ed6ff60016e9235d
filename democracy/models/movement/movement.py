"""One movement: why, what, for whom, by which criteria, how long, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from democracy import movement_rules as rules
from democracy.models.movement.leading import Leading
from democracy.models.movement.taking_part import TakingPart
from portal.deadlines import Standing, standing
from portal.instruments import Instrument
from portal.people import Unit, User
from portal.planning import TaskUnit
from portal.planning.rules import units_of, works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow

DRAFT, LAUNCHED = ("draft",), ("launched",)
MOST_SHARE = 100


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    LAUNCHED = "launched", "Đang thi đua"
    ENDED = "ended", "Đã tổng kết"


class Subjects(models.TextChoices):
    COLLECTIVES = "tap-the", "Tập thể"
    PERSONS = "ca-nhan", "Cá nhân"
    BOTH = "ca-hai", "Tập thể và cá nhân"


class LaunchForm(models.TextChoices):
    CEREMONY = "le", "Lễ phát động"
    PAPER = "van-ban", "Bằng văn bản"
    EMBEDDED = "long-ghep", "Lồng ghép tại hội nghị"


class Movements(models.QuerySet["Movement"]):
    def visible_to(self, user: User, *, on: date) -> Movements:
        """Once launched, the whole staff."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        return self.filter(~Q(stage=Stage.DRAFT) | Q(unit__in=units_of(user, on=on)))

    def at_the_same_time_as(self, one: Movement) -> Movements:
        """Under way in the same weeks for the same subjects: too many at once tire people."""
        found = self.filter(from_on__lte=one.to_on, to_on__gte=one.from_on).exclude(pk=one.pk)
        if one.subjects != Subjects.BOTH:
            found = found.filter(subjects__in=(one.subjects, Subjects.BOTH))
        return found.exclude(stage=Stage.ENDED)


class Movement(Leading, TakingPart, Subject):
    """Phong trào thi đua."""

    stream_kind = "thi-dua"
    title = models.CharField("tên phong trào", max_length=300)
    occasion = models.CharField("nhân dịp, lý do", max_length=300, blank=True)
    subjects = models.CharField("đối tượng", max_length=8, choices=Subjects, default=Subjects.BOTH)
    content = models.TextField("nội dung thi đua")
    criteria = models.TextField("tiêu chí")
    launch_form = models.CharField("hình thức phát động", max_length=10, choices=LaunchForm)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="văn bản phát động",
    )  # fmt: skip
    awards = models.TextField("khen thưởng", blank=True)
    most_collectives = models.PositiveSmallIntegerField("tỷ lệ tập thể tối đa", null=True)
    most_persons = models.PositiveSmallIntegerField("tỷ lệ cá nhân tối đa", null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị theo dõi")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người soạn")
    tasks = models.ManyToManyField(TaskUnit, blank=True, related_name="+")
    together_with = models.ManyToManyField("self", blank=True)
    closing_on = models.DateField("ngày hội nghị tổng kết", null=True, blank=True)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    launched_on = models.DateField("phát động ngày", null=True, blank=True)
    summary = models.TextField("tổng kết", blank=True)
    ended_on = models.DateField("tổng kết ngày", null=True, blank=True)

    objects = Movements.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập phong trào thi đua", (), Stage.DRAFT, rules.draws_up),
        Step(
            "edit", "sửa dự thảo phong trào", DRAFT, None, rules.prepares, needs=(being_read,)
        ),
        Step(
            "launch", "phát động", DRAFT, Stage.LAUNCHED, rules.launches,
            prepared_by=rules.prepares,
        ),
        Step("add_round", "thêm đợt", (*DRAFT, *LAUNCHED), None, rules.prepares),
        Step("plan_closing", "hẹn ngày tổng kết", (*DRAFT, *LAUNCHED), None, rules.prepares),
        Step("link_task", "gắn nhiệm vụ", (*DRAFT, *LAUNCHED), None, rules.prepares),
        Step("link_movement", "gắn với phong trào khác", (*DRAFT, *LAUNCHED), None,
             rules.prepares),
        Step("enrol", "đăng ký thi đua", LAUNCHED, None, rules.takes_part),
        Step("withdraw", "rút đăng ký", LAUNCHED, None, rules.takes_part),
        Step("note_result", "ghi kết quả", LAUNCHED, None, rules.takes_part),
        Step(
            "sum_up", "tổng kết phong trào", LAUNCHED, Stage.ENDED, rules.launches,
            prepared_by=rules.prepares,
        ),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="movement_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="movement_launched_on_a_day",
                condition=Q(stage="draft", launched_on=None)
                | (~Q(stage="draft") & Q(launched_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="movement_ended_with_a_summary",
                condition=(Q(stage="ended", ended_on__isnull=False) & ~Q(summary=""))
                | (~Q(stage="ended") & Q(ended_on=None, summary="")),
            ),
            models.CheckConstraint(
                name="movement_shares_of_a_hundred",
                condition=(Q(most_collectives=None) | Q(most_collectives__lte=100))
                & (Q(most_persons=None) | Q(most_persons__lte=100)),
            ),
        ]
        indexes = [models.Index(fields=["stage", "to_on"], name="movement_by_stage")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thi-dua/{self.code}/"

    field = field_id = None
    kind_words = property(lambda self: "Phong trào thi đua")
    due_on = property(lambda self: self.from_on)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.to_on if self.stage == Stage.LAUNCHED else None, as_of=as_of)

    # questions

    def most_awarded(self, *, persons: bool) -> int | None:
        """So many of those who took part may be proposed; a part of one is none."""
        share = self.most_persons if persons else self.most_collectives
        if share is None:
            return None
        took_part: Any = self.enrolments.standing()
        took_part = took_part.exclude(person_name="") if persons else took_part.filter(
            person_name=""
        )  # fmt: skip
        whose = "person_name" if persons else "unit"
        return took_part.values("unit", whose).distinct().count() * share // MOST_SHARE
