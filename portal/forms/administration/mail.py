"""To whom the trial letter goes."""

from portal.forms.base import Form
from portal.forms.texts import EmailField


class TrialForm(Form):
    to = EmailField(label="Gửi tới", max_length=200)
