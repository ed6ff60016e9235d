"""Rating: opening a round, scoring line by line, appraising, deciding."""

from . import lines, round, sheet

__all__ = ["lines", "round", "sheet"]
