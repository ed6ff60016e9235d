"""Which readers a submission passes, unit by unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F

from portal.people import Position, Unit, User
from portal.people.positions import DateRange
from portal.people.units import Dated, opens_before_it_closes
from portal.workflow import Refused

DEFAULT_LINE = ("head", "director")
READERS = {
    "deputy_head": "Phó Trưởng phòng, cấp phó đơn vị",
    "head": "Trưởng phòng, Thủ trưởng đơn vị",
    "deputy_director": "Phó Giám đốc phụ trách",
    "director": "Giám đốc",
}
"""Who may stand on a line, from below upwards."""


class Line(models.Model):
    """Which readers a unit's submissions pass; a row with a step overrules the general one."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="lines", verbose_name="đơn vị")
    step = models.CharField("bước", max_length=40, blank=True)
    roles = ArrayField(models.CharField(max_length=24), verbose_name="người đọc lần lượt")
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["unit__name", "step", "opened_on"]
        constraints = [
            opens_before_it_closes("line_opens_before_it_closes"),
            ExclusionConstraint(
                name="one_line_a_step_at_a_time",
                expressions=[
                    (F("unit"), RangeOperators.EQUAL),
                    (F("step"), RangeOperators.EQUAL),
                    (DateRange("opened_on", "closed_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Đơn vị đã có đường trình cho bước này trong thời gian đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.sentence}"

    @property
    def sentence(self) -> str:
        """Chuyên viên → Trưởng phòng → Giám đốc."""
        return " → ".join(["Người soạn", *(READERS.get(role, role) for role in self.roles)])

    @staticmethod
    def roles_for(unit: Unit | None, step: str, *, on: date) -> Sequence[str]:
        rows = Line.objects.open(as_of=on).filter(unit=unit, step__in=("", step))
        row = rows.order_by("-step").first()
        return row.roles if row else DEFAULT_LINE


def readers(subject: Any, step: Any, *, prepared_by: User, on: date) -> list[Position]:
    """The positions that a submission passes, in order; the last one may take the step.

    A role nobody holds and the preparer's own position are passed over.
    Raises ``Refused`` when nobody on the line may take the step.
    """
    alone = subject.sole_reader(on=on)
    if alone and alone.user_id != prepared_by.pk and step.rule(alone.user, subject, on=on):
        return [alone]
    line: list[Position] = []
    unit = _unit_of(prepared_by, subject, on=on)
    for role in Line.roles_for(unit, step.name, on=on):
        position = _holder(role, subject, unit=unit, on=on)
        if position is None or position.user_id == prepared_by.pk:
            continue
        line.append(position)
        if step.rule(position.user, subject, on=on):
            return line
    raise Refused("Chưa có người có thẩm quyền phê duyệt việc này: báo quản trị hệ thống.")


def _unit_of(prepared_by: User, subject: Any, *, on: date) -> Unit | None:
    """The unit whose line it is: the subject's own where the preparer works there, else theirs."""
    units = [row.unit for row in prepared_by.positions_on(on) if row.unit_id]
    return subject.unit if not units or subject.unit in units else units[0]


def _holder(role: str, subject: Any, *, unit: Unit | None, on: date) -> Position | None:
    within = unit if role in ("head", "deputy_head") else None
    fields = {"field": subject.field} if role == "deputy_director" else {}
    return Position.objects.holding(role, as_of=on, unit=within, **fields).first()
