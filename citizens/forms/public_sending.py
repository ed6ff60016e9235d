"""The questions of the page on which feedback and questions are sent, one group a step."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from citizens.forms.attachment import HINT, FilesField
from citizens.forms.choices import CommuneField, FieldField, as_of
from citizens.models.vocabulary import Kind
from citizens.sending import MOST_FILES
from portal.forms import (
    ChoiceField,
    EmailField,
    Form,
    LongTextField,
    PhoneField,
    TextField,
    YesNoField,
)

FEWEST_WORDS = 10
KINDS = [
    (Kind.FEEDBACK, "Phản ánh: kể một việc đã xảy ra"),
    (Kind.PROPOSAL, "Kiến nghị: đề nghị Sở làm hoặc sửa một việc"),
    (Kind.POLICY_QUESTION, "Hỏi về chế độ, chính sách"),
]


def box(**attributes: str) -> forms.TextInput:
    return forms.TextInput(attributes)


class StepOfSending(Form):
    """Knows the day, for choices that come and go."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)

    def typed(self) -> dict[str, str]:
        """As it was typed, to be kept while the other steps are answered."""
        return {name: self.data[name] for name in self.fields if name in self.data}


class SenderForm(StepOfSending):
    """Người gửi. Whoever denounces somebody is led elsewhere before anything is kept."""

    denounces = YesNoField(
        label="Ông/bà có tố cáo một người cụ thể vi phạm pháp luật không?",
        help_text="Tố cáo được nhận riêng để giữ kín tên người tố cáo, không gửi qua trang này.",
    )
    name = TextField(
        label="Họ và tên",
        max_length=200,
        help_text="Ghi như trên căn cước.",
        widget=box(autocomplete="name"),
    )
    address = TextField(
        label="Địa chỉ",
        help_text="Số nhà, đường hoặc thôn, tổ; Sở gửi văn bản trả lời đến đây.",
        widget=box(autocomplete="street-address"),
    )
    commune = CommuneField(required=False)
    phone = PhoneField(
        label="Điện thoại", required=False, help_text="Để cán bộ gọi lại khi cần hỏi thêm."
    )
    email = EmailField(label="Thư điện tử", required=False)

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "denounces"}


class MatterForm(StepOfSending):
    """Sự việc."""

    kind = ChoiceField(label="Loại nội dung", choices=KINDS)
    field = FieldField(
        required=False, help_text="Chưa rõ thì để trống, Sở sẽ xếp giúp.", empty_label="Chưa rõ"
    )
    title = TextField(
        label="Việc gì, trong một câu",
        max_length=200,
        help_text="Ví dụ: Đề nghị lắp mái che nơi chờ nhận trợ cấp ở xã An Phú",
    )
    content = LongTextField(
        label="Nội dung",
        max_length=10_000,
        help_text="Việc xảy ra khi nào, ở đâu, ông/bà đề nghị Sở làm gì.",
        widget=forms.Textarea({"rows": 10}),
    )

    def clean_content(self) -> str:
        content = self.cleaned_data["content"]
        count = len(content.split())
        if count < FEWEST_WORDS:
            raise ValidationError(
                f"Nội dung mới có {count} chữ, cần ít nhất {FEWEST_WORDS} chữ để Sở hiểu sự việc"
            )
        return content

    @property
    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class PapersForm(StepOfSending):
    """Giấy tờ kèm theo."""

    files = FilesField(
        label="Chọn tệp",
        required=False,
        help_text=f"{HINT} Nhiều nhất {MOST_FILES} tệp. Ảnh chụp bằng điện thoại cũng được.",
    )

    def __init__(self, *args: Any, already: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self.already = already

    def clean_files(self) -> list[Any]:
        files = self.cleaned_data["files"]
        if self.already + len(files) > MOST_FILES:
            raise ValidationError(
                f"Đã có {self.already} tệp; chọn thêm nhiều nhất {MOST_FILES - self.already} tệp"
            )
        return files
