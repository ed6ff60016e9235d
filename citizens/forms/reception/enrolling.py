"""Who registers for a session; with denunciation in it nobody's name is typed."""

from __future__ import annotations

from typing import Any

from django import forms

from citizens.forms.choices import UnitField
from citizens.forms.desk_item import ItemForm
from citizens.models import Reception, Registration
from portal.forms import (
    ChoiceField,
    IdNumberField,
    LongTextField,
    NumberField,
    PhoneField,
    TextField,
    YesNoField,
)
from portal.text import lower_first

MOST_PEOPLE = 500
ONLINE = "Người tố cáo có đồng ý tiếp trực tuyến, không đề nghị giữ bí mật không?"


class Coming(ItemForm):
    """How many come, and how they told."""

    people = NumberField(label="Số người đến", initial=1, min_value=1, max_value=MOST_PEOPLE)
    channel = ChoiceField(
        label="Cách đăng ký",
        choices=Registration.Channel.choices,
        initial=Registration.Channel.PHONE,
    )


class AskedOnline(ItemForm):
    """Of a session online: whether the denouncer asks for secrecy."""

    accepts_online = YesNoField(label=ONLINE, yes="Đồng ý", no="Đề nghị giữ bí mật")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.subject.asks_about_online:
            del self.fields["accepts_online"]


class EnrolSealed(AskedOnline, Coming):
    """With denunciation in it nothing is kept but that somebody comes (paper custody)."""

    model, step = Reception, "enrol_sealed"


class Enrol(Coming):
    """Whoever wants to be received, about anything but denunciation."""

    model, step = Reception, "enrol"

    id_number = IdNumberField(label="Số căn cước", required=False)
    name = TextField(label="Họ và tên", max_length=200)
    phone = PhoneField(label="Điện thoại", required=False)
    address = TextField(label="Địa chỉ", required=False)
    content = LongTextField(
        label="Nội dung muốn gặp",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    unit = UnitField(
        label="Đơn vị chuẩn bị ý kiến",
        required=False,
        empty_label="Chưa giao",
        help_text="Lãnh đạo đơn vị này thấy việc trên trang Việc của tôi, kèm bản tóm tắt",
    )
    field_order = ("id_number", "name", "phone", "address", "content", "unit")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, part in (("name", "name"), ("address", "address")):
            self.fields[name].widget.attrs["data-card-part"] = part


class WhoRegistered(forms.ModelChoiceField):
    def label_from_instance(self, row: Any) -> str:
        return f"{row}: {lower_first(row.content)}" if row.content else str(row)


class SealRegistration(AskedOnline):
    model, step, danger = Reception, "seal_registration", True

    registration = WhoRegistered(
        None,
        label="Người đăng ký",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Họ tên, điện thoại, địa chỉ, nội dung của người này sẽ bị xóa",
    )
    field_order = ("registration", "accepts_online")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["registration"].queryset = self.subject.registrations.named()


class CancelRegistration(ItemForm):
    model, step, danger = Reception, "cancel_registration", True

    registration = WhoRegistered(
        None,
        label="Người đăng ký",
        empty_label=None,
        widget=forms.RadioSelect,
        help_text="Khi người này báo không đến hoặc đã ghi nhầm; họ tên, nội dung sẽ bị xóa",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        seen = self.subject.registrations.visible_to(self.by, on=self.on)
        self.fields["registration"].queryset = seen
