"""A document on its way into a draft: the file, then each task as it was understood."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dates import DateField
from portal.forms.planning.base import box
from portal.forms.texts import LongTextField, TextField
from portal.instruments import Instrument
from portal.instruments.citing import OWN_YEAR
from portal.official_text import REPEALED, Reading, Unreadable, read_document
from portal.planning import Task
from portal.planning.from_document import UNSURE, Names, day
from portal.working_days import calendar, days_after

MOST_TASKS = 600
ACCEPTED = ".docx,.pdf,.txt"


class DocumentForm(Form):
    """One file; what cannot be read says why at the field."""

    file = forms.FileField(
        label="Tệp văn bản",
        help_text="Word (.docx), PDF có chữ hoặc tệp chữ (.txt), không quá 30 MB",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    reading: Reading
    content: bytes

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        self.content = upload.read()
        try:
            self.reading = read_document(
                self.content, name=upload.name, calendar=calendar(), repealed=repealed()
            )
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from None
        if len(self.reading.tasks) > MOST_TASKS:
            raise forms.ValidationError(f"Văn bản có hơn {MOST_TASKS} nhiệm vụ. Xin tách nhỏ tệp.")
        return upload


def repealed() -> dict[str, date]:
    """From which day on each numbered instrument of the register is no longer in force.

    Only numbers that name one instrument for ever: those with the year inside.
    """
    ended = Instrument.objects.exclude(in_force_to=None).values_list("reference", "in_force_to")
    known = {
        number: days_after(last, 1) for number, last in ended if last and OWN_YEAR.search(number)
    }
    return {**REPEALED, **known}


class TaskRow(Form):
    """One task of the document, to be put right and taken in or left out."""

    conditional = frozenset({"raw_time", "start", "due", "group", "lead_unit", "lead_body", "keep"})

    keep = forms.BooleanField(label="Đưa vào kế hoạch", required=False)
    text = LongTextField(label="Nội dung nhiệm vụ", max_length=5_000, widget=box(3))
    raw_time = TextField(label="Thời gian, như trong văn bản", required=False, max_length=400)
    time_kind = ChoiceField(
        label="Cách hiểu thời gian", choices=Task.TimeKind.choices, widget=forms.Select
    )
    start = DateField(label="Từ ngày", required=False, help_text="")
    due = DateField(label="Đến hết ngày", required=False, help_text="")
    group = ChoiceField(
        label="Giao cho", required=False, choices=Task.Group.choices, widget=forms.Select
    )
    lead_unit = ChoiceField(label="Đơn vị chủ trì", required=False, widget=forms.Select)
    lead_body = ChoiceField(label="Hoặc tổ chức chủ trì", required=False, widget=forms.Select)

    def __init__(self, *args: Any, said: dict[str, Any], names: Names, **options: Any):
        meant = names.meant_by("; ".join(said["lead"]), several=said["fan_out"])
        self.said, self.names = said, names
        options["initial"] = {
            "keep": True,
            "text": said["text"],
            "raw_time": said["raw_time"] or "",
            "time_kind": said["kind"],
            "start": day(said["start"]),
            "due": day(said["due"]),
            "group": meant.group,
            "lead_unit": meant.unit and meant.unit.code,
            "lead_body": meant.body and meant.body.code,
        }
        super().__init__(*args, **options)
        self.fields["lead_unit"].choices = choices(names.units, "Đơn vị ban hành")
        self.fields["lead_body"].choices = choices(names.bodies, "Không")

    @property
    def is_unsure(self) -> bool:
        """The days were understood, but not beyond doubt."""
        return bool(set(self.said["flags"]) & set(UNSURE))

    @property
    def asks_for_a_look(self) -> bool:
        return self.said["kind"] == Task.TimeKind.NONE or self.is_unsure or bool(self.errors)

    def clean_lead_unit(self) -> Any:
        return self.names.units.get(self.cleaned_data["lead_unit"])

    def clean_lead_body(self) -> Any:
        return self.names.bodies.get(self.cleaned_data["lead_body"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("keep"):
            self.errors.clear()  # what is left out need not be well written
            return data
        start, due = data.get("start"), data.get("due")
        if start and due and due < start:
            self.add_error("due", "Hạn đang trước ngày bắt đầu")
        if data.get("group") and (data.get("lead_unit") or data.get("lead_body")):
            self.add_error("group", "Đã giao cho nhiều đơn vị thì không chọn đơn vị chủ trì riêng")
        if data.get("lead_unit") and data.get("lead_body"):
            self.add_error("lead_body", "Chọn một đơn vị hoặc một tổ chức")
        if data.get("time_kind") == Task.TimeKind.NONE and (start or due):
            self.add_error("time_kind", "Đã có ngày thì chọn cách hiểu thời gian")
        return data


def choices(rows: dict[str, Any], nobody: str) -> list[tuple[str, str]]:
    return [("", nobody), *((code, str(row)) for code, row in rows.items())]
