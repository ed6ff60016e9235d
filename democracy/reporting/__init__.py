"""Periodic reports: outlines as data, figures by name, remarks gathered from the records."""
