"""What is named by its number: the questions of the kernel, where this programme looks for them."""

from portal.forms.references import InstrumentField, ShareField

__all__ = ["InstrumentField", "ShareField"]
