"""Periodic reports of the programmes: outlines as data, figures by name, remarks of records."""

from portal.reporting.reports import Report, ReportText

__all__ = ["Report", "ReportText"]
