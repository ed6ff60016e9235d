"""On which day the office is looked at."""

from portal.forms.base import Form
from portal.forms.dates import DateField


class DayForm(Form):
    ngay = DateField(label="Ngày")
