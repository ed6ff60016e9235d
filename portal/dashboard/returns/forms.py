"""Every form that can be counted, of all apps."""

from citizens.returns import FORMS as CITIZENS

FORMS = {**CITIZENS}
