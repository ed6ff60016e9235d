"""Official returns: a form's columns, the sums that must hold, a period frozen as it was sent."""

from portal.returns.checks import Check, checked
from portal.returns.forms import Amount, Column, Figures, Form, Scope
from portal.returns.frozen import FrozenReturn
from portal.returns.headings import Heading, heading_rows
from portal.returns.typed import TypedFigure

__all__ = [
    "Amount",
    "Check",
    "Column",
    "Figures",
    "Form",
    "FrozenReturn",
    "Heading",
    "Scope",
    "TypedFigure",
    "checked",
    "heading_rows",
]
