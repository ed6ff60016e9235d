"""What the board types; importing it makes the forms of its steps known."""

from . import inspection, programme, recommendation, report, request, term

__all__ = ["inspection", "programme", "recommendation", "report", "request", "term"]
