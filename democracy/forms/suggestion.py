"""The letter that is dropped into the box, and what is done with it."""

from __future__ import annotations

from typing import Any

from democracy.forms.base import Plain, box
from democracy.models import Suggestion
from democracy.models.suggestion import Route, Topic
from portal.forms import ChoiceField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField

LONGEST = 5_000


class Letter(Form):
    """Without a name: no question here is about the sender."""

    addressed_to = ChoiceField(label="Gửi đến", choices=Route.choices)
    topic = ChoiceField(label="Về việc", choices=Topic.choices)
    text = LongTextField(
        label="Nội dung góp ý",
        max_length=LONGEST,
        widget=box(8),
        help_text="Không ghi tên mình; không ghi điều chỉ một mình mình biết",
    )


class LetterForm(Plain):
    model = Suggestion

    def facts(self) -> list[tuple[str, str]]:
        return [("Nội dung thư", self.subject.text)] if self.subject.text else []


class RouteTo(LetterForm):
    step = "route"

    unit = AnyUnitField(label="Đơn vị trả lời")
    note = TextField(label="Ghi chú", required=False, max_length=500)


class AnswerLetter(LetterForm):
    step = "answer_letter"

    answer = LongTextField(label="Trả lời", max_length=LONGEST, widget=box(6))


class PublishAnswer(LetterForm):
    step = "publish_answer"

    summary = LongTextField(
        label="Nội dung góp ý, viết lại",
        max_length=LONGEST,
        widget=box(4),
        help_text="Viết lại bằng lời của cơ quan: cách viết có thể cho biết người gửi",
    )
    answer = LongTextField(label="Câu trả lời", max_length=LONGEST, widget=box(6))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answer"].initial = self.subject.answer


class LayAside(LetterForm):
    step = "lay_aside"
    danger = True

    reason = TextField(label="Lý do không trả lời", max_length=500)


class BlankOut(LetterForm):
    step = "blank_out"
    danger = True

    reason = TextField(
        label="Lý do xóa",
        max_length=500,
        help_text="Ví dụ: thư nêu tên người, có nội dung tố cáo; không ghi lại tên ở đây",
    )
