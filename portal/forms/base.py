"""The shape of every form that enters data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from portal.forms.sentences import speak


@dataclass(frozen=True)
class Problem:
    """One line of the error summary: the words that stand at the field, and the way to it."""

    words: str
    field_id: str = ""


class Shape(forms.BaseForm):
    """Vietnamese sentences, a summary of what is wrong, crispy without a form tag.

    The page itself writes `<form method="post" novalidate>`, `{% csrf_token %}` and
    `{% once_key %}`, so that a step's page and its buttons stay in one hand.
    """

    use_required_attribute = False  # the browser's own bubbles speak the browser's language
    layout: ClassVar[Layout | None] = None
    conditional: ClassVar[frozenset[str]] = frozenset()
    """Questions whose hint says when they must be answered: “không bắt buộc” would be untrue."""

    def __init__(self, *args, **options) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def full_clean(self) -> None:
        """The sentences are made last, so that fields and labels added on the way have theirs."""
        for name in self.fields:
            speak(self.fields[name], label=str(self[name].label))
        super().full_clean()

    def arguments(self) -> dict[str, Any]:
        """What the verb is told, beside ``by`` and ``on``."""
        return dict(self.cleaned_data)

    def refuse(self, refusal: Exception) -> None:
        """What the verb said stands at its field, else at the top."""
        field = getattr(refusal, "field", "")
        self.add_error(field if field in self.fields else None, str(refusal))

    @property
    def problems(self) -> list[Problem]:
        """All that must be mended, in the order of the questions."""
        if not self.is_bound:
            return []
        at_the_whole = [Problem(str(words)) for words in self.non_field_errors()]
        return [*self._problems_at_fields(), *at_the_whole]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self) if self.layout is None else FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.include_media = False
        if self.layout is not None:
            helper.layout = self.layout
        return helper

    def _problems_at_fields(self) -> Iterator[Problem]:
        for field in self:
            for words in field.errors:
                yield Problem(str(words), "" if field.is_hidden else place_of(field))


class Form(Shape, forms.Form):
    """A form of its own questions."""


class ModelForm(Shape, forms.ModelForm):
    """A form whose questions are the columns of one table."""


def place_of(field: forms.BoundField) -> str:
    """The id to which the summary leads: of several boxes, the first."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
