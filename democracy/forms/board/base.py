"""What the board begins: always within one of its terms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy import board_rules as rules
from democracy.models import BoardTerm
from portal.forms import Form
from portal.forms.dated_choices import as_of
from portal.planning.rules import units_of


def terms_of_the_board(user: Any, *, on: date) -> Any:
    """Terms in office of the boards on which the user sits."""
    rows = BoardTerm.objects.in_office().filter(rules.own(user, on=on, at=""))
    return rows.select_related("body", "unit")


def terms_of_the_staff(user: Any, *, on: date) -> Any:
    """Boards to which this user may turn: the unit's own, and that of the office."""
    rows = BoardTerm.objects.running().select_related("body", "unit")
    mine = rows.filter(unit__in=units_of(user, on=on))
    return mine | rows.filter(unit__kind="headquarters")


class TermField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            BoardTerm.objects.none(), empty_label=None, to_field_name="code", label="Ban", **options
        )


class OfTerm(Form):
    """``verb``: the entering step; its arguments are the cleaned fields."""

    terms = staticmethod(terms_of_the_board)

    term = TermField()

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        super().__init__(*args, **options)
        self.fields["term"].queryset = self.terms(by, on=on)
        as_of(self, on)
