"""Totals out of the minutes of what staff decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy import items
from democracy.forms.base import own_unit, picked
from democracy.models.staff_decision import Way, a_third
from portal.forms import ChoiceField, DateField, Form, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField

MOST = 100_000


def count(label: str, **options: Any) -> NumberField:
    return NumberField(label=label, min_value=0, max_value=MOST, **options)


class StaffDecisionForm(Form):
    item = ChoiceField(
        label="Nội dung",
        choices=[("", "Chọn nội dung"), *items.choices(items.DECIDED)],
        widget=forms.Select,
    )
    title = TextField(label="Việc được quyết định")
    unit = AnyUnitField(label="Cơ quan, đơn vị")
    held_on = DateField(label="Ngày hội nghị hoặc ngày kiểm phiếu")
    proposed_by = ChoiceField(label="Theo đề xuất của", choices=items.PROPOSERS)
    proposers = count("Số người đề xuất", required=False, help_text="Ghi khi một phần ba đề xuất")
    way = ChoiceField(label="Cách quyết định", choices=Way.choices)
    ballot_because = TextField(
        label="Lý do gửi phiếu",
        required=False,
        help_text="Bất khả kháng, hoặc đã triệu tập hai lần mà không đủ người dự",
    )
    convened = count("Tổng số người được triệu tập")
    present = count("Số người dự, hoặc số phiếu thu về")
    yes = count("Tán thành")
    no = count("Không tán thành")
    other = count("Ý kiến khác, phiếu trắng", initial=0)
    minutes_sent = FilesField(label="Biên bản", required=False)

    layout = Layout(
        "item", "title", Div("unit", "held_on", css_class="pair"), "proposed_by", "proposers",
        "way", "ballot_because", Div("convened", "present", css_class="pair"),
        Div("yes", "no", css_class="pair"), "other", "minutes_sent",
    )  # fmt: skip
    conditional = frozenset({"proposers", "ballot_because"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by = by
        unit = own_unit(by, on=on)
        super().__init__(*args, initial={"unit": unit and unit.code}, **options)
        self.fields["held_on"].latest = on
        as_of(self, on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.check_votes(data)
        self.check_ballot(data)
        self.check_proposers(data)
        data["minutes"] = picked(self, "minutes_sent")
        return data

    def check_votes(self, data: dict[str, Any]) -> None:
        counted = [data.get(name) for name in ("yes", "no", "other")]
        convened, present = data.get("convened"), data.get("present")
        if convened is not None and convened == 0:
            self.add_error("convened", "Ghi số người được triệu tập")
        if None not in (convened, present) and present > convened:
            self.add_error("present", f"Không quá số người được triệu tập: {convened}")
        if present is not None and None not in counted and sum(counted) != present:
            self.add_error(
                "other", f"Cộng ba số được {sum(counted)}, khác số người dự hoặc phiếu: {present}"
            )

    def check_ballot(self, data: dict[str, Any]) -> None:
        if data.get("way") == Way.BALLOT and not data.get("ballot_because"):
            self.add_error("ballot_because", "Ghi vì sao gửi phiếu thay cho hội nghị")
        if data.get("way") == Way.CONFERENCE:
            data["ballot_because"] = ""

    def check_proposers(self, data: dict[str, Any]) -> None:
        if data.get("proposed_by") != "mot-phan-ba":
            data["proposers"] = None
            return
        needed = a_third(data.get("convened") or 0)
        if (data.get("proposers") or 0) < max(needed, 1):
            self.add_error("proposers", f"Cần ít nhất {needed} người đề xuất")

    def arguments(self) -> dict[str, Any]:
        return {name: each for name, each in self.cleaned_data.items() if name != "minutes_sent"}
