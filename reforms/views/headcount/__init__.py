"""Biên chế: how many by year and group, against what was to be cut."""
