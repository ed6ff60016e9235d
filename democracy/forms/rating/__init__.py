"""Rating: opening a round, scoring line by line, appraising, deciding."""

from . import criteria, lines, round, sheet

__all__ = ["criteria", "lines", "round", "sheet"]
