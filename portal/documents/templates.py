"""Templates that the office brought in itself: dated, approved, checked; what was made stays."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.storage import default_storage
from django.db import models

from portal.attachments import File
from portal.documents.building import template_of
from portal.documents.checking import Fault, faults
from portal.documents.forms import Form
from portal.documents.reading import opened
from portal.paper_style import paper_style
from portal.people import User
from portal.text import day


class Faulty(ValueError):
    """A template that cannot be used; ``faults`` says where and why."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__("Mẫu chưa dùng được.")
        self.faults = found


class OfficeTemplates(models.QuerySet["OfficeTemplate"]):
    def in_force(self, code: str, *, on: date) -> OfficeTemplate | None:
        """The latest of this form on that day, unless it was put aside by then."""
        latest = self.filter(code=code, valid_from__lte=on).order_by("-valid_from", "-pk").first()
        return None if latest is None or latest.ended_by(on) else latest


class OfficeTemplate(models.Model):
    """Mẫu của cơ quan cho một biểu mẫu, từ một ngày."""

    code = models.CharField("biểu mẫu", max_length=40)
    valid_from = models.DateField("dùng từ ngày")
    until = models.DateField("thôi dùng từ ngày", null=True)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    decision = models.CharField("theo văn bản", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người duyệt")
    on = models.DateField("ngày duyệt")

    objects = OfficeTemplates.as_manager()

    class Meta:
        ordering = ["code", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="template_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("valid_from")),
                name="template_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"Mẫu của cơ quan, dùng từ {day(self.valid_from)}"

    def ended_by(self, on: date) -> bool:
        return self.until is not None and self.until <= on

    @property
    def content(self) -> bytes:
        with default_storage.open(self.file.path) as file:
            return file.read()

    @classmethod
    def bring_in(
        cls, form: Form, file: File, *, valid_from: date, decision: str, by: User, on: date
    ) -> OfficeTemplate:
        """Raises ``Faulty`` with every fault that it has."""
        row = cls(code=form.code, valid_from=valid_from, file=file, decision=decision, by=by, on=on)
        content = row.content
        opened(content, file.name)
        if found := faults(content, form):
            raise Faulty(found)
        row.save()
        return row


def template_on(form: Form, *, on: date) -> tuple[bytes, Any]:
    """The Word template to begin with on that day, and the office's own row if it is one."""
    own = OfficeTemplate.objects.in_force(form.code, on=on)
    return (own.content, own) if own else (template_of(form, size=paper_style(on).body_size), None)
