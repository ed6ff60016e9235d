"""Every form that can be counted, of all apps."""

from citizens.returns import FORMS as CITIZENS

FORMS = {**CITIZENS}

NOT_YET = ("05/KQTH", "06/QLKNTC")
"""Forms the circulars know and the portal cannot count yet."""
