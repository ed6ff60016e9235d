"""What one unit owes of a task: its dates, how far it is, and the steps it goes through."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from portal.deadlines import FAR_FUTURE, Standing
from portal.people import Body, Unit, User
from portal.planning import rules
from portal.planning.carrying_out import CarryingOut
from portal.planning.plans import Plan
from portal.planning.standings import standing_of
from portal.planning.tasks import Task
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    UNSTARTED = "todo", "Chưa bắt đầu"
    DOING = "doing", "Đang thực hiện"
    REPORTED = "reported", "Chờ xác nhận"
    DONE = "done", "Hoàn thành"
    SKIPPED = "skipped", "Thôi thực hiện"


OPEN = (Stage.UNSTARTED, Stage.DOING)
UNFINISHED = (*OPEN, Stage.REPORTED)


class TaskUnits(models.QuerySet["TaskUnit"]):
    def visible_to(self, user: User, *, on: date) -> TaskUnits:
        """A share is known to whoever knows its plan."""
        return self.filter(plan__in=Plan.objects.visible_to(user, on=on))

    def carried_out_by(self, user: User, *, on: date) -> TaskUnits:
        """What the reader's units and bodies owe."""
        mine = Q(unit__in=rules.units_of(user, on=on)) | Q(body__in=rules.bodies_of(user, on=on))
        return self.filter(mine)

    def unfinished(self) -> TaskUnits:
        return self.filter(stage__in=UNFINISHED)

    def overdue(self, *, as_of: date) -> TaskUnits:
        """Nothing was reported by the last day; what waits for confirmation is not late."""
        return self.filter(stage__in=OPEN, due__lt=as_of)

    def due_by(self, last: date) -> TaskUnits:
        return self.filter(stage__in=OPEN, due__lte=last)

    def undated(self) -> TaskUnits:
        return self.filter(stage__in=UNFINISHED, due=None, task__time_kind="none")

    def to_confirm(self) -> TaskUnits:
        return self.filter(stage=Stage.REPORTED)


