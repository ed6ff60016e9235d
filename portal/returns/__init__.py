"""Official returns: a form's columns, the sums that must hold, a period frozen as it was sent."""

from portal.returns.checks import Check, checked
from portal.returns.forms import Amount, Column, Form, Record, Scope
from portal.returns.frozen import FrozenReturn

__all__ = [
    "Amount",
    "Check",
    "Column",
    "Form",
    "FrozenReturn",
    "Record",
    "Scope",
    "checked",
]
