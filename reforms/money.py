"""Money of the reform plans of a year: need, allocated, disbursed, for CCHC and for CNTT apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from portal.planning import Budget
from portal.planning.budgets import Purpose
from portal.planning.plans import KNOWN, Programme
from portal.statistics import share

PURPOSES = (Purpose.REFORM, Purpose.DIGITAL)
COLUMNS = {"need": "estimated", "allocated": "approved", "disbursed": "disbursed"}


@dataclass(frozen=True)
class Money:
    """None where nobody has said anything yet: that is not nothing."""

    need: Decimal | None = None
    allocated: Decimal | None = None
    disbursed: Decimal | None = None

    @property
    def covered(self) -> float | None:
        """Được giao trên nhu cầu."""
        return percent(self.allocated, self.need)

    @property
    def spent(self) -> float | None:
        """Giải ngân trên được giao."""
        return percent(self.disbursed, self.allocated)


def percent(part: Decimal | None, whole: Decimal | None) -> float | None:
    return share(float(part), float(whole)) if part is not None and whole else None


def lines_of(year: int) -> Any:
    """Of plans that were sent out."""
    plans = {"plan__programme": Programme.REFORM, "plan__year": year, "plan__stage__in": KNOWN}
    return Budget.objects.filter(**plans)


def money_of(year: int) -> dict[str, Money]:
    """By purpose; one statement."""
    sums = {name: Sum(column) for name, column in COLUMNS.items()}
    told = lines_of(year).order_by().values("purpose").annotate(**sums)
    return {row.pop("purpose"): Money(**row) for row in told}
