"""Entering the envelope of a denunciation."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.choices import FieldField, as_of
from citizens.models import Petition
from citizens.models.denunciation import custody
from citizens.models.vocabulary import Channel
from portal.forms import ChoiceField, DateField, Form, TextField

ENVELOPE = ("envelope_no", "envelope_place", "envelope_keeper")


def refuse_who_denounced(form: Form, data: dict[str, Any]) -> None:
    """On the envelope stand its number, its place and who of the office keeps it; nobody else."""
    known = custody.names_of_the_office()
    for name in ENVELOPE:
        if sentence := custody.why_refused(data.get(name) or "", known=known):
            form.add_error(name, sentence)


class EnvelopeRegistration(Form):
    """A denunciation under paper custody: the envelope, and nothing of what is in it."""

    received_on = DateField(label="Ngày nhận", help_text="")
    channel = ChoiceField(label="Nguồn đơn", choices=Channel, widget=forms.Select)
    postmark_on = DateField(label="Ngày dấu bưu điện", help_text="", required=False)
    field = FieldField(
        required=False, help_text="Chỉ chọn khi ghi ngoài bì hoặc người gửi đã nói rõ"
    )
    envelope_no = TextField(label="Bì mật số", max_length=40)
    envelope_place = TextField(
        label="Nơi giữ bì", max_length=120, help_text="Ví dụ: tủ sắt số 2, Văn phòng Sở"
    )
    envelope_keeper = TextField(label="Người giữ bì", max_length=120)

    layout = Layout(
        Div("received_on", "channel", css_class="pair"),
        Div("postmark_on", "field", css_class="pair"),
        "envelope_no",
        Div("envelope_place", "envelope_keeper", css_class="pair"),
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        super().__init__(*args, **options)
        as_of(self, on)
        for name in ("received_on", "postmark_on"):
            self.fields[name].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        refuse_who_denounced(self, data)
        postmark, received_on = data.get("postmark_on"), data.get("received_on")
        if postmark and received_on and postmark > received_on:
            self.add_error("postmark_on", "Ngày dấu bưu điện không được sau ngày nhận")
        return data

    def register(self) -> Petition:
        return Petition.register_sealed(by=self.by, on=self.on, **self.cleaned_data)
