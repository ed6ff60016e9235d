"""Commendation: proposing, stating what the law asks for, deciding."""

from . import deciding, proposing, stating

__all__ = ["deciding", "proposing", "stating"]
