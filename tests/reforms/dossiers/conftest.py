"""Rows of II.06a whose parts add up."""

from datetime import date

import pytest

from reforms.models import DossierCount

SEPTEMBER = {"period_from": date(2026, 9, 1), "period_to": date(2026, 9, 30)}
OCTOBER = {"period_from": date(2026, 10, 1), "period_to": date(2026, 10, 31)}
# 3 = 30+15+5 = 50, 7 = 20+18+2 = 40, 11 = 9+1 = 10
PARTS = {
    "online": 30, "in_person": 15, "carried_over": 5,
    "done_early": 20, "done_on_time": 18, "done_late": 2,
    "open_in_time": 9, "open_late": 1,
}  # fmt: skip


@pytest.fixture
def count_of(fields, units):
    def made(*, field: str = "nguoi-co-cong", unit: str | None = "nguoi-co-cong", **facts):
        facts = {"field": fields[field], "unit": units[unit] if unit else None} | facts
        return DossierCount.objects.create(**PARTS | OCTOBER | facts)

    return made