class TaskUnit(CarryingOut, Subject):
    """Phần việc của một đơn vị trong một nhiệm vụ."""

    stream_kind = "nhiem-vu"
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="shares")
    task = models.ForeignKey(Task, models.PROTECT, related_name="shares")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="task_shares",
        verbose_name="đơn vị thực hiện",
    )  # fmt: skip
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="task_shares",
        verbose_name="tổ chức thực hiện",
    )  # fmt: skip
    officer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="task_shares",
        verbose_name="người thực hiện",
    )  # fmt: skip
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.UNSTARTED)
    start = models.DateField("từ ngày", null=True, blank=True)
    due = models.DateField("hạn hiện tại", null=True, blank=True)
    due_key = models.GeneratedField(
        expression=Coalesce("due", Value(FAR_FUTURE)),
        output_field=models.DateField(),
        db_persist=True,
    )
    """Never empty, so that a page cut from the list loses no row."""
    baseline_due = models.DateField("hạn gốc", null=True, blank=True)
    percent = models.PositiveSmallIntegerField("tiến độ", default=0)
    result = models.TextField("kết quả", blank=True)
    product = models.CharField("sản phẩm, số và ngày", max_length=300, blank=True)
    finished_on = models.DateField("ngày hoàn thành", null=True, blank=True)
    confirmed_on = models.DateField("ngày xác nhận", null=True, blank=True)
    skipped_because = models.CharField("lý do thôi thực hiện", max_length=500, blank=True)
    record = models.CharField("kết quả là", max_length=100, blank=True)

    objects: ClassVar[Any] = TaskUnits.as_manager()

    workflow = Workflow(
        Step("assign", "giao người thực hiện", OPEN, None, rules.heads_share),
        Step("report_progress", "báo cáo tiến độ", OPEN, Stage.DOING, rules.carries_out),
        Step(
            "report_round",
            "báo cáo kỳ, đợt",
            OPEN,
            Stage.DOING,
            rules.carries_out,
            needs=(lambda share: share.lacks_round(),),
        ),
        Step("finish", "báo cáo hoàn thành", OPEN, Stage.REPORTED, rules.carries_out),
        Step("confirm", "xác nhận hoàn thành", (Stage.REPORTED,), Stage.DONE, rules.coordinates),
        Step(
            "reopen",
            "trả lại báo cáo",
            (Stage.REPORTED, Stage.DONE),
            Stage.DOING,
            rules.coordinates,
        ),
        Step("raise_issue", "báo vướng mắc", UNFINISHED, None, rules.carries_out),
        Step(
            "pass_issue_up",
            "chuyển vướng mắc lên lãnh đạo",
            UNFINISHED,
            None,
            rules.coordinates,
            needs=(lambda share: share.lacks_issue_to_pass(),),
        ),
        Step(
            "answer_issue",
            "trả lời vướng mắc",
            UNFINISHED,
            None,
            rules.answers_obstacles,
            needs=(lambda share: share.lacks_issue(),),
        ),
        Step(
            "reschedule",
            "điều chỉnh thời hạn",
            OPEN,
            None,
            rules.signs_the_plan,
            prepared_by=rules.prepares_date,
            needs=(lambda share: share.plan_must_run(),),
        ),
        Step(
            "skip",
            "thôi thực hiện",
            OPEN,
            Stage.SKIPPED,
            rules.signs_the_plan,
            prepared_by=rules.prepares_date,
            ends=True,
        ),
    )

    class Meta:
        ordering = ["task", "pk"]
        constraints = [
            models.CheckConstraint(
                name="share_of_a_unit_or_a_body",
                condition=Q(unit=None, body__isnull=False) | Q(unit__isnull=False, body=None),
            ),
            models.UniqueConstraint(fields=["task", "unit"], name="share_once_a_unit"),
            models.UniqueConstraint(fields=["task", "body"], name="share_once_a_body"),
            models.CheckConstraint(name="share_percent", condition=Q(percent__range=(0, 100))),
            models.CheckConstraint(
                name="share_finished_with_product",
                condition=~Q(stage__in=["reported", "done"])
                | (Q(finished_on__isnull=False) & ~Q(product="")),
            ),
            models.CheckConstraint(
                name="share_confirmed_when_done",
                condition=Q(stage="done", confirmed_on__isnull=False)
                | (~Q(stage="done") & Q(confirmed_on=None)),
            ),
            models.CheckConstraint(
                name="share_skipped_with_reason",
                condition=(Q(stage="skipped") & ~Q(skipped_because=""))
                | (~Q(stage="skipped") & Q(skipped_because="")),
            ),
            models.CheckConstraint(
                name="share_starts_before_it_is_due",
                condition=Q(start=None) | Q(due=None) | Q(due__gte=F("start")),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "stage", "due"], name="share_of_unit_by_due"),
            models.Index(fields=["plan", "unit"], name="share_of_plan"),
            models.Index(fields=["stage", "due"], name="share_by_due"),
            models.Index(fields=["due_key", "id"], name="share_by_due_key"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.task}"

    def get_absolute_url(self) -> str:
        return f"/nhiem-vu/{self.code}/"

    # what submissions and the kernel's predicates ask

    field_id = property(lambda self: self.task.field_id)
    field = property(lambda self: self.task.field)
    title = property(lambda self: self.task.text)
    kind_words = property(lambda self: self.task.get_time_kind_display())
    due_on = property(lambda self: self.due)

    @property
    def plan_followed(self) -> Plan:
        return self.plan

    @property
    def place(self) -> Any:
        return self.unit or self.body

    @property
    def belongs_to_the_office(self) -> bool:
        return self.unit is not None and self.unit.kind == Unit.Kind.HEADQUARTERS

    # questions

    def is_late(self, *, as_of: date) -> bool:
        if self.stage in OPEN:
            return self.due is not None and self.due < as_of
        return self.due is not None and self.finished_on is not None and self.finished_on > self.due

    def standing(self, *, as_of: date) -> Standing:
        """How the share stands, in the words of the list."""
        row = {"stage": self.stage, "due": self.due, "finished_on": self.finished_on}
        return standing_of(row | {"task__time_kind": self.task.time_kind}, as_of=as_of)

    def plan_must_run(self) -> str:
        return "" if self.plan.stage == "issued" else "kế hoạch chưa ban hành hoặc đã tổng kết."

    def lacks_round(self) -> str:
        waiting = self.occurrences.unreported()
        return "" if waiting.exists() else "không có kỳ, đợt nào chưa báo cáo."

    def lacks_issue(self) -> str:
        return "" if self.obstacles.open().exists() else "không có vướng mắc nào đang mở."

    def lacks_issue_to_pass(self) -> str:
        waiting = self.obstacles.open().filter(passed_up_on=None)
        return "" if waiting.exists() else "không có vướng mắc nào chờ chuyển."
