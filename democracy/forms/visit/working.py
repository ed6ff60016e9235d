"""At the unit: its report, the checklist, minutes, recommendations, the conclusion."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.checklist import CHECKLIST
from democracy.forms.base import Plain, box, picked
from democracy.models import SiteVisit, VisitDocument
from democracy.models.visit.finding import found_at
from portal.activities.limitations import Cause
from portal.forms import ChoiceField, DateField, LongTextField, StepForm, TextField
from portal.forms.files import FilesField

State = VisitDocument.State


class SendReport(Plain):
    model = SiteVisit
    step = "send_report"
    text = LongTextField(label="Báo cáo của đơn vị", widget=box(8))
    file_sent = FilesField(label="Tệp báo cáo", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["file"] = picked(self, "file_sent")
        data.pop("file_sent", None)
        return data


class CheckDocuments(Plain):
    """One question a document; where the portal has a record, it is answered beforehand."""

    model = SiteVisit
    step = "check_documents"

    def __init__(self, *args: Any, subject: SiteVisit, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        self.found = found_at(subject.visited, on=on)
        told = {row.item: row for row in subject.documents.all()}
        for document in CHECKLIST:
            self.ask(document, told.get(document.code))
        self.layout = Layout(
            *(
                Div(f"state_{each.code}", f"remark_{each.code}", css_class="pair")
                for each in CHECKLIST
            )
        )

    def ask(self, document: Any, before: Any) -> None:
        words = self.found_words(document.code)
        self.fields[f"state_{document.code}"] = ChoiceField(
            label=document.words,
            choices=[("", "Chọn"), *State.choices],
            widget=forms.Select,
            initial=before.state if before else State.THERE if words else "",
            help_text=f"Cổng có: {words}" if words else "Cổng không có dữ liệu; xem bản giấy",
        )
        self.fields[f"remark_{document.code}"] = TextField(
            label="Nhận xét, nơi thấy tài liệu", required=False,
            initial=before.remark if before else "",
        )  # fmt: skip

    def found_words(self, code: str) -> str:
        return "; ".join(each.words for each in self.found.get(code, ()))[:300]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for document in CHECKLIST:
            state, remark = (data.get(f"{part}_{document.code}") for part in ("state", "remark"))
            words = self.found_words(document.code)
            if state == State.THERE and not words and not remark:
                self.add_error(f"remark_{document.code}", "Ghi số, ngày hoặc nơi thấy tài liệu")
            if state in (State.MISSING, State.NOT_ASKED) and words and not remark:
                self.add_error(f"remark_{document.code}", "Cổng có tài liệu này; ghi vì sao khác")
        return data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "answers": [
                {
                    "item": each.code,
                    "state": data[f"state_{each.code}"],
                    "remark": data[f"remark_{each.code}"],
                    "found": self.found_words(each.code),
                }
                for each in CHECKLIST
            ]
        }


class WriteMinutes(Plain):
    model = SiteVisit
    step = "write_minutes"
    met_on = DateField(label="Ngày làm việc")
    present = LongTextField(label="Thành phần dự", max_length=2_000, widget=box(3))
    text = LongTextField(label="Nội dung biên bản", widget=box(8))
    file_sent = FilesField(label="Bản đã ký", required=False)

    def __init__(self, *args: Any, subject: SiteVisit, on: date, **options: Any) -> None:
        first = {"met_on": subject.met_on, "present": subject.present, "text": subject.minutes}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["met_on"].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["file"] = picked(self, "file_sent")
        data.pop("file_sent", None)
        return data


class Advise(Plain):
    model = SiteVisit
    step = "advise"
    text = LongTextField(label="Kiến nghị với đơn vị", max_length=5_000, widget=box(4))
    due_on = DateField(label="Hạn thực hiện")
    limit = TextField(
        label="Hạn chế mà kiến nghị này khắc phục", required=False,
        help_text="Khi ký kết luận, hạn chế vào sổ Hạn chế cần khắc phục của đơn vị",
    )  # fmt: skip
    cause = ChoiceField(
        label="Loại nguyên nhân", choices=[("", "Chọn loại nguyên nhân"), *Cause.choices],
        required=False, widget=forms.Select, help_text="Chọn khi ghi hạn chế",
    )  # fmt: skip
    conditional = frozenset({"cause"})

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["due_on"].earliest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("limit") and not data.get("cause"):
            self.add_error("cause", "Chọn loại nguyên nhân của hạn chế này")
        elif data.get("cause") and not data.get("limit"):
            self.add_error("limit", "Ghi hạn chế, hoặc bỏ chọn nguyên nhân")
        return data


class Conclude(StepForm):
    """The recommendations were written down before; with the signature they become tasks."""

    model = SiteVisit
    step = "conclude"
    strengths = LongTextField(label="Ưu điểm", max_length=10_000, widget=box(5))
    limits = LongTextField(
        label="Hạn chế, nguyên nhân", required=False, max_length=10_000, widget=box(5)
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("draft", None)

    def facts(self) -> list[tuple[str, str]]:
        missing = [str(row) for row in self.subject.documents.missing()]
        advice = list(self.subject.advice.all())
        limits = sum(1 for row in advice if row.limit)
        return [
            ("Đơn vị", str(self.subject.visited)),
            ("Tài liệu không có", "; ".join(missing) or "Không thiếu tài liệu nào"),
            ("Kiến nghị thành nhiệm vụ", str(len(advice)) if advice else "Chưa ghi kiến nghị nào"),
            ("Hạn chế vào sổ", str(limits) if limits else "Chưa ghi hạn chế nào ở kiến nghị"),
        ]

    def texts(self) -> list[tuple[str, str]]:
        return [
            ("Biên bản làm việc", self.subject.minutes),
            *(("Kiến nghị", row.text) for row in self.subject.advice.all()),
        ]


class CallOff(Plain):
    model = SiteVisit
    step = "call_off"
    danger = True
    reason = LongTextField(label="Lý do không tiến hành", max_length=300, widget=box(3))
