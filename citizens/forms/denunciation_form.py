"""What every form about a denunciation shares: no text that tells who denounced, no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms

from citizens.forms import denunciation_drafts
from citizens.forms.choices import as_of, people_of
from citizens.forms.paper_form import BRACKET, filled
from citizens.words import denunciation as words
from portal.documents.forms import Form, form_on
from portal.forms import LongTextField, StepForm
from portal.people import User

FEWER_ROWS = 4


def lines(**options: Any) -> LongTextField:
    return LongTextField(
        **options, max_length=10_000, widget=forms.Textarea(attrs={"rows": FEWER_ROWS})
    )


class OwnPeopleField(forms.ModelChoiceField):
    """Anybody with an account, by name: who is excluded may be anybody."""

    def __init__(self, **options: Any) -> None:
        rows = User.objects.filter(is_active=True).order_by("full_name")
        options = {"empty_label": "Chọn cán bộ", "to_field_name": "username"} | options
        super().__init__(rows, **options)


class DenunciationForm(StepForm):
    """Its choices are those of the day; its texts pass the custody of words."""

    last_day_fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        as_of(self, on)
        people_of(self, self.subject.unit_id)
        for name in self.last_day_fields:
            self.fields[name].latest = on
            self.fields[name].initial = on

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in [*self.fields]:
            if sentence := self.why_refused(name, data.get(name)):
                self.add_error(name, sentence)
        return data

    def why_refused(self, name: str, value: Any) -> str:
        """Of texts alone; a choice is one of ours."""
        if not isinstance(value, str) or hasattr(self.fields[name], "choices"):
            return ""
        return self.subject.not_to_be_written(value)

    def facts(self) -> list[tuple[str, str]]:
        return words.facts_of(self.subject)

    def texts(self) -> list[tuple[str, str]]:
        return words.texts_of(self.subject)


class DenunciationPaperForm(DenunciationForm):
    """``opening``: how its paper begins; ``words``: what its brackets stand for."""

    opening: ClassVar[Callable[..., str]]
    form_code: ClassVar[str] = ""
    """Which form of ``citizens/documents/denunciation.toml`` its paper is."""
    draft_label: ClassVar[str] = "Dự thảo văn bản"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        draft = self.fields["draft"]
        draft.label = self.draft_label
        draft.widget.attrs["rows"] = 14
        draft.help_text = "Không ghi tên, địa chỉ, liên hệ của người tố cáo"
        if "[" in (draft.initial or ""):
            draft.help_text += ". Chỗ trong ngoặc vuông được điền theo các ô ở trên khi gửi đi"

    def opening_draft(self) -> str:
        return type(self).opening(self.subject, on=self.on)

    def words(self, data: dict[str, Any]) -> Mapping[str, str]:
        return {}

    @cached_property
    def document(self) -> Form | None:
        return form_on(self.form_code, on=self.on) if self.form_code else None

    def for_word(self) -> dict[str, Any]:
        """What is known for the Word file, with the answers that are right; nothing is kept."""
        self.full_clean()
        wrong = set(self.errors) - {"draft"}
        told = {} if wrong else self.words(self.cleaned_data)
        return {"answers": denunciation_drafts.known_of(self.subject, told)}

    def tells_who(self) -> bool:
        """Whether a box holds what would tell who denounced."""
        return any(self.why_refused(name, self.data.get(name)) for name in self.fields)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and data.get("draft"):
            data["draft"] = filled(data["draft"], self.words(data))
            begun = BRACKET.findall(self.opening_draft())
            if left := [each for each in dict.fromkeys(begun) if each in data["draft"]]:
                self.add_error("draft", f"Dự thảo còn chỗ chưa điền: {', '.join(left)}")
        return data
