"""Entering a visit: one page, in the order in which a talk goes."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Any

from crispy_forms.layout import HTML, Div, Layout
from django import forms

from citizens import rules
from citizens.forms.card import Card
from citizens.forms.choices import DatedChoice, FieldField, PersonField, as_of
from citizens.forms.identity import IdentityField
from citizens.forms.petition_register import OPEN_KINDS
from citizens.models import ReceptionPlace, Representative, Visit
from citizens.models.reception.sessions import Host
from citizens.models.visit.vocabulary import Result, VisitKind, VisitStage
from citizens.models.vocabulary import Gender, Kind
from citizens.sheets.visitor import earlier_visits
from portal.fields import agencies
from portal.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    NumberField,
    PhoneField,
    SuggestedField,
    TextField,
    YesNoField,
)
from portal.grounds import RECEPTION, begun_grounds
from portal.text import storable

STICKY = ("received_on", "kind", "host", "place", "receiver")
"""Answers that the next visitor of the same sitting shares."""
SEVERAL = "nhieu"
AGENCY = {Result.GUIDED: "guided_to", Result.FORWARDED: "forwarded_to"}
"""Which column of the register the agency stands in."""
NUMBER_AT_END = re.compile(r"[\s,;:–-]+([A-Z]?\d{7,12})$")
SPLIT = (
    "Nội dung có nhiều loại: đề nghị ông/bà tách riêng từng loại. Chọn loại của nội dung này,"
    " rồi bấm “Lưu, ghi nội dung khác”; phần tố cáo ghi vào sổ riêng"
)


class PlaceField(DatedChoice):
    """Nơi tiếp."""

    code = "pk"

    def rows(self) -> Any:
        return ReceptionPlace.objects.all()


class ReceiverField(PersonField):
    """Người tiếp."""

    roles = (*rules.INTAKE_ROLES, *rules.CASE_ROLES, "director", "deputy_director")


class Sitting(Form):
    """When, where, by whom: what every visit has, whatever it is about."""

    conditional = frozenset({"agency", "answer", "ground"})

    received_on = DateField(label="Ngày tiếp", help_text="")
    kind = ChoiceField(label="Loại tiếp", choices=VisitKind, widget=forms.Select)
    host = ChoiceField(
        label="Người chủ trì",
        choices=[("", "Không (tiếp thường xuyên)"), *Host.choices],
        required=False,
        widget=forms.Select,
    )
    place = PlaceField(label="Nơi tiếp", required=False, empty_label="Chưa ghi")
    receiver = ReceiverField(label="Người tiếp", required=False, empty_label="Chưa ghi")
    result = ChoiceField(label="Kết quả", choices=Result)
    ground = ChoiceField(
        label="Căn cứ từ chối",
        required=False,
        widget=forms.Select,
        help_text="Chỉ chọn khi từ chối tiếp",
    )
    field = FieldField(required=False, empty_label="Chưa rõ lĩnh vực")
    people = NumberField(label="Số người đến", initial=1, min_value=1, max_value=10_000)

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        super().__init__(*args, **options)
        as_of(self, on)
        offered = [(each.code, each.offered) for each in begun_grounds(RECEPTION, on=on)]
        self.fields["ground"].choices = [("", "Chọn căn cứ"), *offered]
        self.fields["received_on"].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kind") == VisitKind.REGULAR:
            data["host"] = ""
        elif data.get("kind") and not data.get("host"):
            self.add_error("host", "Chưa chọn thủ trưởng tiếp hay ủy quyền")
        if data.get("result") != Result.REFUSED:
            data["ground"] = ""
        elif not data.get("ground"):
            self.add_error("ground", "Chưa chọn căn cứ từ chối tiếp")
        return data

    def sitting(self) -> dict[str, Any]:
        names = ("received_on", "kind", "host", "place", "receiver", "result", "ground", "field")
        return {name: self.cleaned_data[name] for name in (*names, "people")}

    def register(self) -> Visit:
        raise NotImplementedError


class SealedVisit(Sitting):
    """A denunciation under paper custody: that somebody came, and nothing of who or about what."""

    accepts_online = YesNoField(
        label="Buổi tiếp trực tuyến: người tố cáo có đồng ý, không đề nghị giữ bí mật không?",
        yes="Đồng ý",
        no="Đề nghị giữ bí mật, đã tiếp trực tiếp",
        required=False,
        help_text="Chỉ trả lời khi buổi tiếp của thủ trưởng là buổi trực tuyến",
    )

    layout = Layout(
        Div("received_on", "kind", "host", css_class="pair three"),
        Div("place", "receiver", css_class="pair"),
        Div("people", "field", css_class="pair"),
        "accepts_online",
        "result",
        "ground",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        asked = self._session_asks_about_online(data)
        if not asked:
            data["accepts_online"] = None
        elif data.get("accepts_online") is None:
            self.add_error(
                "accepts_online", "Chưa chọn người tố cáo có đồng ý tiếp trực tuyến không"
            )
        return data

    def _session_asks_about_online(self, data: dict[str, Any]) -> bool:
        day, kind, host = data.get("received_on"), data.get("kind"), data.get("host")
        session = day and Visit(received_on=day, kind=kind, host=host).reception_of_the_day()
        return bool(session and session.asks_about_online)

    def register(self) -> Visit:
        return Visit.register(
            by=self.by,
            on=self.on,
            petition_kind=Kind.DENUNCIATION,
            accepts_online=self.cleaned_data["accepts_online"],
            **self.sitting(),
        )


class PlainVisit(Sitting):
    """A visit without a denunciation in it."""

    id_number = IdentityField(
        label="Số giấy tờ",
        required=False,
        help_text="Căn cước, số định danh hoặc hộ chiếu. Quét mã trên thẻ vào ô này",
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-card": True, "autofocus": True}),
    )
    name = TextField(
        label="Họ và tên",
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
    address = TextField(
        label="Địa chỉ",
        widget=forms.TextInput(attrs={"data-card-part": "address", "autocomplete": "off"}),
    )
    phone = PhoneField(label="Điện thoại", required=False)
    others = LongTextField(
        label="Người đại diện khác",
        required=False,
        max_length=1_500,
        help_text="Mỗi người một dòng: họ tên, số giấy tờ",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    appointed_on = DateField(label="Văn bản cử người đại diện ngày", required=False, help_text="")
    petition_kind = ChoiceField(
        label="Loại nội dung", choices=[*OPEN_KINDS, (SEVERAL, "Có nhiều loại")]
    )
    content = LongTextField(
        label="Nội dung (tóm tắt)", max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    handled_by = TextField(label="Cơ quan đã giải quyết", required=False, max_length=300)
    competent = YesNoField(label="Thuộc thẩm quyền của Sở?", required=False)
    agency = SuggestedField(
        label="Cơ quan được hướng dẫn đến hoặc chuyển đến",
        required=False,
        max_length=300,
        suggestions=agencies,
        help_text="Ghi khi hướng dẫn hoặc chuyển nội dung; kèm số văn bản nếu có",
    )
    answer = LongTextField(
        label="Nội dung trả lời, giải thích",
        required=False,
        max_length=10_000,
        help_text="Ghi khi trả lời, giải thích ngay",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    handed_in = LongTextField(
        label="Tài liệu đã nhận",
        required=False,
        max_length=3_000,
        help_text="Mỗi tài liệu một dòng: tên; số trang; bản chính, bản sao hay bản chụp",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note = TextField(label="Ghi chú", required=False, max_length=500)
    same_as = forms.CharField(required=False)
    part_of = forms.CharField(required=False)

    layout = Layout(
        HTML("{% include 'citizens/visit/_sitting.html' with form=form only %}"),
        Div("id_number", "name", css_class="pair"),
        HTML("{% include 'citizens/visit/_visitor.html' with form=form only %}"),
        Div("address", "birth_year", css_class="pair"),
        "gender",
        Div("phone", "people", css_class="pair"),
        HTML("{% include 'citizens/visit/_group.html' with form=form only %}"),
        "petition_kind",
        "content",
        Div("field", "handled_by", css_class="pair"),
        "result",
        Div("agency", "ground", css_class="pair"),
        "answer",
        HTML("{% include 'citizens/visit/_seldom.html' with form=form only %}"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["appointed_on"].latest = self.on
        if self.is_bound:
            self.fields["id_number"].widget.attrs.pop("autofocus")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self._fill_from_card(data)
        data["birth_year"] = self._year(data.get("birth_year", ""))
        if data.get("petition_kind") == SEVERAL:
            self.add_error("petition_kind", SPLIT)
        if data.get("result") in AGENCY and not data.get("agency"):
            self.add_error("agency", "Chưa nhập cơ quan được hướng dẫn đến hoặc chuyển đến")
        if data.get("result") == Result.ANSWERED and not data.get("answer"):
            self.add_error("answer", "Chưa nhập nội dung đã trả lời, giải thích")
        return data

    def _fill_from_card(self, data: dict[str, Any]) -> None:
        """A scanned card fills what was left empty, with or without script."""
        card = Card.read(storable(self.data.get(self.add_prefix("id_number"), "")))
        for name, value in (card.facts() if card else {}).items():
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

    @property
    def known_number(self) -> str:
        """The number as far as it can be read now, for looking up who comes."""
        written = storable(self["id_number"].value() or "")
        try:
            return self.fields["id_number"].clean(written)
        except forms.ValidationError:
            return ""

    def speakers(self) -> list[Representative]:
        """The other representatives, a line each; the number stands at its end."""
        lines = filter(None, map(str.strip, self.cleaned_data["others"].splitlines()))
        return [speaker(line) for line in lines]

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("id_number", "name", "gender", "birth_year", "address", "phone", "appointed_on")
        more = ("petition_kind", "content", "handled_by", "competent", "handed_in", "note")
        facts = {name: data[name] for name in (*names, *more, "answer")}
        if column := AGENCY.get(data["result"]):
            facts[column] = data["agency"]
        return facts | {"matter": self._matter(), "part_of": self.beside}

    @cached_property
    def beside(self) -> Any:
        """The line of the same visit that was written before, where there is one."""
        code = self["part_of"].value()
        seen = Visit.objects.visible_to(self.by, on=self.on).plain()
        told_of = seen.exclude(stage=VisitStage.OWN_BOOK)
        return told_of.filter(code=code).select_related("part_of").first() if code else None

    def _matter(self) -> Any:
        """The matter of the earlier visit that the officer says this one goes on with."""
        code = self.cleaned_data.get("same_as", "")
        if not code:
            return None
        seen = earlier_visits(self.cleaned_data["id_number"], user=self.by, on=self.on)
        earlier = seen.filter(code=code).first()
        return earlier.matter if earlier else None

    def register(self) -> Visit:
        return Visit.register(
            by=self.by,
            on=self.on,
            representatives=self.speakers(),
            **self.sitting(),
            **self.facts(),
        )


def speaker(line: str) -> Representative:
    found = NUMBER_AT_END.search(line)
    name = line[: found.start()] if found else line
    return Representative(name=name.strip(" ,;")[:200], id_number=found[1] if found else "")
