"""The answer to feedback or a question, as a form."""

from __future__ import annotations

from typing import Any

from citizens.forms.paper_form import PaperForm
from citizens.models import Feedback
from portal.forms import LongTextField


class Answer(PaperForm):
    model, step = Feedback, "answer"
    draft_label = "Dự thảo văn bản trả lời"

    conclusion = LongTextField(
        label="Nội dung trả lời",
        max_length=10_000,
        help_text="Công dân đọc nguyên văn nội dung này trên trang tra cứu",
    )

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {"nội dung trả lời": data["conclusion"]}

    def to_citizen(self) -> str:
        return getattr(self, "cleaned_data", {}).get("conclusion", "")
