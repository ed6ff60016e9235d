"""A document that belongs to no step of the law: signed as it was written in Word."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError

from citizens.forms.desk_item import ItemForm
from citizens.models.desk_item import DeskItem
from portal.documents.forms import FORMS
from portal.documents.placeholders import KNOWN
from portal.documents.versions import WordVersion
from portal.forms import ChoiceField
from portal.text import day

BRACKET = re.compile(r"\[([^\]\n]+)\]")


class SignPaper(ItemForm):
    """Its words come from the newest Word version and cannot be typed into."""

    model, step = DeskItem, "sign_paper"

    document = ChoiceField(label="Văn bản")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        written = WordVersion.objects.of_no_step(self.subject)
        self.written = {row.code: row for row in written}
        document, draft = self.fields["document"], self.fields["draft"]
        chosen = self.data.getlist("document") if self.is_bound else []
        codes = dict.fromkeys([*self.written, *filter(FORMS.get, chosen)])
        document.choices = [(code, FORMS[code][0].title) for code in codes]
        document.help_text = "" if written else "Chưa có bản Word nào; soạn ở mục Soạn văn bản"
        document.initial = next(iter(self.written), None)
        draft.disabled, draft.widget.attrs["rows"] = True, 18
        if word := self.word:
            self.initial["draft"] = draft.initial = word.text
            draft.help_text = f"Theo {word}, {word.by}, ngày {day(word.on)}; muốn đổi, sửa bản Word"

    @property
    def word(self) -> WordVersion | None:
        chosen = self.data.get(self.add_prefix("document")) if self.is_bound else None
        return self.written.get(
            chosen or self.get_initial_for_field(self.fields["document"], "document")
        )

    def clean_document(self) -> str:
        """A slip read later still says what it was about; it is signed once."""
        code: str = self.cleaned_data["document"]
        if code not in self.written:
            raise ValidationError("Văn bản này chưa có bản Word nào chờ ký")
        return code

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        found = [name for name in BRACKET.findall(data.get("draft", "")) if name in KNOWN]
        if left := ", ".join(f"[{name}]" for name in dict.fromkeys(found)):
            self.add_error("draft", f"Bản Word còn chỗ chưa điền: {left}")
        return data
