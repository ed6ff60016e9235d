"""Visits to units, surveys, self-inspection, with the checklist of documents that must exist."""

from .parts import VisitAdvice, VisitDocument
from .visit import SiteVisit

__all__ = ["SiteVisit", "VisitAdvice", "VisitDocument"]
