"""Choices shown as boxes that can be pressed as a whole."""

from django import forms

YES, NO = "co", "khong"


class ChoiceField(forms.ChoiceField):
    """A few answers, all in sight; for many, give it `widget=forms.Select`."""

    widget = forms.RadioSelect


class YesNoField(forms.TypedChoiceField):
    """Có or Không, and nothing chosen beforehand: True, False, or None when left open."""

    widget = forms.RadioSelect

    def __init__(self, *, yes: str = "Có", no: str = "Không", **options) -> None:
        super().__init__(
            choices=[(YES, yes), (NO, no)],
            coerce=lambda answer: answer == YES,
            empty_value=None,
            **options,
        )

    def prepare_value(self, value):
        return {True: YES, False: NO}.get(value, value)
