"""A text with headings and lists: an editor where there is script, else marks in a plain box."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.forms.texts import LongTextField
from portal.publications.rich_text import cleaned, from_marks, to_marks

FROM_EDITOR = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|blockquote|br|strong|em|a)\b", re.IGNORECASE)
HINT = (
    "Để một dòng trống giữa hai đoạn. Đầu dòng ghi “## ” cho tiêu đề nhỏ, “- ” cho gạch đầu dòng;"
    " **chữ đậm**, [chữ](địa chỉ) cho liên kết."
)


def as_html(typed: str) -> str:
    """What the editor sends is html; what was typed into the plain box are marks."""
    return cleaned(typed) if FROM_EDITOR.match(typed) else from_marks(typed)


class RichBox(forms.Textarea):
    """The box holds marks; the same text as html lies beside it for the editor."""

    def format_value(self, value: Any) -> str:
        return to_marks(as_html(str(value))) if value else ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-rich"] = as_html(str(value)) if value else ""
        return context


class RichTextField(LongTextField):
    """Cleaned before anybody else sees it."""

    widget = RichBox(attrs={"rows": 18})

    def __init__(self, *, max_length: int = 60_000, **options: Any) -> None:
        super().__init__(max_length=max_length, **{"help_text": HINT} | options)

    def clean(self, value: Any) -> str:
        html = as_html(super().clean(value))
        if self.required and not html:
            raise ValidationError("Chưa nhập nội dung")
        return html
