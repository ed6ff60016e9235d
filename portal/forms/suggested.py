"""One line of text with suggestions of the office below it; without script too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from portal.forms.texts import TextField


class SuggestedInput(forms.TextInput):
    template_name = "portal/widgets/suggested.html"

    def __init__(self, suggestions: Callable[[], Iterable[str]], **options: Any) -> None:
        super().__init__(**options)
        self.suggestions = suggestions

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        known = list(self.suggestions())
        if known:
            context["widget"]["attrs"] |= {"list": f"goi-y-{name}"}
        return context | {"suggestions": known, "list": f"goi-y-{name}"}


class SuggestedField(TextField):
    """What is suggested is read when the page is drawn."""

    def __init__(self, *, suggestions: Callable[[], Iterable[str]], **options: Any) -> None:
        super().__init__(widget=SuggestedInput(suggestions), **options)
