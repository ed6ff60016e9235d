"""A step of the settler: answers beside the draft of the paper that its approval produces."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from citizens.forms.desk_item import ItemForm

BRACKET = re.compile(r"\[[^\]\n]+\]")


class PaperForm(ItemForm):
    """``opening``: how the paper begins; ``words``: what its brackets stand for."""

    opening: ClassVar[Callable[..., str]]
    draft_label: ClassVar[str] = "Dự thảo văn bản"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        draft = self.fields["draft"]
        draft.label = self.draft_label
        draft.widget.attrs["rows"] = 18
        if "[" in (draft.initial or ""):
            draft.help_text = "Chỗ trong ngoặc vuông được điền theo các ô ở trên khi gửi đi"

    def opening_draft(self) -> str:
        return type(self).opening(self.subject, on=self.on)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        """The answers under the names that the draft's brackets use."""
        return {}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors and data.get("draft"):
            data["draft"] = filled(data["draft"], self.words(data))
            if left := self._left_open(data["draft"]):
                self.add_error("draft", f"Dự thảo còn chỗ chưa điền: {', '.join(left)}")
        return data

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
