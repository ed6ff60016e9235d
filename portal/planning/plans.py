"""A plan: a document with a number, then a list of tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, prefetch_related_objects

from portal.deadlines import Standing, standing
from portal.instruments import Instrument
from portal.people import Body, Unit, User
from portal.planning import rules
from portal.planning.copying import Copying
from portal.planning.course import stage_words
from portal.planning.drafting import Drafting
from portal.planning.funding import Funding
from portal.planning.issuing import Issuing
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    SIGNED = "signed", "Đã ký, chờ phát hành"
    ISSUED = "issued", "Đã ban hành"
    CLOSED = "closed", "Đã tổng kết"


KNOWN = (Stage.ISSUED, Stage.CLOSED)
READ = (being_read,)
"""What lies before whoever signs stays as it is; docs/decisions/0129."""


class Programme(models.TextChoices):
    DEMOCRACY = "dan-chu", "Thực hiện dân chủ"
    REFORM = "cai-cach", "Cải cách hành chính"
    MASS = "dan-van", "Công tác dân vận"
    EMULATION = "thi-dua", "Thi đua, khen thưởng"
    WORK = "cong-tac", "Chương trình công tác"
    OTHER = "khac", "Chuyên đề khác"


class Plans(models.QuerySet["Plan"]):
    def visible_to(self, user: User, *, on: date) -> Plans:
        """In force: the whole staff. A draft: its drafter, its units, leaders, the coordinator."""
        if not rules.works_here(user, on=on):
            return self.none()
        if rules.sees_every_draft(user, on=on):
            return self
        mine = rules.units_of(user, on=on)
        own = Q(officer=user) | Q(unit__in=mine) | Q(coordinating_unit__in=mine)
        return self.filter(Q(stage__in=KNOWN) | own)

    def in_force(self) -> Plans:
        return self.filter(stage=Stage.ISSUED)

    def issued_in(self, first: int, last: int) -> Plans:
        """Those issued in these years: one click from "04 kế hoạch" to the four."""
        return self.filter(stage__in=KNOWN, dated_on__year__range=(first, last))

    def citing(self, instrument: Instrument) -> Plans:
        return self.filter(bases__instrument=instrument)


class Plan(Drafting, Copying, Issuing, Funding, Subject):
    """Kế hoạch, chương trình; a notice of conclusions, whose asks are its tasks."""

    class Kind(models.TextChoices):
        PLAN = "ke-hoach", "Kế hoạch"
        PROGRAMME = "chuong-trinh", "Chương trình"
        CONCLUSION = "thong-bao", "Thông báo kết luận"
        RESOLUTION = "nghi-quyet", "Nghị quyết"

    class Period(models.TextChoices):
        YEAR = "nam", "Năm"
        TERM = "nhiem-ky", "Nhiệm kỳ"
        STAGE = "giai-doan", "Giai đoạn"
        HALF = "6-thang", "6 tháng"
        QUARTER = "quy", "Quý"
        MONTH = "thang", "Tháng"
        DRIVE = "dot", "Đợt, chiến dịch"

    stream_kind = "ke-hoach"
    kind = models.CharField("loại văn bản", max_length=14, choices=Kind, default=Kind.PLAN)
    programme = models.CharField("lĩnh vực công tác", max_length=10, choices=Programme)
    title = models.CharField("trích yếu", max_length=300)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="plans", verbose_name="đơn vị ban hành"
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="plans",
        verbose_name="tổ chức ban hành",
    )  # fmt: skip
    coordinating_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="plans_followed", verbose_name="đơn vị theo dõi"
    )
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="plans_drafted", verbose_name="người soạn"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name="kế hoạch cấp trên",
    )  # fmt: skip
    made_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="next_years",
        verbose_name="lập từ kế hoạch",
    )  # fmt: skip
    instrument = models.OneToOneField(
        Instrument, models.PROTECT, null=True, blank=True, related_name="plan"
    )
    year = models.PositiveSmallIntegerField("năm")
    period = models.CharField("loại kỳ", max_length=10, choices=Period, default=Period.YEAR)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    themes = ArrayField(
        models.CharField(max_length=120), verbose_name="chủ đề", default=list, blank=True
    )
    number = models.CharField("số", max_length=20, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    dated_on = models.DateField("ngày ban hành", null=True, blank=True)
    signer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    unit_plans_due = models.DateField("hạn đơn vị có kế hoạch riêng", null=True, blank=True)
    unit_plans_words = models.CharField("lời ghi hạn đó", max_length=200, blank=True)
    review = models.TextField("kết quả tổng kết", blank=True)
    reviewed_on = models.DateField("ngày tổng kết", null=True, blank=True)

    objects: ClassVar[Any] = Plans.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập kế hoạch", (), Stage.DRAFT, rules.draws_up_plans),
        Step("edit", "sửa dự thảo", (Stage.DRAFT,), None, rules.drafts, needs=READ),
        Step("add_section", "thêm mục", (Stage.DRAFT,), None, rules.drafts, needs=READ),
        Step("add_task", "thêm nhiệm vụ", (Stage.DRAFT,), None, rules.drafts, needs=READ),
        Step("edit_task", "sửa nhiệm vụ", (Stage.DRAFT,), None, rules.drafts, needs=READ),
        Step(
            "confirm_times",
            "xác nhận thời gian",
            (Stage.DRAFT,),
            None,
            rules.drafts,
            needs=(*READ, lambda plan: plan.lacks_times_to_compare()),
        ),
        Step(
            "sort_tasks",
            "xếp nội dung các nhiệm vụ",
            (Stage.DRAFT, Stage.SIGNED, Stage.ISSUED),
            None,
            rules.drafts,
            needs=(*READ, lambda plan: plan.lacks_questions(), lambda plan: plan.lacks_tasks()),
        ),
        Step("cite", "thêm căn cứ", (Stage.DRAFT,), None, rules.drafts, needs=READ),
        Step(
            *("address_to", "ghi nơi nhận", (Stage.DRAFT, Stage.SIGNED), None, rules.drafts),
            needs=READ,
        ),
        Step(
            "issue",
            "ban hành kế hoạch",
            (Stage.DRAFT,),
            Stage.SIGNED,
            rules.signs,
            prepared_by=rules.drafts,
            needs=(
                lambda plan: plan.lacks_tasks(),
                lambda plan: plan.lacks_compared_times(),
                lambda plan: plan.lacks_answers(),
            ),
        ),
        Step("send_out", "phát hành", (Stage.SIGNED,), Stage.ISSUED, rules.sends_out),
        Step("acknowledge", "xác nhận đã nhận", (Stage.ISSUED,), None, rules.receives),
        Step(
            "note_unit_plan",
            "ghi kế hoạch của đơn vị",
            (Stage.ISSUED,),
            None,
            rules.coordinates,
        ),
        Step(
            "estimate_budget",
            "dự trù kinh phí",
            (Stage.DRAFT, Stage.SIGNED, Stage.ISSUED),
            None,
            rules.drafts,
        ),
        Step(
            "appraise_budget",
            "thẩm định kinh phí",
            (Stage.DRAFT, Stage.SIGNED, Stage.ISSUED),
            None,
            rules.appraises,
            needs=(lambda plan: plan.lacks_budget(),),
        ),
        Step(
            "approve_budget",
            "duyệt kinh phí",
            (Stage.DRAFT, Stage.SIGNED, Stage.ISSUED),
            None,
            rules.signs,
            needs=(lambda plan: plan.lacks_budget(),),
        ),
        Step(
            "disburse_budget",
            "ghi giải ngân",
            (Stage.SIGNED, Stage.ISSUED),
            None,
            rules.appraises,
            needs=(lambda plan: plan.lacks_approved_budget(),),
        ),
        Step(
            "final_review",
            "tổng kết",
            (Stage.ISSUED,),
            Stage.CLOSED,
            rules.coordinates,
            ends=True,
        ),
    )

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plan_period_begins_before_it_ends", condition=Q(to_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="plan_number_and_date_together",
                condition=Q(number="", dated_on=None) | (~Q(number="") & Q(dated_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="plan_issued_has_number",
                condition=~Q(stage__in=["issued", "closed"]) | Q(dated_on__isnull=False),
            ),
            models.CheckConstraint(
                name="plan_signed_by_somebody_on_a_day",
                condition=Q(signer=None, signed_on=None)
                | Q(signer__isnull=False, signed_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "-year", "-id"], name="plan_by_stage"),
            models.Index(fields=["programme", "-year", "-id"], name="plan_by_programme"),
        ]

    def __str__(self) -> str:
        return f"{self.reference or self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/ke-hoach/{self.code}/"

    # what submissions and the kernel's predicates ask

    field = None
    field_id = None
    kind_words = property(lambda self: self.get_kind_display())
    due_on = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    @property
    def plan_followed(self) -> Plan:
        return self

    # questions

    @property
    def reference(self) -> str:
        """141/KH-UBND; nothing while it has no number."""
        return f"{self.number}/{self.symbol}" if self.number else ""

    @property
    def period_words(self) -> str:
        if self.period == Plan.Period.YEAR:
            return f"Năm {self.year}"
        return f"{self.get_period_display()} {self.from_on.year}–{self.to_on.year}"

    @property
    def stage_words(self) -> str:
        """Also where a draft is on its way, if it was asked for with its course."""
        return stage_words(self.get_stage_display(), getattr(self, "course", ""))

    @property
    def is_draft(self) -> bool:
        return self.stage == Stage.DRAFT

    def repealed_bases(self, *, as_of: date | None = None) -> list[str]:
        """A basis that did not hold on the plan's own day, each in one sentence."""
        of = self.dated_on or as_of or self.from_on
        prefetch_related_objects([self], "bases__instrument")
        cited = [row for basis in self.bases.all() if (row := basis.instrument)]
        return [words for row in cited if (words := row.not_in_force(as_of=of))]

    def lacks_tasks(self) -> str:
        return "" if self.tasks.exists() else "kế hoạch chưa có nhiệm vụ nào."

    def lacks_compared_times(self) -> str:
        """A time that was read or moved drives nothing before a person compared it."""
        waiting = self.tasks.filter(time_confirmed=False).count()
        return f"{waiting} nhiệm vụ chưa đối chiếu thời gian." if waiting else ""

    def lacks_times_to_compare(self) -> str:
        waiting = self.tasks.filter(time_confirmed=False)
        return "" if waiting.exists() else "mọi nhiệm vụ đã đối chiếu thời gian."

    def everything_asked(self) -> Iterable[Any]:
        """Own tasks, and those of other plans that serve this one too: reported once."""
        model = self.tasks.model
        return model.objects.filter(Q(plan=self) | Q(services__plan=self)).distinct()
