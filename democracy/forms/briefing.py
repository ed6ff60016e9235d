"""Calling for a document to be made known, and telling that it was."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, box
from democracy.models import Briefing, BriefingSession
from democracy.models.briefing import Form as Way
from portal.forms import ChoiceField, DateField, Form, LongTextField, NumberField, TextField
from portal.forms.dated_choices import BodiesField, UnitsField, as_of
from portal.forms.references import InstrumentField
from portal.people import Body, Unit
from portal.planning.rules import bodies_of, units_of

MOST = 100_000
WIDE = (Body.Kind.PARTY_CELL, Body.Kind.YOUTH_UNION, Body.Kind.VETERANS)


class HeadOfBriefing(Form):
    due_on = DateField(label="Quán triệt xong trước hết ngày")
    content = LongTextField(
        label="Nội dung cần nắm", required=False, max_length=3_000, widget=box(3)
    )
    units = UnitsField(label="Phòng, đơn vị phải quán triệt", required=False)
    bodies = BodiesField(label="Chi bộ, đoàn thể phải quán triệt", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("units") and not data.get("bodies") and "units" not in self.errors:
            self.add_error("units", "Chọn ít nhất một đơn vị hoặc một chi bộ, đoàn thể")
        return data


class NewBriefing(HeadOfBriefing):
    instrument = InstrumentField(label="Văn bản cần quán triệt")

    layout = Layout("instrument", "due_on", "content", "units", "bodies")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)
        self.fields["due_on"].earliest = on
        self.fields["units"].initial = list(self.fields["units"].queryset)
        cells = self.fields["bodies"].queryset.filter(kind=Body.Kind.PARTY_CELL)
        self.fields["bodies"].initial = list(cells)


class Edit(HeadOfBriefing, Plain):
    model, step = Briefing, "edit"

    def __init__(self, *args: Any, subject: Briefing, **options: Any) -> None:
        options["initial"] = {
            "due_on": subject.due_on,
            "content": subject.content,
            "units": list(subject.units.all()),
            "bodies": list(subject.bodies.all()),
        } | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
        self.fields["due_on"].earliest = subject.opened_on


class NoteSession(Plain):
    model, step = Briefing, "note_session"

    place = ChoiceField(label="Đơn vị, chi bộ", choices=(), widget=forms.Select)
    held_on = DateField(label="Ngày")
    form = ChoiceField(label="Hình thức", choices=Way.choices)
    attending = NumberField(label="Số người được quán triệt buổi này", min_value=1, max_value=MOST)
    headcount = NumberField(
        label="Số người hiện có", min_value=1, max_value=MOST,
        help_text="Mẫu số: tất cả người của đơn vị, chi bộ, kể cả người vắng",
    )  # fmt: skip
    note = TextField(label="Ghi chú", required=False, help_text="Báo cáo viên, tài liệu phát")

    layout = Layout(
        "place", "held_on", "form", Div("attending", "headcount", css_class="pair"), "note"
    )

    def __init__(self, *args: Any, subject: Briefing, by: Any, on: date, **options: Any) -> None:
        self.places = places_of(subject)
        own = own_places(self.places, by, on=on)
        options["initial"] = {"place": next(iter(own), "")} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        self.fields["place"].choices = [
            ("", "Chọn"), *((code, place.name) for code, place in self.places.items())
        ]  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        place = self.places[data.pop("place")]
        return data | {"unit" if isinstance(place, Unit) else "body": place}


def places_of(subject: Briefing) -> dict[str, Any]:
    units = {f"dv-{unit.code}": unit for unit in subject.units.all()}
    return units | {f"tc-{body.code}": body for body in subject.bodies.all()}


def own_places(places: dict[str, Any], by: Any, *, on: date) -> list[str]:
    units, bodies = units_of(by, on=on), bodies_of(by, on=on)
    return [
        code
        for code, place in places.items()
        if place.pk in (units if isinstance(place, Unit) else bodies)
    ]


class StrikeSession(Plain):
    model, step = Briefing, "strike_session"
    danger = True

    session = forms.ModelChoiceField(
        BriefingSession.objects.none(), label="Buổi ghi nhầm", empty_label="Chọn"
    )
    reason = TextField(label="Lý do", help_text="Dòng vẫn còn, ghi là đã bỏ")

    def __init__(self, *args: Any, subject: Briefing, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        rows = subject.sessions.standing().select_related("unit", "body")
        self.fields["session"].queryset = rows


class CloseBriefing(Plain):
    model, step = Briefing, "close_briefing"

    closing_words = LongTextField(
        label="Đánh giá", required=False, max_length=3_000, widget=box(3),
        help_text="Nơi nào chưa đủ, vì sao, bổ sung thế nào",
    )  # fmt: skip
