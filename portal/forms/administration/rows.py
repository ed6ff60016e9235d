"""One row of a table of the administration, in the house's own boxes."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from portal.forms.base import ModelForm
from portal.forms.dates import DateField
from portal.forms.numbers import NumberField
from portal.forms.texts import EmailField, TextField
from portal.people import User
from portal.workflow import Moving

NOT_CHOSEN = "(chưa chọn)"
TAKEN = "{label} này đã có; chọn {what} khác"


def box_for(column: models.Field, **options: Any) -> forms.Field | None:
    """The house's own boxes for text and dates; Django's choice for the rest."""
    box = own_box(column) or column.formfield(**options)
    if isinstance(box, forms.ModelChoiceField) and box.empty_label is not None:
        box.empty_label = NOT_CHOSEN
    elif isinstance(box, forms.ChoiceField) and column.choices:
        box.choices = [(key, words if key else NOT_CHOSEN) for key, words in column.get_choices()]
    if box and column.unique:
        label = str(box.label)
        box.error_messages["unique"] = TAKEN.format(label=label, what=label.lower())
    return box


def own_box(column: models.Field) -> forms.Field | None:
    facts: dict[str, Any] = {
        "label": capfirst(str(column.verbose_name)),
        "required": not column.blank,
    }
    if isinstance(column, models.DateField):
        return DateField(**facts)
    if isinstance(column, models.PositiveSmallIntegerField):
        return NumberField(min_value=0, max_value=32_767, **facts)
    if isinstance(column, models.EmailField):
        return EmailField(**facts)
    if isinstance(column, models.CharField) and not column.choices:
        return TextField(max_length=column.max_length or 300, **facts)
    return None


class Row(ModelForm):
    """One row of a table of the administration."""

    def keep(self, *, by: User, at: datetime) -> models.Model:
        return self.save()

    def moving(self) -> list[Moving]:
        """The open deadlines that this row would move: shown before it is kept."""
        return []
