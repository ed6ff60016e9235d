"""A task: one line of a plan, in its own words; what each unit owes of it is a ``TaskUnit``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from portal.people import Body, Unit
from portal.planning.contents import Section
from portal.planning.plans import Plan


class Tasks(models.QuerySet["Task"]):
    def undated(self) -> Tasks:
        """The document says no time: listed for the drafter, never guessed."""
        return self.filter(time_kind__in=["", "none"])

    def tagged(self, tag: str) -> Tasks:
        return self.filter(tags__contains=[tag])


class Task(models.Model):
    """Nhiệm vụ."""

    class TimeKind(models.TextChoices):
        WINDOW = "window", "Trong khoảng thời gian"
        DEADLINE = "deadline", "Có hạn chót"
        CONTINUOUS = "continuous", "Thường xuyên"
        RECURRING = "recurring", "Định kỳ"
        OPEN = "open", "Từ một ngày, chưa rõ kết thúc"
        POINT = "point", "Vào ngày nhất định"
        EVENT = "event", "Theo một sự kiện"
        REFERENCE = "reference", "Theo văn bản, lộ trình khác"
        SLA = "sla", "Trong số ngày kể từ một việc"
        MULTI = "multi", "Nhiều đợt"
        NONE = "none", "Chưa xác định thời gian"

    class Group(models.TextChoices):
        """To whom a plural owner falls apart when the plan is issued."""

        NOBODY = "", "Chỉ đơn vị chủ trì"
        SUBORDINATE = "subordinate", "Các đơn vị trực thuộc"
        DIVISION = "division", "Các phòng"
        ALL = "all", "Các phòng, đơn vị"
        PARTY_CELL = "party_cell", "Các chi bộ"

    class Record(models.TextChoices):
        """What a task is done with, where its result is a record of the portal."""

        NOTHING = "", "Báo cáo kết quả"
        UNIT_PLAN = "unit_plan", "Kế hoạch riêng của đơn vị"
        CONFERENCE = "conference", "Hội nghị cán bộ, công chức, viên chức"
        VISIT = "visit", "Cuộc khảo sát, kiểm tra"
        RATING = "rating", "Chấm điểm, xếp loại"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="tasks", verbose_name="mục"
    )
    place = models.PositiveSmallIntegerField("thứ tự")
    ref = models.CharField("số mục trong văn bản", max_length=40, blank=True)
    text = models.TextField("nội dung nhiệm vụ")
    plain = models.GeneratedField(
        expression=Func(F("text"), function="vi_plain"),
        output_field=models.TextField(),
        db_persist=True,
    )
    """Without its accents: spelled once, not for every share at every search."""
    raw_time = models.CharField("lời ghi thời gian", max_length=400, blank=True)
    time_kind = models.CharField(
        "cách hiểu thời gian", max_length=10, choices=TimeKind, default=TimeKind.NONE
    )
    start = models.DateField("từ ngày", null=True, blank=True)
    due = models.DateField("hạn", null=True, blank=True)
    parts = models.JSONField("các đợt", default=list, blank=True)
    recurs = models.CharField("chu kỳ", max_length=120, blank=True)
    time_confirmed = models.BooleanField("đã đối chiếu thời gian", default=True)
    lead_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="tasks_led",
        verbose_name="đơn vị chủ trì",
    )  # fmt: skip
    lead_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="tasks_led",
        verbose_name="hoặc tổ chức chủ trì",
    )  # fmt: skip
    lead_words = models.CharField("chủ trì, theo văn bản", max_length=300, blank=True)
    group = models.CharField(
        "giao cho", max_length=12, choices=Group, blank=True, default=Group.NOBODY
    )
    partner_units = models.ManyToManyField(
        Unit, blank=True, related_name="tasks_shared", verbose_name="đơn vị phối hợp"
    )
    partner_words = models.CharField("phối hợp, theo văn bản", max_length=600, blank=True)
    product = models.CharField("sản phẩm", max_length=400, blank=True)
    duty = models.BooleanField("trách nhiệm nêu ở phần tổ chức thực hiện", default=False)
    record = models.CharField(
        "hoàn thành bằng", max_length=12, choices=Record, blank=True, default=Record.NOTHING
    )
    foremost = models.BooleanField("nhiệm vụ trọng tâm", default=False)
    tags = ArrayField(
        models.CharField(max_length=60), verbose_name="nhãn", default=list, blank=True
    )
    field = models.ForeignKey(
        "portal.Field", models.PROTECT, null=True, blank=True, verbose_name="lĩnh vực"
    )

    objects = Tasks.as_manager()

    class Meta:
        ordering = ["plan", "place", "pk"]
        constraints = [
            models.CheckConstraint(
                name="task_starts_before_it_is_due",
                condition=Q(start=None) | Q(due=None) | Q(due__gte=F("start")),
                violation_error_message="Hạn đang trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="task_led_by_a_unit_or_a_body", condition=Q(lead_unit=None) | Q(lead_body=None)
            ),
            models.CheckConstraint(
                name="task_without_time_has_no_dates",
                condition=~Q(time_kind="none") | Q(start=None, due=None),
            ),
        ]
        indexes = [models.Index(fields=["plan", "place"], name="task_in_plan")]

    def __str__(self) -> str:
        return f"{self.ref} {self.text}".strip()

    @property
    def lead(self) -> str:
        """Whom the line names: the group, the unit or body, or just the words of the document."""
        if self.group:
            return self.get_group_display()
        return str(self.lead_unit or self.lead_body or self.lead_words)

    @property
    def is_undated(self) -> bool:
        return self.time_kind == Task.TimeKind.NONE

    def serve(self, plans: Iterable[Plan]) -> None:
        """The other plans in which this task is shown too; it is reported once."""
        self.services.all().delete()
        Service.objects.bulk_create(Service(task=self, plan=plan) for plan in plans)

    def late_for(self, parent_due: date | None) -> bool:
        """Whether it ends after the plan above wants it."""
        return bool(self.due and parent_due and self.due > parent_due)


class Service(models.Model):
    """Một nhiệm vụ phục vụ thêm một chương trình: it is shown there too and reported once."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="services")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="served_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "plan"], name="service_once")]
