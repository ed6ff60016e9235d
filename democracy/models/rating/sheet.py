"""A score sheet: whom it rates, how far it is, and what its marks come to."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from democracy import rating_rules as rules
from democracy.models.rating.appraising import Appraising
from democracy.models.rating.self_scoring import SelfScoring
from democracy.models.rating.totals import Totals
from portal.deadlines import Standing, standing
from portal.people import Body, Unit, User
from portal.planning.rules import works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    SELF = "self", "Đang tự chấm"
    SENT = "sent", "Chờ thẩm định"
    APPRAISED = "appraised", "Chờ quyết định"
    DECIDED = "decided", "Đã xếp loại"


class ScoreSheets(models.QuerySet["ScoreSheet"]):
    def visible_to(self, user: User, *, on: date) -> ScoreSheets:
        """Own ones; leaders and the coordinator all."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        return self.filter(rules.rated_with(user, on=on))

    def told_to(self, user: User, *, on: date) -> ScoreSheets:
        """Of what was decided about units the whole staff knows total and level, no more."""
        if not works_here(user, on=on):
            return self.none()
        told = Q(stage=Stage.DECIDED, person=None)
        return self.filter(told | Q(pk__in=self.visible_to(user, on=on).values("pk")))

    def late(self, *, as_of: date) -> ScoreSheets:
        """Not sent by the last day."""
        return self.filter(stage=Stage.SELF, round__self_due__lt=as_of)


class ScoreSheet(SelfScoring, Appraising, Totals, Subject):
    """Phiếu điểm của một đơn vị, Ban Chỉ đạo hoặc cá nhân trong một kỳ."""

    stream_kind = "phieu-diem"
    round = models.ForeignKey(
        "democracy.RatingRound", models.PROTECT, related_name="sheets", verbose_name="kỳ xếp loại"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="score_sheets",
        verbose_name="đơn vị",
    )  # fmt: skip
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="score_sheets",
        verbose_name="Ban Chỉ đạo",
    )  # fmt: skip
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="score_sheets",
        verbose_name="cá nhân",
    )  # fmt: skip
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.SELF)
    self_scored_on = models.DateField("ngày gửi bản tự chấm", null=True, blank=True)
    appraised_on = models.DateField("ngày thẩm định xong", null=True, blank=True)
    self_total = models.DecimalField(
        "tự chấm", max_digits=8, decimal_places=2, null=True, blank=True
    )
    review_total = models.DecimalField(
        "thẩm định", max_digits=8, decimal_places=2, null=True, blank=True
    )
    total = models.DecimalField(
        "kết quả", max_digits=8, decimal_places=2, null=True, blank=True
    )  # fmt: skip
    level = models.CharField("mức", max_length=40, blank=True)
    level_words = models.CharField("xếp loại", max_length=120, blank=True)

    objects = ScoreSheets.as_manager()

    workflow = Workflow(
        Step("lay_out", "lập phiếu điểm", (), Stage.SELF, rules.opens_rounds),
        Step(
            "self_score",
            "tự chấm điểm",
            (Stage.SELF,),
            None,
            rules.rates_itself,
            needs=(being_read,),
        ),
        Step(
            "send_self_score",
            "gửi bản tự chấm",
            (Stage.SELF,),
            Stage.SENT,
            rules.answers_for_it,
            prepared_by=rules.rates_itself,
            needs=(lambda sheet: sheet.lacks_self_points(),),
        ),
        Step("pass_over", "ghi không tự chấm", (Stage.SELF,), Stage.SENT, rules.appraises),
        Step("appraise", "thẩm định điểm", (Stage.SENT,), None, rules.appraises),
        Step("agree", "đồng ý các dòng có tài liệu", (Stage.SENT,), None, rules.appraises),
        Step(
            "state_condition",
            "ghi điều kiện xếp loại",
            (Stage.SENT, Stage.APPRAISED),
            None,
            rules.appraises,
        ),
        Step("ask_again", "trả lại để chấm lại", (Stage.SENT,), Stage.SELF, rules.appraises),
        Step(
            "finish_appraisal",
            "kết thúc thẩm định",
            (Stage.SENT,),
            Stage.APPRAISED,
            rules.appraises,
            needs=(lambda sheet: sheet.lacks_review(),),
        ),
        Step("adjust", "điều chỉnh điểm", (Stage.APPRAISED,), None, rules.adjusts),
        Step(
            "appraise_again", "thẩm định lại", (Stage.APPRAISED,), Stage.SENT, rules.appraises
        ),
    )  # fmt: skip

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sheet_rates_a_unit_a_committee_or_a_person",
                condition=Q(unit__isnull=False, body=None)
                | Q(unit=None, body__isnull=False, person=None),
            ),
            models.UniqueConstraint(
                fields=["round", "unit"], condition=Q(person=None), name="sheet_once_a_unit"
            ),
            models.UniqueConstraint(fields=["round", "body"], name="sheet_once_a_committee"),
            models.UniqueConstraint(fields=["round", "person"], name="sheet_once_a_person"),
            models.CheckConstraint(
                name="sheet_appraised_on_a_day",
                condition=Q(stage__in=["self", "sent"], appraised_on=None)
                | Q(stage__in=["appraised", "decided"], appraised_on__isnull=False),
            ),
            models.CheckConstraint(
                name="sheet_not_sent_while_self_scoring",
                condition=~Q(stage="self") | Q(self_scored_on=None),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "stage"], name="sheet_of_unit"),
            models.Index(fields=["stage", "round"], name="sheet_by_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.rated}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/phieu-diem/{self.code}/"

    # what submissions and the kernel's predicates ask

    field = None
    field_id = None
    officer_id = None
    title = property(lambda self: f"{self.rated}: {self.round}")
    kind_words = property(lambda self: "Phiếu điểm")
    due_on = property(lambda self: self.round.self_due)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.round.self_due if self.stage == Stage.SELF else None, as_of=as_of)

    # questions

    @property
    def rated(self) -> Any:
        return self.person or self.unit or self.body
