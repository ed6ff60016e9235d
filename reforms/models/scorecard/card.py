"""A scorecard: whom it scores, how far it is, and what its marks come to."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning.rules import works_here
from portal.workflow import Step, Subject, Workflow
from reforms import scoring_rules as rules
from reforms.models.scorecard.appraising import Appraising
from reforms.models.scorecard.self_scoring import SelfScoring
from reforms.models.scorecard.totals import Totals

POINTS = {"max_digits": 8, "decimal_places": 3, "null": True, "blank": True}


class Stage(models.TextChoices):
    SELF = "self", "Đang tự chấm"
    REVIEW = "review", "Chờ thẩm định lần 1"
    EXPLAIN = "explain", "Đang giải trình"
    FINAL = "final", "Chờ thẩm định lần 2"
    DONE = "done", "Chờ công bố"
    PUBLISHED = "published", "Đã công bố"


IN_HAND = (Stage.SELF, Stage.EXPLAIN)
"""Whoever is scored may write, while the window is open."""


class Scorecards(models.QuerySet["Scorecard"]):
    def visible_to(self, user: User, *, on: date) -> Scorecards:
        return self.filter(rules.seen_by(user, on=on)) if works_here(user, on=on) else self.none()

    def told_to(self, user: User, *, on: date) -> Scorecards:
        """Of what was published the whole staff knows total and grade, no more."""
        if not works_here(user, on=on):
            return self.none()
        seen = self.visible_to(user, on=on).values("pk")
        return self.filter(Q(stage=Stage.PUBLISHED) | Q(pk__in=seen))


class Scorecard(SelfScoring, Appraising, Totals, Subject):
    """Phiếu chấm của Sở hoặc của một đơn vị trong một kỳ."""

    stream_kind = "phieu-cham"
    campaign = models.ForeignKey(
        "reforms.ScoringCampaign", models.PROTECT, related_name="cards", verbose_name="kỳ chấm điểm"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="scorecards", verbose_name="đơn vị"
    )  # fmt: skip
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.SELF)
    open_until = models.DateField("ghi được đến hết ngày", null=True, blank=True)
    self_scored_on = models.DateField("ngày gửi bản tự chấm", null=True, blank=True)
    appraised_on = models.DateField("ngày gửi kết quả thẩm định", null=True, blank=True)
    self_total = models.DecimalField("tự chấm", **POINTS)
    review_total = models.DecimalField("thẩm định lần 1", **POINTS)
    total = models.DecimalField("kết quả", **POINTS)
    level = models.CharField("mức", max_length=40, blank=True)
    level_words = models.CharField("xếp loại", max_length=120, blank=True)

    objects = Scorecards.as_manager()

    workflow = Workflow(
        Step("lay_out", "lập phiếu chấm", (), Stage.SELF, rules.opens_campaigns),
        Step(
            "self_score",
            "tự chấm",
            (Stage.SELF,),
            None,
            rules.scores_itself & rules.in_its_window,
        ),
        Step(
            "send_self_score",
            "gửi bản tự chấm",
            (Stage.SELF,),
            Stage.REVIEW,
            rules.answers_for_it & rules.in_its_window,
            prepared_by=rules.scores_itself & rules.in_its_window,
            needs=(lambda card: card.lacks_self_points(),),
        ),
        Step("close_self_score", "khóa tự chấm", (Stage.SELF,), Stage.REVIEW, rules.appraises),
        Step(
            "reopen_self_score",
            "mở lại tự chấm",
            (Stage.SELF, Stage.REVIEW),
            Stage.SELF,
            rules.appraises,
        ),
        Step("appraise", "thẩm định lần 1", (Stage.REVIEW,), None, rules.appraises),
        Step("agree", "đồng ý các dòng có tài liệu", (Stage.REVIEW,), None, rules.appraises),
        Step(
            "finish_appraisal",
            "gửi kết quả thẩm định",
            (Stage.REVIEW,),
            Stage.EXPLAIN,
            rules.appraises,
            needs=(lambda card: card.lacks_review(),),
        ),
        Step(
            "explain",
            "giải trình",
            (Stage.EXPLAIN,),
            None,
            rules.scores_itself & rules.in_its_window,
        ),
        Step(
            "send_explanation",
            "gửi giải trình",
            (Stage.EXPLAIN,),
            Stage.FINAL,
            rules.answers_for_it & rules.in_its_window,
            prepared_by=rules.scores_itself & rules.in_its_window,
        ),
        Step(
            "close_explanation", "khóa giải trình", (Stage.EXPLAIN,), Stage.FINAL, rules.appraises
        ),
        Step(
            "reopen_explanation",
            "mở lại giải trình",
            (Stage.EXPLAIN, Stage.FINAL),
            Stage.EXPLAIN,
            rules.appraises,
        ),
        Step("appraise_again", "thẩm định lần 2", (Stage.FINAL,), None, rules.appraises),
        Step("finish_scoring", "chốt điểm", (Stage.FINAL,), Stage.DONE, rules.appraises),
        Step("reopen_scoring", "mở lại thẩm định", (Stage.DONE,), Stage.FINAL, rules.appraises),
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "unit"], name="scorecard_once_a_unit"),
            models.CheckConstraint(
                name="scorecard_window_only_while_in_hand",
                condition=Q(stage__in=["self", "explain"], open_until__isnull=False)
                | Q(stage__in=["review", "final", "done", "published"], open_until=None),
            ),
            models.CheckConstraint(
                name="scorecard_not_sent_while_self_scoring",
                condition=~Q(stage="self") | Q(self_scored_on=None),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "stage"], name="scorecard_of_unit"),
            models.Index(fields=["stage", "campaign"], name="scorecard_by_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.unit}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/phieu-cham/{self.code}/"

    # what submissions and the kernel's predicates ask

    field = None
    field_id = None
    officer_id = None
    title = property(lambda self: f"{self.unit}: {self.campaign}")
    kind_words = property(lambda self: "Phiếu chấm")
    due_on = property(lambda self: self.open_until)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.open_until, as_of=as_of)

    def is_locked(self, *, as_of: date) -> bool:
        """The window is over: only an appraiser opens it again."""
        return self.stage in IN_HAND and bool(self.open_until and self.open_until < as_of)
