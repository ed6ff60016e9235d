"""Kiểm tra, khảo sát một đơn vị; tự kiểm tra: from the decision to the conclusion."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from democracy import visit_rules as rules
from democracy.models.visit.concluding import Concluding
from democracy.models.visit.working import Working
from portal.activities import PlannedVisit
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning import Plan, TaskUnit
from portal.planning.rules import units_of, works_here
from portal.submissions import being_read
from portal.text import day
from portal.workflow import Step, Subject, Workflow


class Kind(models.TextChoices):
    INSPECTION = "kiem-tra", "Kiểm tra"
    SURVEY = "khao-sat", "Khảo sát thực tế"
    SELF = "tu-kiem-tra", "Tự kiểm tra"


class Stage(models.TextChoices):
    OPEN = "open", "Đang chuẩn bị"
    WORKED = "worked", "Đã làm việc, chờ kết luận"
    CONCLUDED = "concluded", "Đã kết luận"
    CALLED_OFF = "called_off", "Không tiến hành"


BEFORE = (Stage.OPEN, Stage.WORKED)


class SiteVisits(models.QuerySet["SiteVisit"]):
    def visible_to(self, user: User, *, on: date) -> SiteVisits:
        """Concluded: the whole staff. Before: both units, the team, leaders, supervisors."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        mine = units_of(user, on=on)
        own = Q(visited__in=mine) | Q(unit__in=mine) | Q(officer=user) | Q(leader=user)
        team = SiteVisit.members.through.objects.filter(user=user).values("sitevisit")
        return self.filter(Q(stage=Stage.CONCLUDED) | own | Q(pk__in=team))

    def report_awaited(self, *, as_of: date) -> SiteVisits:
        """The unit's report should have been there."""
        return self.filter(stage=Stage.OPEN, report_due__lt=as_of, reported_on=None)

    def to_come(self) -> SiteVisits:
        return self.filter(stage__in=BEFORE)

    def to_conclude(self) -> SiteVisits:
        return self.filter(stage=Stage.WORKED)


