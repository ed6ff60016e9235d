"""Hạn chế, nguyên nhân, việc khắc phục."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.activities import Limitation, PlannedVisit
from portal.activities.limitations import Cause, Source
from portal.forms.activities.base import AROUND, EntryForm, OfEntry, Strike, box, choice, pair
from portal.forms.dated_choices import AnyUnitField
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField
from portal.planning import TaskUnit


class NoteLimitation(EntryForm):
    model = Limitation
    title = TextField(label="Hạn chế")
    from_on = DateField(label="Ngày nêu")
    unit = AnyUnitField(label="Đơn vị có hạn chế")
    source = choice("Nêu tại", Source)
    cause = choice("Loại nguyên nhân", Cause)
    cause_words = LongTextField(label="Nguyên nhân", required=False, widget=box(3))
    visit = TextField(
        label="Phát hiện ở cuộc kiểm tra số", required=False, max_length=24,
        help_text="Chép số trong chương trình kiểm tra. Ví dụ: CTKT-2026-0003",
    )  # fmt: skip

    layout = Layout(
        "programme", "title", pair("unit", "source"), "visit", "from_on", "cause", "cause_words",
        *AROUND,
    )  # fmt: skip

    def clean_visit(self) -> PlannedVisit | None:
        code = self.cleaned_data["visit"]
        found: Any = code and PlannedVisit.objects.kept().filter(code__iexact=code).first()
        if code and found is None:
            raise forms.ValidationError(f"Không có cuộc kiểm tra số {code} trong chương trình")
        return found or None


class AmendLimitation(NoteLimitation):
    step = "amend"


class StrikeLimitation(Strike):
    model = Limitation


class OrderRemedy(OfEntry):
    model = Limitation
    step = "order_remedy"
    text = TextField(label="Việc cần làm để khắc phục", max_length=500)
    unit = AnyUnitField(label="Đơn vị thực hiện")
    due_on = DateField(label="Báo cáo trước hết ngày")

    layout = Layout("text", pair("unit", "due_on"))

    def __init__(self, *args: Any, subject: Any, on: date, **options: Any) -> None:
        options["initial"] = {"unit": subject.unit.code} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["due_on"].earliest = on


class LinkRemedy(OfEntry):
    model = Limitation
    step = "link_remedy"
    share = TextField(
        label="Nhiệm vụ số", max_length=40, help_text="Nhiệm vụ trong kế hoạch để khắc phục hạn chế"
    )

    def clean_share(self) -> TaskUnit:
        share = self.share_named(self.cleaned_data["share"])
        if share.stage == "skipped":
            raise forms.ValidationError("Nhiệm vụ này đã thôi thực hiện")
        return share


class Resolve(OfEntry):
    model = Limitation
    step = "resolve"
    resolved_on = DateField(label="Khắc phục xong ngày")
    result = LongTextField(label="Kết quả khắc phục", max_length=5_000, widget=box(4))

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["resolved_on"].latest = on
