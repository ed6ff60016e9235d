"""Asking the staff before the head decides (Điều 53–55): plan, opinions, answers, summary."""

from __future__ import annotations

import uuid
from datetime import date
from secrets import token_urlsafe
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from democracy import items, rules
from democracy.models.circle import ForCircle, meant_for
from democracy.models.consulting import Consulting
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning.rules import units_of, works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow

KEY_BYTES = 18


def new_key() -> str:
    return token_urlsafe(KEY_BYTES)


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    OPEN = "open", "Đang lấy ý kiến"
    SUMMED_UP = "summed_up", "Đã tổng hợp"


class Consultations(models.QuerySet["Consultation"]):
    def visible_to(self, user: User, *, on: date) -> Consultations:
        """The circle, once it is asked; a draft: its unit, leaders, coordinator, supervisors."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        mine = Q(officer=user) | Q(unit__in=units_of(user, on=on))
        return self.filter(mine | (~Q(stage=Stage.DRAFT) & meant_for(user, on=on))).distinct()

    def asking(self, *, as_of: date) -> Consultations:
        return self.filter(stage=Stage.OPEN, closes_on__gte=as_of)

    def to_sum_up(self, *, as_of: date) -> Consultations:
        return self.filter(stage=Stage.OPEN, closes_on__lt=as_of)


class Consultation(Consulting, ForCircle, Subject):
    """Đợt lấy ý kiến."""

    stream_kind = "lay-y-kien"
    item = models.CharField("nội dung", max_length=20)
    title = models.CharField("việc cần lấy ý kiến", max_length=300)
    text = models.TextField("nội dung lấy ý kiến")
    forms = ArrayField(models.CharField(max_length=10), verbose_name="hình thức", default=list)
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="consultations", verbose_name="đơn vị chủ trì"
    )
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="consultations", verbose_name="người chịu trách nhiệm"
    )
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    opened_on = models.DateField("bắt đầu ngày", null=True, blank=True)
    closes_on = models.DateField("nhận ý kiến đến hết ngày")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    """The way to the box for whoever leaves no name; known to the circle alone."""
    summary = models.TextField("tổng hợp, giải trình, tiếp thu", blank=True)
    summed_up_on = models.DateField("ngày tổng hợp", null=True, blank=True)
    plan = models.ForeignKey(
        "portal.Plan", models.PROTECT, null=True, blank=True, related_name="consultations",
        verbose_name="dự thảo kế hoạch",
    )  # fmt: skip
    posting = models.OneToOneField(
        "democracy.Posting", models.PROTECT, null=True, blank=True, related_name="consultation"
    )

    objects = Consultations.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập kế hoạch lấy ý kiến", (), Stage.DRAFT, rules.draws_up_consultations),
        Step(
            "edit",
            "sửa kế hoạch",
            (Stage.DRAFT,),
            None,
            rules.prepares_consultation,
            needs=(being_read,),
        ),
        Step(
            "consult",
            "lấy ý kiến",
            (Stage.DRAFT,),
            Stage.OPEN,
            rules.signs_consultation,
            prepared_by=rules.prepares_consultation,
        ),
        Step("comment", "góp ý", (Stage.OPEN,), None, rules.in_circle),
        Step(
            "note_opinion",
            "ghi ý kiến nhận ngoài Cổng",
            (Stage.OPEN,),
            None,
            rules.prepares_consultation,
        ),
        Step(
            "answer_opinion",
            "tiếp thu, giải trình",
            (Stage.OPEN,),
            None,
            rules.prepares_consultation,
            needs=(lambda asked: asked.lacks_unanswered(),),
        ),
        Step(
            "sum_up",
            "tổng hợp ý kiến",
            (Stage.OPEN,),
            Stage.SUMMED_UP,
            rules.signs_consultation,
            prepared_by=rules.prepares_consultation,
            needs=(lambda asked: asked.has_unanswered(), lambda asked: asked.has_slips()),
            ends=True,
        ),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="consultation_opens_before_it_closes",
                condition=Q(opened_on=None) | Q(closes_on__gte=F("opened_on")),
            ),
            models.CheckConstraint(
                name="consultation_asked_from_a_day",
                condition=Q(stage="draft", opened_on=None)
                | ~Q(stage="draft") & Q(opened_on__isnull=False),
            ),
            models.CheckConstraint(
                name="consultation_summed_up_with_words",
                condition=Q(stage="summed_up", summed_up_on__isnull=False, posting__isnull=False)
                & ~Q(summary="")
                | ~Q(stage="summed_up") & Q(summed_up_on=None, posting=None, summary=""),
            ),
        ]
        indexes = [models.Index(fields=["stage", "closes_on"], name="consultation_by_end")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/lay-y-kien/{self.code}/"

    field = None
    field_id = None
    kind_words = property(lambda self: "Lấy ý kiến")
    due_on = property(lambda self: self.closes_on)

    @property
    def kind(self) -> items.Item:
        return items.CONSULTED[self.item]

    @property
    def forms_words(self) -> list[str]:
        return [words for code, words in items.FORMS_OF_CONSULTATION if code in self.forms]

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.closes_on, as_of=as_of)

    def is_asking(self, *, as_of: date) -> bool:
        return self.stage == Stage.OPEN and as_of <= self.closes_on

    def lacks_unanswered(self) -> str:
        return "" if self.opinions.unanswered().exists() else "không có ý kiến nào chờ trả lời."

    def has_unanswered(self) -> str:
        waiting = self.opinions.unanswered().count()
        return f"còn {waiting} ý kiến chưa tiếp thu hoặc giải trình." if waiting else ""

    def has_slips(self) -> str:
        """A box that still holds something would be summed up without it."""
        return "hòm thư còn phiếu chưa mở." if self.slips.exists() else ""

    def opinions_read_by(self, user: User, *, on: date) -> Any:
        """While it runs: whoever answers for it or supervises, and each their own."""
        everything = (
            self.stage == Stage.SUMMED_UP
            or rules.sees_all(user, on=on)
            or rules.prepares_consultation(user, self, on=on)
        )
        return self.opinions.all() if everything else self.opinions.filter(author=user)


class Opinions(models.QuerySet["Opinion"]):
    def unanswered(self) -> Opinions:
        return self.filter(answered_on=None)


class Opinion(models.Model):
    """Ý kiến. The key is random: its order tells nothing."""

    class Via(models.TextChoices):
        SIGNED = "signed", "Ghi tên trên Cổng"
        BOX = "box", "Hòm thư, không ghi tên"
        PAPER = "paper", "Ngoài Cổng"

    class Disposition(models.TextChoices):
        TAKEN_UP = "taken_up", "Tiếp thu"
        EXPLAINED = "explained", "Giải trình"
        NOTED = "noted", "Ghi nhận"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="opinions")
    via = models.CharField("gửi qua", max_length=8, choices=Via)
    author = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="opinions")
    source = models.CharField("nơi nêu ý kiến", max_length=200, blank=True)
    given_on = models.DateField("ngày")
    text = models.TextField("ý kiến")
    disposition = models.CharField(
        "kết quả", max_length=10, choices=Disposition, blank=True, default=""
    )
    answer = models.TextField("tiếp thu, giải trình", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)

    objects = Opinions.as_manager()

    class Meta:
        ordering = ["given_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="opinion_signed_by_its_author_alone",
                condition=Q(via="signed", author__isnull=False) | ~Q(via="signed") & Q(author=None),
            ),
            models.CheckConstraint(
                name="opinion_answered_with_words",
                condition=Q(answered_on=None, disposition="", answer="")
                | Q(answered_on__isnull=False) & ~Q(disposition="") & ~Q(answer=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation.code}, {self.get_via_display()}"

    @property
    def from_whom(self) -> str:
        if self.author:
            return str(self.author)
        return self.source or "Không ghi tên"
