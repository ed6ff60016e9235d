"""Indicators: the list by area, the page of one, its steps; indices that others publish."""