class SiteVisit(Working, Concluding, Subject):
    """Cuộc kiểm tra, khảo sát, tự kiểm tra."""

    stream_kind = "kiem-tra-don-vi"
    kind = models.CharField("loại", max_length=12, choices=Kind)
    title = models.CharField("nội dung", max_length=300)
    visited = models.ForeignKey(
        Unit, models.PROTECT, related_name="site_visits", verbose_name="đơn vị được kiểm tra"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị chủ trì")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    leader = models.ForeignKey(
        User, models.PROTECT, related_name="visits_led", verbose_name="trưởng đoàn"
    )
    members = models.ManyToManyField(
        User, blank=True, related_name="+", verbose_name="thành viên đoàn"
    )
    others = models.CharField("thành phần khác", max_length=300, blank=True)
    reference = models.CharField("quyết định, kế hoạch số", max_length=80, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True, blank=True)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    report_due = models.DateField("hạn đơn vị gửi báo cáo", null=True, blank=True)
    planned = models.ForeignKey(
        PlannedVisit, models.PROTECT, null=True, blank=True, related_name="site_visits",
        verbose_name="trong chương trình",
    )  # fmt: skip
    share = models.ForeignKey(
        TaskUnit, models.PROTECT, null=True, blank=True, related_name="site_visits",
        verbose_name="thuộc nhiệm vụ",
    )  # fmt: skip
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.OPEN)
    report = models.TextField("báo cáo của đơn vị", blank=True)
    report_file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    reported_on = models.DateField("ngày gửi báo cáo", null=True, blank=True)
    met_on = models.DateField("ngày làm việc", null=True, blank=True)
    present = models.TextField("thành phần dự", blank=True)
    minutes = models.TextField("biên bản làm việc", blank=True)
    minutes_file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    strengths = models.TextField("ưu điểm", blank=True)
    limits = models.TextField("hạn chế, nguyên nhân", blank=True)
    concluded_on = models.DateField("ngày kết luận", null=True, blank=True)
    concluded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    plan = models.OneToOneField(
        Plan, models.PROTECT, null=True, blank=True, related_name="site_visit"
    )
    called_off_because = models.CharField("lý do không tiến hành", max_length=300, blank=True)

    objects = SiteVisits.as_manager()

    workflow = Workflow(
        Step("open_visit", "mở cuộc kiểm tra", (), Stage.OPEN, rules.opens_visits),
        Step("edit", "sửa thông tin", (Stage.OPEN,), None, rules.in_team),
        Step(
            "send_report",
            "gửi báo cáo của đơn vị",
            (Stage.OPEN,),
            None,
            rules.of_visited_unit,
            needs=(lambda visit: visit.asks_no_report(),),
        ),
        Step(
            "check_documents",
            "đối chiếu tài liệu",
            BEFORE,
            None,
            rules.in_team,
            needs=(being_read,),
        ),
        Step(
            "write_minutes",
            "ghi biên bản làm việc",
            BEFORE,
            Stage.WORKED,
            rules.in_team,
            needs=(being_read,),
        ),
        Step("advise", "ghi kiến nghị", BEFORE, None, rules.in_team, needs=(being_read,)),
        Step(
            "conclude",
            "kết luận",
            (Stage.WORKED,),
            Stage.CONCLUDED,
            rules.concludes,
            prepared_by=rules.in_team,
            needs=(lambda visit: visit.lacks_documents(),),
        ),
        Step(
            "call_off",
            "không tiến hành",
            (Stage.OPEN,),
            Stage.CALLED_OFF,
            rules.calls_off,
            ends=True,
        ),
    )

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="site_visit_begins_before_it_ends", condition=Q(to_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="self_inspection_by_the_unit_itself",
                condition=~Q(kind=Kind.SELF) | Q(unit=F("visited")),
            ),
            models.CheckConstraint(
                name="site_visit_worked_on_a_day_with_minutes",
                condition=Q(stage__in=["open", "called_off"])
                | Q(met_on__isnull=False) & ~Q(minutes=""),
            ),
            models.CheckConstraint(
                name="site_visit_concluded_by_somebody_on_a_day",
                condition=Q(stage="concluded", concluded_on__isnull=False)
                & Q(concluded_by__isnull=False)
                & ~Q(strengths="")
                | ~Q(stage="concluded") & Q(concluded_on=None, concluded_by=None, plan=None),
            ),
            models.CheckConstraint(
                name="site_visit_called_off_with_reason",
                condition=(Q(stage="called_off") & ~Q(called_off_because=""))
                | (~Q(stage="called_off") & Q(called_off_because="")),
            ),
        ]
        indexes = [
            models.Index(fields=["-from_on", "-id"], name="site_visit_newest"),
            models.Index(fields=["visited", "stage"], name="site_visit_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khao-sat/{self.code}/"

    field = None
    field_id = None
    kind_words = property(lambda self: self.get_kind_display())

    @property
    def due_on(self) -> date | None:
        """What waits next: the unit's report, then the visit itself."""
        if self.stage != Stage.OPEN:
            return None
        return self.to_on if self.reported_on or not self.report_due else self.report_due

    @property
    def is_self(self) -> bool:
        return self.kind == Kind.SELF

    @property
    def window(self) -> str:
        if self.from_on == self.to_on:
            return day(self.from_on)
        return f"{day(self.from_on)} – {day(self.to_on)}"

    @property
    def is_concluded(self) -> bool:
        return self.stage == Stage.CONCLUDED

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)

    def asks_no_report(self) -> str:
        return "tự kiểm tra không cần báo cáo trước." if self.is_self else ""

    def lacks_documents(self) -> str:
        return "" if self.documents.exists() else "chưa đối chiếu tài liệu."

    def handled_by(self, user: Any, *, on: date) -> bool:
        return rules.in_team(user, self, on=on) or rules.concludes(user, self, on=on)
