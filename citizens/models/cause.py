"""Nguyên nhân: why a case came about, told once it is settled; what must change follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from portal.people import User
from portal.workflow import Step, take

from .. import rules
from .vocabulary import CaseStage

EXPLAINED_AT = (CaseStage.SETTLED, CaseStage.ENDED, CaseStage.ANSWERED)


class Cause(models.Model):
    """Nguyên nhân của một vụ việc; the office's own headings, after the Party's conclusion."""

    class Code(models.TextChoices):
        STAFF_ERROR = "can-bo", "Sai sót của công chức, viên chức"
        POLICY = "chinh-sach", "Chính sách bất cập, hay thay đổi"
        PROCEDURE = "thu-tuc", "Thủ tục hành chính phiền hà, chưa rõ"
        SLOWNESS = "trien-khai", "Triển khai chậm, không đồng đều"
        PUBLICITY = "tuyen-truyen", "Tuyên truyền, phổ biến chưa tới"
        MISUNDERSTANDING = "hieu-chua-dung", "Công dân nắm chính sách chưa đầy đủ"
        OTHER = "khac", "Nguyên nhân khác"

    case = models.OneToOneField("citizens.Case", models.PROTECT, related_name="cause")
    code = models.CharField("nguyên nhân", max_length=16, choices=Code)
    note = models.TextField("ghi chú", blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["code", "case"], name="cause_code")]

    def __str__(self) -> str:
        return self.get_code_display()


def cause_step() -> Step:
    return Step("name_cause", "ghi nguyên nhân", EXPLAINED_AT, None, rules.in_charge)


class Explained:
    """Of complaints and feedback that are settled."""

    def name_cause(self, *, by: Any, on: date, code: str, note: str = "") -> None:
        """As it stands now; naming another puts it right."""
        with take(self, "name_cause", by=by, on=on) as taking:
            facts = {"code": code, "note": note, "by": by, "on": on}
            Cause.objects.update_or_create(case=self, defaults=facts)
            taking.facts["cause"] = code
            taking.values["note"] = note
