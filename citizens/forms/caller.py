"""What a caller says, and why the office looks it up."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms import ChoiceField, Form, TextField

REASONS = (
    ("nguoi-gui", "Người gửi đơn gọi điện hỏi kết quả"),
    ("dai-dien", "Người đại diện hoặc người được ủy quyền hỏi"),
    ("truc-tiep", "Người gửi đơn đến hỏi tại nơi tiếp công dân"),
)


class CallerForm(Form):
    """Hỏi theo số đơn, họ tên, điện thoại hoặc số căn cước."""

    question = TextField(
        label="Số đơn, họ tên, điện thoại hoặc số căn cước",
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    reason = ChoiceField(label="Lý do tra cứu", choices=REASONS, initial="nguoi-gui")

    @property
    def reason_words(self) -> str:
        return dict(REASONS)[self.cleaned_data["reason"]]

    def hidden(self) -> list[tuple[str, Any]]:
        """The same question once more, for the buttons below it."""
        return [(name, self.cleaned_data[name]) for name in ("question", "reason")]
