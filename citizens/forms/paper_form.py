"""A step of the settler: answers beside the draft of the paper that its approval produces."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar

from citizens.documents import kinds_of, opening_text
from citizens.documents.words import letter_of
from citizens.forms.desk_item import ItemForm
from portal.documents.forms import Form, form_of_step
from portal.documents.versions import WordVersion
from portal.text import day, storable

BRACKET = re.compile(r"\[[^\]\n]+\]")


class PaperForm(ItemForm):
    """The draft begins as the form of the step says; ``words``: what its brackets stand for."""

    opening: ClassVar[Callable[..., str] | None] = None
    """How it begins where no form stands for the step."""
    draft_label: ClassVar[str] = "Dự thảo văn bản"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        draft = self.fields["draft"]
        draft.label = self.draft_label
        draft.widget.attrs["rows"] = 18
        if word := self.word:
            self.initial["draft"] = draft.initial = word.text
            draft.disabled = True
            draft.help_text = f"Theo {word}, {word.by}, ngày {day(word.on)}; muốn đổi, sửa bản Word"
        elif "[" in (draft.initial or ""):
            draft.help_text = "Chỗ trong ngoặc vuông được điền theo các ô ở trên khi gửi đi"

    def opening_draft(self) -> str:
        if opening := type(self).opening:
            return opening(self.subject, on=self.on)
        form = self.document
        return opening_text(form, self.subject, on=self.on) if form else ""

    @cached_property
    def word(self) -> WordVersion | None:
        """What was written in Word takes the place of what stands in the box."""
        versions = WordVersion.objects.select_related("by")
        return versions.of_step(self.subject, self.step) if self.document else None

    @cached_property
    def document(self) -> Form | None:
        """The form of the document that this step makes; of a sealed letter nothing is kept."""
        kinds = kinds_of(self.subject)
        if not kinds or letter_of(self.subject).sealed:
            return None
        return form_of_step(kinds, self.step, on=self.on)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        """The answers under the names that the draft's brackets use."""
        return {}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and data.get("draft"):
            if not self.fields["draft"].disabled:
                data["draft"] = filled(data["draft"], self.words(data))
            if left := self._left_open(data["draft"]):
                self.add_error("draft", f"Dự thảo còn chỗ chưa điền: {', '.join(left)}")
        return data

    def for_word(self) -> dict[str, Any]:
        """What is known for the Word file: the answers that are right, a draft of one's own."""
        self.full_clean()
        wrong = set(self.errors) - {"draft"}
        answers = {} if wrong else self.words(self.cleaned_data)
        draft = "\n".join(storable(self.data.get(self.add_prefix("draft"), "")).splitlines())
        own = draft.strip() not in ("", self.opening_draft().strip())
        return {"answers": answers, "draft": filled(draft, answers) if own else ""}

    def _left_open(self, draft: str) -> list[str]:
        """Brackets that the draft began with and nothing has filled."""
        begun = BRACKET.findall(self.fields["draft"].initial or "")
        return [bracket for bracket in dict.fromkeys(begun) if bracket in draft]


def filled(draft: str, words: Mapping[str, str]) -> str:
    """The draft with its brackets replaced by the answers; what is open stays to be seen."""
    for bracket, answer in words.items():
        if answer:
            draft = draft.replace(f"[{bracket}]", answer)
    return draft
