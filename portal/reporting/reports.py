"""A periodic report: an outline, a period, what people wrote into it, figures kept at signature."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from portal.deadlines import Standing, standing
from portal.instruments import Instrument
from portal.people import Unit, User
from portal.periods import Period, period_with
from portal.planning.plans import Programme
from portal.planning.rules import units_of, works_here
from portal.reporting import rules
from portal.reporting.outlines import ROOMS, Outline, Room, outlines
from portal.reporting.writing import Writing
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    SIGNED = "signed", "Đã ký, chờ phát hành"
    SENT = "sent", "Đã phát hành"


class Reports(models.QuerySet["Report"]):
    def visible_to(self, user: User, *, on: date) -> Reports:
        """Sent out: the whole staff; signed: the clerk; before: its unit, leaders, coordinator."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_every_draft(user, on=on):
            return self
        mine = Q(officer=user) | Q(unit__in=units_of(user, on=on))
        numbers = user.holds("clerk", as_of=on)
        return self.filter(mine | (~Q(stage=Stage.DRAFT) if numbers else Q(stage=Stage.SENT)))

    def alike(self, report: Report) -> Reports:
        """The same report of other periods."""
        same = self.filter(
            outline=report.outline, unit=report.unit_id, directive=report.directive_id
        )
        return same.exclude(pk=report.pk)


class Report(Writing, Subject):
    """Báo cáo kỳ."""

    stream_kind = "bao-cao-ky"
    programme = models.CharField("chương trình", max_length=10, choices=Programme)
    outline = models.CharField("đề cương", max_length=40)
    title = models.CharField("trích yếu", max_length=300)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="period_reports", verbose_name="đơn vị báo cáo"
    )
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="reports_written", verbose_name="người soạn"
    )
    directive = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="period_reports",
        verbose_name="văn bản chỉ đạo",
    )  # fmt: skip
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    signer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    kept_figures = models.JSONField("số liệu khi ký", default=dict, blank=True)
    reference = models.CharField("số, ký hiệu", max_length=80, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True, blank=True)

    objects: ClassVar[Any] = Reports.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập báo cáo", (), Stage.DRAFT, rules.draws_up_reports),
        Step(
            "write",
            "viết nội dung",
            (Stage.DRAFT,),
            None,
            rules.prepares_report,
            needs=(being_read,),
        ),
        Step(
            "sign_report",
            "ký báo cáo",
            (Stage.DRAFT,),
            Stage.SIGNED,
            rules.signs_report,
            prepared_by=rules.prepares_report,
            needs=(lambda report: report.lacks_words(),),
        ),
        Step("take_back", "sửa lại báo cáo", (Stage.SIGNED,), Stage.DRAFT, rules.signs_report),
        Step("send_out", "phát hành báo cáo", (Stage.SIGNED,), Stage.SENT, rules.sends_report),
    )

    class Meta:
        ordering = ["-to_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="period_report_begins_before_it_ends", condition=Q(to_on__gte=F("from_on"))
            ),
            models.UniqueConstraint(
                fields=["outline", "unit", "from_on", "to_on", "directive"],
                name="period_report_once_a_period",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="period_report_signed_by_somebody_on_a_day",
                condition=Q(stage="draft", signer=None, signed_on=None)
                | Q(stage__in=["signed", "sent"], signer__isnull=False, signed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="period_report_sent_with_number_and_day",
                condition=Q(stage="sent", dated_on__isnull=False) & ~Q(reference="")
                | ~Q(stage="sent") & Q(reference="", dated_on=None),
            ),
        ]
        indexes = [models.Index(fields=["stage", "-to_on", "id"], name="period_report_by_stage")]

    def __str__(self) -> str:
        return f"{self.reference or self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/bao-cao-ky/{self.code}/"

    @property
    def room(self) -> Room:
        return ROOMS[self.programme]

    # what submissions and the kernel's predicates ask

    field = None
    field_id = None
    kind_words = property(lambda self: self.plan_of_it.name)
    due_on = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    # questions

    @property
    def plan_of_it(self) -> Outline:
        """The outline itself; one that was taken out of the folder leaves its sections' texts."""
        return outlines()[self.outline]

    @property
    def period(self) -> Period:
        if not self.plan_of_it.of_a_directive:
            found = period_with(self.from_on, self.to_on)
            assert found is not None, "a report is of a period"
            return found
        years = f"giai đoạn {self.from_on.year}–{self.to_on.year}"
        return Period(self.from_on, self.to_on, years)

    @property
    def scope(self) -> dict[str, str]:
        """The office reports on all units, a unit on itself."""
        return {} if self.unit.kind == Unit.Kind.HEADQUARTERS else {"unit": self.unit.code}


class ReportText(models.Model):
    """What was written into one section: it belongs to this period and goes into no other."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="texts")
    section = models.CharField("mục", max_length=40)
    text = models.TextField("nội dung")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày viết")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "section"], name="period_report_text_once_a_section"
            )
        ]

    def __str__(self) -> str:
        return self.text
