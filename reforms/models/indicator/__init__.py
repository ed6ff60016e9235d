"""Indicators: what is measured, which targets it has, what was reached."""

from reforms.models.indicator.indicator import Indicator
from reforms.models.indicator.parts import IndicatorEvidence, IndicatorTarget, IndicatorValue

__all__ = ["Indicator", "IndicatorEvidence", "IndicatorTarget", "IndicatorValue"]
