"""What a procedure says from one day to another: the parts that the law asks for, time, papers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from portal.attachments import Attachment
from portal.instruments import Instrument
from portal.people.positions import DateRange
from portal.people.units import Dated, opens_before_it_closes
from portal.text import number

from .procedure import Procedure
from .vocabulary import EVERY_CHANNEL, HOURS_A_DAY, Channel, Measure

PARTS = {
    "sequence": "Trình tự thực hiện",
    "manner": "Cách thức thực hiện",
    "papers": "Thành phần hồ sơ",
    "limits": "Thời hạn giải quyết",
    "audience": "Đối tượng thực hiện",
    "authority": "Cơ quan giải quyết",
    "result": "Kết quả",
}
"""Khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP: what every procedure says, beside its name."""


class ProcedureVersion(models.Model):
    """Nội dung thủ tục theo một quyết định công bố."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    opened_on = models.DateField("áp dụng từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi áp dụng từ ngày", null=True, blank=True)
    name = models.CharField("tên thủ tục", max_length=1_000)
    decision = models.CharField("quyết định công bố", max_length=200, blank=True)
    decided_on = models.DateField("ngày ký quyết định", null=True, blank=True)
    published_on = models.DateField("ngày công khai", null=True, blank=True)
    sequence = models.TextField("trình tự thực hiện", blank=True)
    manner = models.TextField("cách thức thực hiện", blank=True)
    sets = models.PositiveSmallIntegerField("số bộ hồ sơ", null=True, blank=True)
    audience = models.TextField("đối tượng thực hiện", blank=True)
    authority = models.TextField("cơ quan giải quyết", blank=True)
    result = models.TextField("kết quả", blank=True)
    conditions = models.TextField("yêu cầu, điều kiện", blank=True)
    fee_words = models.TextField("phí, lệ phí", blank=True)
    basis_words = models.TextField("căn cứ pháp lý", blank=True)
    basis = models.ManyToManyField(Instrument, blank=True, related_name="procedure_versions")

    objects = Dated.as_manager()

    class Meta:
        ordering = [F("opened_on").asc(nulls_first=True), "pk"]
        constraints = [
            opens_before_it_closes("procedure_version_opens_before_it_closes"),
            ExclusionConstraint(
                name="one_procedure_version_at_a_time",
                expressions=[
                    (F("procedure"), RangeOperators.EQUAL),
                    (DateRange("opened_on", "closed_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Thủ tục đã có nội dung áp dụng trong thời gian đó.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["procedure"], condition=Q(closed_on=None), name="procedure_version_newest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.procedure.code}: {self.decision or 'chưa ghi quyết định công bố'}"

    def lacking(self) -> list[str]:
        """The parts that the law asks for and nobody has written yet."""
        written = {name: getattr(self, name) for name in PARTS if name not in ("papers", "limits")}
        written |= {"papers": list(self.papers.all()), "limits": list(self.limits.all())}
        return [words for name, words in PARTS.items() if not written[name]]

    def limit(self, channel: str = "", case: str = "") -> ProcedureLimit | None:
        """The time of a case by a channel; a case that has none of its own takes the general."""
        rows = list(self.limits.all())
        for of_case in dict.fromkeys((case, "")):
            for by in dict.fromkeys((channel, "", Channel.DIRECT.value)):
                for row in rows:
                    if (row.case, row.channel) == (of_case, by):
                        return row
        return rows[0] if rows else None


class Timed(models.Model):
    """So many days or hours."""

    quantity = models.DecimalField(
        "thời gian", max_digits=7, decimal_places=2, null=True, blank=True
    )
    measure = models.CharField("đơn vị thời gian", max_length=10, choices=Measure)

    class Meta:
        abstract = True

    @property
    def time_words(self) -> str:
        """10 ngày làm việc; 0,25 ngày làm việc; không quy định."""
        if self.quantity is None:
            return str(self.get_measure_display())
        exact = self.quantity.normalize()
        return f"{number(exact)} {self.get_measure_display()}"

    @property
    def hours(self) -> Decimal:
        """Working hours; of calendar days each counts as one."""
        each = 1 if self.measure == Measure.HOURS else HOURS_A_DAY
        return (self.quantity or Decimal(0)) * each


def timed(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(measure="none", quantity=None)
        | (~Q(measure="none") & Q(quantity__isnull=False, quantity__gte=0)),
    )


class ProcedureLimit(Timed):
    """Thời hạn và phí của một trường hợp theo một cách nộp."""

    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="limits")
    case = models.CharField("trường hợp", max_length=200, blank=True)
    channel = models.CharField("cách nộp", max_length=12, choices=Channel, blank=True)
    fee = models.PositiveIntegerField("phí, lệ phí", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            timed("procedure_limit_has_a_time"),
            models.UniqueConstraint(
                fields=["version", "case", "channel"], name="procedure_limit_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case or self.channel_words}: {self.time_words}"

    @property
    def channel_words(self) -> str:
        return str(self.get_channel_display()) if self.channel else EVERY_CHANNEL


class ProcedurePaper(models.Model):
    """Một giấy tờ trong thành phần hồ sơ."""

    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="papers")
    case = models.CharField("trường hợp", max_length=200, blank=True)
    name = models.CharField("tên giấy tờ", max_length=1_000)
    kind = models.CharField("bản chính, bản sao", max_length=120, blank=True)
    copies = models.PositiveSmallIntegerField("số lượng", default=1)
    from_database = models.BooleanField("thay bằng dữ liệu", default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ProcedureStep(Timed):
    """Một bước của quy trình nội bộ."""

    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="steps")
    case = models.CharField("trường hợp", max_length=200, blank=True)
    content = models.CharField("nội dung", max_length=1_000)
    performer = models.CharField("người thực hiện", max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [timed("procedure_step_has_a_time")]

    def __str__(self) -> str:
        return self.content


class ProcedureForm(Attachment):
    """Mẫu đơn, tờ khai: a file that the public may fetch."""

    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="forms")
    dropped_on = models.DateField("bỏ ngày", null=True, blank=True)

    class Meta:
        ordering = ["pk"]


def copied(version: ProcedureVersion, **facts: Any) -> ProcedureVersion:
    """The same contents once more, for the officer to change."""
    rows = {name: list(getattr(version, name).all()) for name in ("limits", "papers", "steps")}
    rows["forms"] = list(version.forms.filter(dropped_on=None))
    basis = list(version.basis.all())
    new = ProcedureVersion.objects.get(pk=version.pk)
    new.pk, new.published_on = None, None
    new._state.adding = True
    for name, value in facts.items():
        setattr(new, name, value)
    new.save()
    new.basis.set(basis)
    for name, lines in rows.items():
        for line in lines:
            line.pk, line.version = None, new
            line._state.adding = True
        getattr(new, name).bulk_create(lines)
    return new
