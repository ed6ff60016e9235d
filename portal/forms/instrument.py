"""An instrument as it is typed from the paper, and how it stands to another."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.dates import FIRST_YEAR, LAST_YEAR, DateField, read_date
from portal.forms.files import FilesField, received
from portal.forms.texts import TextField
from portal.instruments import Instrument, Issuer, Relation

STATE = re.compile(r"(?P<number>\d{1,5})\s*/\s*(?P<symbol>\S[^\s]{1,59})")
PARTY = re.compile(r"(?P<number>\d{1,5})\s*[-–]\s*(?P<symbol>[^\s/]{1,20}/\S{1,38})")
MONTH = re.compile(r"(?:tháng\s*)?(?P<month>1[0-2]|0?[1-9])\s*[/.-]\s*(?P<year>\d{4})")
YEAR = re.compile(r"(?:năm\s*)?(?P<year>\d{4})")
OWN = ("kind", "title", "issuer", "signer", "capacity", "in_force_from", "in_force_to",
       "force_note", "carry_out_by", "internal", "released_on", "unit")  # fmt: skip


def read_reference(typed: str) -> dict[str, str]:
    """141/KH-UBND in State style, 28-CT/TU in Party style; raises ``ValueError``."""
    typed = typed.strip().removeprefix("Số").lstrip(" :")
    if found := PARTY.fullmatch(typed):
        return {"style": "-", **found.groupdict()}
    if found := STATE.fullmatch(typed):
        return {"style": "/", **found.groupdict()}
    raise ValueError("Ghi số rồi đến ký hiệu, ví dụ 141/KH-UBND hoặc 28-CT/TU")


def read_day(typed: str) -> dict[str, int | None]:
    """As much of the date as is known: 22/4/2022, 5/2022, 2015; raises ``ValueError``."""
    typed = typed.strip()
    if found := MONTH.fullmatch(typed):
        return {"year": year_of(found["year"]), "month": int(found["month"]), "day": None}
    if found := YEAR.fullmatch(typed):
        return {"year": year_of(found["year"]), "month": None, "day": None}
    whole = read_date(typed)
    return {"year": whole.year, "month": whole.month, "day": whole.day}


def year_of(digits: str) -> int:
    if not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        raise ValueError(f"xem lại năm {digits}")
    return int(digits)


class InstrumentForm(Form):
    reference = TextField(
        label="Số, ký hiệu",
        max_length=80,
        help_text="Ví dụ: 141/KH-UBND; của cơ quan đảng: 28-CT/TU",
    )
    dated = TextField(
        label="Ngày văn bản",
        max_length=40,
        help_text="Chưa biết ngày thì ghi tháng hoặc năm: 22/4/2022, 5/2022, 2015",
    )
    kind = ChoiceField(
        label="Loại văn bản",
        choices=[("", "Chọn loại"), *Instrument.Kind.choices],
        widget=forms.Select,
    )
    issuer = forms.ModelChoiceField(
        Issuer.objects.all(),
        label="Cơ quan ban hành",
        empty_label="Chọn cơ quan",
        to_field_name="code",
    )
    title = TextField(label="Trích yếu", max_length=600)
    signer = TextField(label="Người ký", required=False, max_length=120)
    capacity = ChoiceField(
        label="Tư cách ký",
        required=False,
        choices=Instrument.Capacity.choices,
        widget=forms.Select,
    )
    in_force_from = DateField(label="Có hiệu lực từ ngày", required=False)
    in_force_to = DateField(label="Còn hiệu lực đến hết ngày", required=False)
    force_note = TextField(
        label="Hiệu lực theo", required=False, help_text="Điều khoản hoặc nguồn tra cứu"
    )
    carry_out_by = DateField(
        label="Hạn ban hành văn bản triển khai",
        required=False,
        help_text="Chỉ ghi khi văn bản chỉ đạo nêu ngày",
    )
    internal = forms.BooleanField(
        label="Chỉ dùng nội bộ, không hiện trên trang công khai", required=False
    )
    released_on = DateField(
        label="Được phép công khai từ ngày",
        required=False,
        help_text="Văn bản của cơ quan đảng chỉ hiện công khai khi ghi ngày này",
    )
    unit = AnyUnitField(
        label="Đơn vị của Sở ban hành", required=False, empty_label="Không phải của Sở"
    )
    edition = TextField(
        label="Là bản mới của văn bản số",
        required=False,
        max_length=80,
        help_text="Dành cho quy chế, quy định của Sở: số, ký hiệu bản trước",
    )
    file_sent = FilesField(label="Tệp văn bản", required=False)

    layout = Layout(
        Div("reference", "dated", css_class="pair"),
        Div("kind", "issuer", css_class="pair"),
        "title",
        Div("signer", "capacity", css_class="pair"),
        Div("in_force_from", "in_force_to", css_class="pair"),
        "force_note",
        "carry_out_by",
        "internal",
        "released_on",
        Div("unit", "edition", css_class="pair"),
        "file_sent",
    )

    def __init__(
        self, *args: Any, by: Any, on: date, instrument: Instrument | None = None, **options: Any
    ) -> None:
        self.by, self.instrument = by, instrument
        if instrument:
            options["initial"] = answers_of(instrument)
        super().__init__(*args, **options)
        as_of(self, on)

    def clean_reference(self) -> dict[str, str]:
        try:
            return read_reference(self.cleaned_data["reference"])
        except ValueError as refusal:
            raise ValidationError(str(refusal)) from refusal

    def clean_dated(self) -> dict[str, int | None]:
        try:
            return read_day(self.cleaned_data["dated"])
        except ValueError as refusal:
            raise ValidationError(f"Chưa hiểu ngày văn bản: {refusal}") from refusal

    def clean_edition(self) -> Instrument | None:
        typed = self.cleaned_data["edition"]
        return one_of(typed, but=self.instrument) if typed else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("in_force_from"), data.get("in_force_to")
        if since and until and until < since:
            self.add_error("in_force_to", "Ngày hết hiệu lực đang trước ngày có hiệu lực")
        issuer = data.get("issuer")
        if issuer and issuer.is_party:
            data["internal"] = True
        self.papers = received(self, "file_sent", by=self.by)
        if not self.errors and self.is_known(data):
            self.add_error("reference", "Văn bản này đã có trong sổ")
        return data

    def is_known(self, data: dict[str, Any]) -> bool:
        same = Instrument.objects.filter(
            issuer=data["issuer"], year=data["dated"]["year"], **data["reference"]
        )
        others = same.exclude(pk=self.instrument.pk) if self.instrument else same
        return others.exists()

    def facts(self) -> dict[str, Any]:
        """What the verb is told."""
        data = self.cleaned_data
        facts = {name: data[name] for name in OWN}
        facts |= data["reference"] | data["dated"] | {"edition_of": data["edition"]}
        return facts | ({"file": self.papers[0]} if self.papers else {})


def answers_of(row: Instrument) -> dict[str, Any]:
    facts = {name: getattr(row, name) for name in OWN}
    dated = [f"{part:02}" for part in (row.day, row.month) if part]
    return facts | {
        "reference": row.reference,
        "dated": "/".join([*dated, str(row.year)]),
        "issuer": row.issuer.code,
        "unit": row.unit.code if row.unit else None,
        "edition": row.edition_of.reference if row.edition_of else "",
    }


def one_of(typed: str, *, but: Instrument | None) -> Instrument:
    """The one instrument of the register with this number and symbol; raises."""
    rows = Instrument.objects.referred_to(typed).select_related("issuer")
    found = [row for row in rows if row != but]
    if not found:
        raise ValidationError(f"Không thấy văn bản số {typed} trong sổ")
    return found[0]


class RelationForm(Form):
    kind = ChoiceField(label="Văn bản này", choices=Relation.Kind.choices, widget=forms.Select)
    other = TextField(
        label="Văn bản số", max_length=80, help_text="Số, ký hiệu, ví dụ 04/2015/NĐ-CP"
    )
    ends_on = DateField(
        label="Văn bản kia hết hiệu lực từ ngày",
        required=False,
        help_text="Chỉ ghi khi thay thế hoặc bãi bỏ toàn bộ",
    )

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        self.instrument = instrument
        super().__init__(*args, **options)

    def clean_other(self) -> Instrument:
        return one_of(self.cleaned_data["other"], but=self.instrument)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ends, other = data.get("ends_on"), data.get("other")
        ending = (Relation.Kind.REPLACES, Relation.Kind.REPEALS)
        if ends and data.get("kind") not in ending:
            self.add_error("ends_on", "Chỉ ghi ngày này khi thay thế hoặc bãi bỏ")
        if ends and other and other.in_force_from and ends <= other.in_force_from:
            self.add_error("ends_on", "Ngày này phải sau ngày văn bản kia có hiệu lực")
        return data
