"""The form of one step: what is typed on its page, and how it is told to the verb of that name."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.http import QueryDict

from portal.deadlines import DeadlineError
from portal.forms.base import Form
from portal.forms.for_many import ForMany
from portal.forms.texts import LongTextField
from portal.text import storable
from portal.workflow import Refused, Step, Subject


class StepForm(ForMany, Form):
    """Named by ``model`` and ``step``; its cleaned fields are the verb's arguments.

    A step of the settler (``prepared_by`` in the workflow) has one more field, ``draft``: the
    beginning of the paper that its approval produces.
    """

    model: ClassVar[type[Subject] | None] = None
    step: ClassVar[str] = ""
    danger: ClassVar[bool] = False
    known: ClassVar[dict[tuple[type, str], type[StepForm]]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if cls.model and cls.step:
            StepForm.known[cls.model, cls.step] = cls

    def __init__(self, *args: Any, subject: Any, by: Any, on: date, **options: Any) -> None:
        self.subject, self.by, self.on = subject, by, on
        super().__init__(*args, **options)
        if self.row.prepared_by:
            self.fields["draft"] = LongTextField(
                label="Dự thảo văn bản",
                required=False,
                initial="" if self.is_bound else self.opening_draft(),
            )

    @classmethod
    def of(cls, subject: Any, step: str) -> type[StepForm]:
        """The form class of a step of this subject; raises ``LookupError``."""
        for model in type(subject).__mro__:
            if found := StepForm.known.get((model, step)):
                return found
        raise LookupError(f"no form for step {step}")

    @property
    def row(self) -> Step:
        """The step's row in the subject's workflow."""
        return self.subject.workflow[self.step]

    def opening_draft(self) -> str:
        """How the paper of this step begins; the officer goes on writing."""
        return ""

    def to_citizen(self) -> str:
        """The exact words that the citizen will read because of this step, or ''."""
        return ""

    def take(self, *, by: Any, on: date, prepared_by: Any = None) -> Any:
        """Take the step; ``Refused`` and ``DeadlineError`` carry the sentence for the page."""
        who = {"by": by, "on": on}
        if self.row.prepared_by:
            who["prepared_by"] = prepared_by
        return getattr(self.subject, self.step)(**who, **self.arguments())

    def taken(self, *, by: Any, on: date, prepared_by: Any = None) -> bool:
        """Take the step, or put its refusal at its field, else at the top of the form."""
        try:
            self.take(by=by, on=on, prepared_by=prepared_by)
        except (Refused, DeadlineError) as refusal:
            self.refuse(refusal)
            return False
        return True

    def typed(self) -> dict[str, list[str]]:
        """What was typed, as it is stored: an untouched text stays the same."""
        boxes = {name: self.add_prefix(name) for name in self.fields}
        return {
            name: [storable(each) for each in self.data.getlist(box)]
            for name, box in boxes.items()
            if box in self.data
        }

    def submitted(self) -> dict[str, list[str]]:
        """What goes up the line: as typed, with the draft as its readers find it."""
        draft = self.cleaned_data.get("draft", "")
        return self.typed() | ({"draft": [draft]} if draft else {})

    @staticmethod
    def retyped(payload: dict[str, list[str]]) -> QueryDict:
        """What was typed, ready to be bound again."""
        data = QueryDict(mutable=True)
        for name, values in payload.items():
            data.setlist(name, values)
        return data

    def answers(self, *, every: bool = False) -> list[tuple[str, str]]:
        """The questions and what was answered, in words, for whoever reads the submission.

        ``every``: those without an answer too.
        """
        told = [
            (str(field.label), in_words(field))
            for field in self
            if field.name != "draft" and not field.is_hidden
        ]
        return [(label, words) for label, words in told if words or every]

    def facts(self) -> list[tuple[str, str]]:
        """What a reader of the submission wants to know about the subject itself."""
        return []

    def texts(self) -> list[tuple[str, str]]:
        """Longer texts that belong to it, each with its heading."""
        return []


def in_words(field: Any) -> str:
    """What was answered to one question, choices by their words."""
    value = field.value()
    choices = dict(getattr(field.field, "choices", ()) or ())
    if choices:
        chosen = {str(key): str(words) for key, words in choices.items()}
        values = value if isinstance(value, list) else [value]
        return ", ".join(chosen.get(str(each), "") for each in values)
    return "" if value in (None, "") else str(value)
