"""One proposal and the award that it became: for whom, for what, by which decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from democracy import commendation_rules as rules
from democracy.award_regulation import Award, Condition, DecidedBy
from democracy.models.commendation.deciding import Deciding
from democracy.models.commendation.proposing import Proposing
from democracy.models.commendation.quotas import Counted
from democracy.models.commendation.regulation import AwardRegulation
from democracy.models.movement import Movement
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning.rules import works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Chờ Hội đồng"
    REVIEWED = "reviewed", "Chờ quyết định"
    SENT_UP = "sent_up", "Đã trình cấp trên"
    COMMENDED = "commended", "Đã khen thưởng"
    DECLINED = "declined", "Không khen thưởng"


class Occasion(models.TextChoices):
    YEARLY = "hang-nam", "Thường xuyên, cuối năm"
    MOVEMENT = "phong-trao", "Theo phong trào, chuyên đề"
    SUDDEN = "dot-xuat", "Đột xuất"


class Nominations(Counted, models.QuerySet["Nomination"]):
    def visible_to(self, user: User, *, on: date) -> Nominations:
        """An award is known to the whole staff; a proposal to its unit, its person, the council."""
        if not works_here(user, on=on):
            return self.none()
        if rules.handles(user, on=on):
            return self
        known = Q(stage=Stage.COMMENDED) | rules.proposed_with(user, on=on)
        if rules.writes_number(user, self.model(), on=on):
            known |= Q(stage=Stage.SENT_UP)
        return self.filter(known)

    def awarded(self) -> Nominations:
        return self.filter(stage=Stage.COMMENDED)


class Nomination(Proposing, Deciding, Subject):
    """Đề nghị khen thưởng; khi có quyết định là một dòng trong sổ khen thưởng."""

    stream_kind = "khen-thuong"
    regulation = models.ForeignKey(
        AwardRegulation, models.PROTECT, related_name="+", verbose_name="quy định"
    )
    award = models.CharField("danh hiệu, hình thức", max_length=40)
    award_name = models.CharField("tên danh hiệu, hình thức", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    occasion = models.CharField("trường hợp", max_length=12, choices=Occasion)
    movement = models.ForeignKey(
        Movement, models.PROTECT, null=True, blank=True, related_name="nominations",
        verbose_name="phong trào",
    )  # fmt: skip
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="nominations", verbose_name="đơn vị"
    )
    person_name = models.CharField("họ tên", max_length=120, blank=True)
    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tài khoản"
    )
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người soạn")
    reason = models.CharField("lý do khen", max_length=500)
    achievements = models.TextField("báo cáo thành tích", blank=True)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    cleared_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="người xác nhận không vướng mắc",
    )  # fmt: skip
    cleared_on = models.DateField("ngày xác nhận", null=True, blank=True)
    cleared_words = models.CharField("lời xác nhận", max_length=500, blank=True)
    met_on = models.DateField("ngày Hội đồng họp", null=True, blank=True)
    council_members = models.PositiveSmallIntegerField("số thành viên", null=True, blank=True)
    council_present = models.PositiveSmallIntegerField("số dự họp", null=True, blank=True)
    council_yes = models.PositiveSmallIntegerField("số phiếu đồng ý", null=True, blank=True)
    council_remark = models.TextField("ý kiến Hội đồng", blank=True)
    decided_on = models.DateField("ngày quyết định trên Cổng", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    issuer = models.CharField("nơi ra quyết định", max_length=200, blank=True)
    reference = models.CharField("số, ký hiệu quyết định", max_length=80, blank=True)
    dated_on = models.DateField("ngày quyết định", null=True, blank=True)
    declined_because = models.CharField("lý do không khen", max_length=500, blank=True)
    minutes = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")

    objects = Nominations.as_manager()

    workflow = Workflow(
        Step("nominate", "đề nghị khen thưởng", (), Stage.DRAFT, rules.nominates),
        Step(
            "note_past_award", "ghi khen thưởng đã có quyết định", (), Stage.COMMENDED,
            rules.compiles,
        ),
        Step(
            "edit", "sửa đề nghị", (Stage.DRAFT,), None, rules.prepares, needs=(being_read,)
        ),
        Step(
            "state_conditions", "ghi điều kiện khen thưởng", (Stage.DRAFT,), None, rules.prepares,
            needs=(being_read,),
        ),
        Step(
            "state_no_obstacle", "xác nhận không vướng mắc", (Stage.DRAFT, Stage.SENT), None,
            rules.vouches,
        ),
        Step(
            "add_papers", "thêm tài liệu", (Stage.DRAFT,), None, rules.prepares,
            needs=(being_read,),
        ),
        Step(
            "send_nomination", "gửi đề nghị", (Stage.DRAFT,), Stage.SENT, rules.sends,
            prepared_by=rules.prepares,
            needs=(
                lambda one: one.lacks_condition(),
                lambda one: one.lacks_clearance(),
                lambda one: one.exceeds_quota(),
            ),
        ),
        Step("ask_again", "trả lại đề nghị", (Stage.SENT,), Stage.DRAFT, rules.compiles),
        Step(
            "note_council", "ghi ý kiến Hội đồng", (Stage.SENT,), Stage.REVIEWED, rules.compiles
        ),
        Step(
            "commend", "khen thưởng", (Stage.REVIEWED,), Stage.COMMENDED, rules.decides,
            prepared_by=rules.compiles,
            needs=(
                lambda one: one.is_for_others_to_decide(),
                lambda one: one.lacks_votes(),
                lambda one: one.exceeds_quota(),
            ),
        ),
        Step(
            "send_up", "trình cấp trên khen thưởng", (Stage.REVIEWED,), Stage.SENT_UP,
            rules.decides, prepared_by=rules.compiles,
            needs=(lambda one: one.is_decided_here(), lambda one: one.lacks_votes()),
        ),
        Step(
            "note_award", "ghi quyết định của cấp trên", (Stage.SENT_UP,), Stage.COMMENDED,
            rules.writes_number,
        ),
        Step("note_decision", "ghi số quyết định", (Stage.COMMENDED,), None, rules.writes_number),
        Step(
            "decline", "không khen thưởng", (Stage.REVIEWED, Stage.SENT_UP), Stage.DECLINED,
            rules.decides, prepared_by=rules.compiles,
        ),
        Step("add_picture", "thêm ảnh", (Stage.COMMENDED,), None, rules.adds_pictures),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="nomination_of_a_movement_names_it",
                condition=Q(occasion="phong-trao", movement__isnull=False)
                | (~Q(occasion="phong-trao") & Q(movement=None))
                | Q(stage="commended"),
            ),
            models.CheckConstraint(
                name="nomination_account_has_a_name", condition=Q(person=None) | ~Q(person_name="")
            ),
            models.CheckConstraint(
                name="no_obstacle_is_said_by_somebody_on_a_day",
                condition=Q(cleared_by=None, cleared_on=None, cleared_words="")
                | (Q(cleared_by__isnull=False, cleared_on__isnull=False) & ~Q(cleared_words="")),
            ),
            models.CheckConstraint(
                name="no_obstacle_is_not_said_of_oneself",
                condition=Q(person=None) | Q(cleared_by=None) | ~Q(cleared_by=F("person")),
            ),
            models.CheckConstraint(
                name="council_votes_add_up",
                condition=Q(met_on=None) | Q(
                    council_yes__lte=F("council_present"),
                    council_present__lte=F("council_members"), council_members__gt=0,
                ),
            ),
            models.CheckConstraint(
                name="award_decision_has_number_and_day",
                condition=Q(reference="", dated_on=None)
                | (~Q(reference="") & Q(dated_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="nomination_declined_with_a_reason",
                condition=(Q(stage="declined") & ~Q(declined_because=""))
                | (~Q(stage="declined") & Q(declined_because="")),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["stage", "year"], name="nomination_by_stage"),
            models.Index(fields=["unit", "year", "award"], name="nomination_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khen-thuong/{self.code}/"

    field = field_id = due_on = None
    kind_words = property(lambda self: "Khen thưởng")
    title = property(lambda self: f"{self.award_name}: {self.who}")

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    # questions

    @property
    def who(self) -> Any:
        return self.person_name or self.unit

    @property
    def of(self) -> Award:
        return self.regulation.value.award(self.award)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return self.of.conditions

    def is_handled_by(self, user: Any, *, on: date) -> bool:
        """Reads conditions, votes and what was said; of an award the others read the award."""
        return rules.handles(user, on=on) or rules.prepares(user, self, on=on)

    def is_for_others_to_decide(self) -> str:
        above = self.of.decided_by == DecidedBy.ABOVE
        return f"{self.award_name} do cấp trên quyết định: trình cấp trên." if above else ""

    def is_decided_here(self) -> str:
        here = self.of.decided_by == DecidedBy.HEAD
        return f"{self.award_name} do Giám đốc quyết định." if here else ""
