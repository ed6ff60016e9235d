"""Satisfaction: campaigns and their results, slips to print, the pages that take answers."""
