"""What people type: field types with their Vietnamese sentences, and the shape of every form."""

from portal.forms.base import Form, ModelForm, Problem
from portal.forms.choices import ChoiceField, YesNoField
from portal.forms.dates import DateField, read_date
from portal.forms.numbers import AmountField, NumberField
from portal.forms.step import StepForm
from portal.forms.suggested import SuggestedField
from portal.forms.texts import EmailField, IdNumberField, LongTextField, PhoneField, TextField
from portal.forms.times import TimeField

__all__ = [
    "AmountField",
    "ChoiceField",
    "DateField",
    "EmailField",
    "Form",
    "IdNumberField",
    "LongTextField",
    "ModelForm",
    "NumberField",
    "PhoneField",
    "Problem",
    "StepForm",
    "SuggestedField",
    "TextField",
    "TimeField",
    "YesNoField",
    "read_date",
]
