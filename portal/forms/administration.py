"""What the administrator edits: accounts, positions, units, fields, the calendar, the office."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from portal.fields import Commune, Field
from portal.forms.base import ModelForm
from portal.forms.dates import DateField
from portal.forms.texts import EmailField, TextField
from portal.office import Office
from portal.people import Body, Position, StandIn, Unit, User
from portal.search import Synonym
from portal.workflow import calendar_changed
from portal.working_days import CalendarYear, Holiday, forget_calendar

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
    if isinstance(column, models.EmailField):
        return EmailField(**facts)
    if isinstance(column, models.CharField) and not column.choices:
        return TextField(max_length=column.max_length or 300, **facts)
    return None


class Row(ModelForm):
    """One row of a table of the administration."""

    def keep(self, *, by: User, at: datetime) -> models.Model:
        return self.save()


class UserForm(Row):
    class Meta:
        model = User
        fields = ("username", "full_name", "gender", "email", "phone", "is_active")
        formfield_callback = box_for

    def keep(self, *, by: User, at: datetime) -> models.Model:
        """Nobody can sign in before a one-time link has set a password."""
        if not self.instance.pk:
            self.instance.set_unusable_password()
        return self.save()


class PositionForm(Row):
    class Meta:
        model = Position
        fields = ("user", "role", "title", "unit", "body", "fields", "opened_on", "closed_on")
        widgets = {"fields": forms.CheckboxSelectMultiple}
        formfield_callback = box_for

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        charges: Any = self.fields["fields"]
        charges.queryset = Field.objects.top()
        charges.help_text = "Dành cho Phó Giám đốc: ký thay trong các lĩnh vực này."


class StandInForm(Row):
    class Meta:
        model = StandIn
        fields = ("absent", "stand_in", "from_on", "to_on", "decision_number", "decided_on")
        formfield_callback = box_for


class UnitForm(Row):
    class Meta:
        model = Unit
        fields = (
            *("code", "name", "short_name", "kind", "parent", "phone", "meets_people"),
            *("opened_on", "closed_on"),
        )
        formfield_callback = box_for


class BodyForm(Row):
    class Meta:
        model = Body
        fields = ("code", "name", "kind", "opened_on", "closed_on")
        formfield_callback = box_for


class FieldForm(Row):
    class Meta:
        model = Field
        fields = (
            *("code", "name", "parent", "order", "competent"),
            *("opened_on", "closed_on", "successor_agency"),
        )
        formfield_callback = box_for


class CommuneForm(Row):
    class Meta:
        model = Commune
        fields = (
            *("code", "name", "mountainous", "ethnic", "remote_area"),
            *("opened_on", "closed_on"),
        )
        formfield_callback = box_for


class HolidayForm(Row):
    class Meta:
        model = Holiday
        fields = ("day", "kind", "name", "swapped_with", "decision", "counts")
        formfield_callback = box_for

    def keep(self, *, by: User, at: datetime) -> models.Model:
        self.instance.edit(by=by.key, at=at)
        forget_calendar()
        calendar_changed()
        return self.instance


class CalendarYearForm(Row):
    class Meta:
        model = CalendarYear
        fields = ("year", "decisions", "verified")
        formfield_callback = box_for

    def keep(self, *, by: User, at: datetime) -> models.Model:
        if self.cleaned_data["verified"]:
            self.instance.confirm(by=by.key, at=at)
        else:
            self.instance.confirmed_by, self.instance.confirmed_at = "", None
            self.save()
        forget_calendar()
        return self.instance


class OfficeForm(Row):
    class Meta:
        model = Office
        fields = (
            *("valid_from", "name", "short_name", "province", "parent_body", "symbol", "place"),
            *("address", "phone", "email", "hours", "licence", "responsible_person"),
        )
        formfield_callback = box_for


class SynonymForm(Row):
    class Meta:
        model = Synonym
        fields = ("word", "means")
        formfield_callback = box_for
