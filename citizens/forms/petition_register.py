"""Entering a petition in its book: what a clerk reads off the paper, in the order of the paper."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from citizens.forms.attachment import HINT, FilesField, received
from citizens.forms.card import Card
from citizens.forms.choices import CommuneField, as_of
from citizens.models import Party, Petition
from citizens.models.attachment import fresh_uploads
from citizens.models.vocabulary import Channel, Gender, Kind
from portal.attachments import File
from portal.forms import (
    ChoiceField,
    DateField,
    EmailField,
    Form,
    IdNumberField,
    LongTextField,
    NumberField,
    PhoneField,
    TextField,
)
from portal.text import fold, storable

OPEN_KINDS = [(kind, kind.label) for kind in Kind if kind != Kind.DENUNCIATION]
MOST_REPRESENTATIVES, PREFIX = 5, "rep"
ACCUSING = ("to cao", "don to cao")
NOT_HERE = (
    "Trích yếu ghi là tố cáo, không nhập ở đây: bấm Bỏ qua, rồi chọn “Có, ghi bì mật vào sổ riêng”"
)
STICKY = ("received_on", "channel")
"""Answers that the next letter of the same pile shares."""


def select(choices: Any, empty: str = "") -> list:
    return [("", empty), *choices]


class PetitionRegistration(Form):
    """Đơn without a denunciation in it: book ``D``."""

    received_on = DateField(label="Ngày nhận", help_text="")
    channel = ChoiceField(label="Nguồn đơn", choices=Channel, widget=forms.Select)
    incoming_no = TextField(
        label="Số đến",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    postmark_on = DateField(label="Ngày dấu bưu điện", help_text="", required=False)
    forwarded_by = TextField(
        label="Cơ quan chuyển đến",
        max_length=200,
        required=False,
        help_text="Ghi khi nguồn đơn là cơ quan khác chuyển đến",
    )
    id_number = IdNumberField(
        label="Số căn cước",
        required=False,
        help_text="Quét mã trên thẻ vào ô này thì họ tên, năm sinh, giới tính, địa chỉ tự điền",
    )
    name = TextField(
        label="Họ và tên người gửi",
        max_length=200,
        widget=forms.TextInput(attrs={"data-card-part": "name", "autocomplete": "off"}),
    )
    gender = ChoiceField(
        label="Giới tính",
        choices=Gender,
        required=False,
        widget=forms.RadioSelect(attrs={"data-card-part": "sex"}),
    )
    birth_year = TextField(
        label="Năm sinh",
        max_length=10,
        required=False,
        widget=forms.TextInput(
            attrs={"data-card-part": "birth", "inputmode": "numeric", "class": "w-date"}
        ),
    )
    phone = PhoneField(label="Điện thoại", required=False)
    email = EmailField(label="Thư điện tử", required=False)
    address = TextField(
        label="Địa chỉ",
        required=False,
        widget=forms.TextInput(attrs={"data-card-part": "address", "autocomplete": "off"}),
    )
    commune = CommuneField(required=False)
    people = NumberField(label="Số người có tên trong đơn", initial=1, min_value=1)
    signers = NumberField(label="Số người ký", initial=1, min_value=0)
    kind = ChoiceField(
        label="Loại đơn ghi trên đơn",
        choices=select(OPEN_KINDS, "Để công chức xử lý đơn phân loại"),
        required=False,
        widget=forms.Select,
    )
    title = TextField(label="Trích yếu", help_text="Một câu: xin gì, về việc gì")
    content = LongTextField(label="Nội dung", required=False)
    scan = FilesField(label="Bản quét đơn", required=False, help_text=HINT)
    scans = forms.CharField(required=False, widget=forms.HiddenInput)

    conditional = frozenset({"forwarded_by"})
    layout = Layout(
        Div("received_on", "channel", css_class="pair"),
        Div("incoming_no", "postmark_on", css_class="pair"),
        "id_number",
        Div("name", "birth_year", css_class="pair"),
        "gender",
        Div("address", "commune", css_class="pair"),
        "phone",
        "title",
        "content",
        Div("people", "signers", css_class="pair"),
        HTML("{% include 'citizens/petition/_representatives.html' with form=form only %}"),
        HTML("{% include 'citizens/petition/_seldom.html' with form=form only %}"),
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        super().__init__(*args, **options)
        as_of(self, on)
        for name in ("received_on", "postmark_on"):
            self.fields[name].latest = on
        if self.is_bound:
            self.fields["incoming_no"].widget.attrs.pop("autofocus")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self._fill_from_card(data)
        data["birth_year"] = self._year(data.get("birth_year", ""))
        postmark, received_on = data.get("postmark_on"), data.get("received_on")
        if postmark and received_on and postmark > received_on:
            self.add_error("postmark_on", "Ngày dấu bưu điện không được sau ngày nhận")
        if fold(data.get("title", "")).startswith(ACCUSING):
            self.add_error("title", NOT_HERE)
        if data.get("channel") == Channel.FORWARDED and not data.get("forwarded_by"):
            self.add_error("forwarded_by", "Chưa nhập cơ quan chuyển đến")
        for row in self.named:
            if not row.is_valid():
                self.add_error(None, row.sentence())
        return data

    def _fill_from_card(self, data: dict[str, Any]) -> None:
        """A scanned card fills what was left empty, with or without script."""
        card = Card.read(storable(self.data.get(self.add_prefix("id_number"), "")))
        if card is None:
            return
        for name, value in card.facts().items():
            if value and not data.get(name):
                data[name] = value
                self.errors.pop(name, None)

    def _year(self, written: str) -> int | None:
        """1958, or the day of birth as the card has it."""
        digits = "".join(re.findall("[0-9]", str(written or "")))[-4:]
        if not digits:
            return None
        if len(digits) < 4 or not 1900 <= int(digits) <= self.on.year:
            self.add_error("birth_year", "Năm sinh gồm 4 chữ số, ví dụ 1958")
            return None
        return int(digits)

    @cached_property
    def representatives(self) -> list[Representative]:
        """All the places for one, as the page shows them."""
        return representatives_in(self.data if self.is_bound else None)

    @cached_property
    def named(self) -> list[Representative]:
        """Those in whose place something was typed."""
        typed = any(name.startswith(PREFIX) and value for name, value in self.data.items())
        return [row for row in self.representatives if row.has_changed()] if typed else []

    # files that were taken in before the rest was typed

    @cached_property
    def all_scans(self) -> list[File]:
        """The scans so far and those of this request; their ids go along in a hidden field."""
        self.is_valid()
        return [*self._earlier_scans(), *received(self, "scan", by=self.by)]

    def _earlier_scans(self) -> list[File]:
        asked = [part for part in self.data.get("scans", "").split(",") if part]
        if not asked:
            return []
        try:
            found = fresh_uploads(self.by).filter(pk__in=asked)
            return sorted(found, key=lambda file: asked.index(str(file.pk)))
        except (ValidationError, ValueError):
            return []

    def sender(self) -> Party:
        names = ("name", "gender", "birth_year", "id_number", "phone", "email", "address")
        return Party(
            commune=self.cleaned_data["commune"],
            **{name: self.cleaned_data[name] for name in names},
        )

    def facts(self) -> dict[str, Any]:
        names = ("channel", "incoming_no", "postmark_on", "forwarded_by", "kind", "title")
        more = ("content", "people", "signers", "commune")
        facts = {name: self.cleaned_data[name] for name in (*names, *more)}
        if facts["channel"] != Channel.FORWARDED:
            facts["forwarded_by"] = ""
        return facts

    def register(self) -> Petition:
        return Petition.register(
            by=self.by,
            on=self.on,
            received_on=self.cleaned_data["received_on"],
            parties=[self.sender(), *self._others()],
            files=self.all_scans,
            **self.facts(),
        )

    def _others(self) -> list[Party]:
        return [row.party() for row in self.named]


class Representative(Form):
    """Người đại diện of those who signed together."""

    name = TextField(label="Họ và tên", max_length=200, required=False)
    id_number = IdNumberField(label="Số căn cước", required=False)
    phone = PhoneField(label="Điện thoại", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.has_changed() and not data.get("name"):
            self.add_error("name", "Chưa nhập họ và tên người đại diện")
        return data

    def sentence(self) -> str:
        first = next(iter(self.errors.values()))
        return f"Người đại diện: {first[0]}"

    def party(self) -> Party:
        return Party(role=Party.Role.REPRESENTATIVE, **self.cleaned_data)


def representatives_in(data: Any) -> list[Representative]:
    places = range(1, MOST_REPRESENTATIVES + 1)
    return [Representative(data, prefix=f"{PREFIX}{place}") for place in places]
