"""Review of procedures by the year, proposals to make them simpler, and what that saves."""

from .plan import ReviewItem, ReviewPlan
from .proposal import Simplification

__all__ = ["ReviewItem", "ReviewPlan", "Simplification"]
