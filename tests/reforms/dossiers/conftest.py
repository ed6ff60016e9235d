"""Rows of II.06a whose parts add up."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from reforms.models import Breach, DossierCount, LateDossier

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


def at(day: int, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime(2026, 11, day, hour))


def late_dossier(by, unit, *, number: str = "000.01.H45-261105-0001", due: int = 20, on=None,
                 **facts):  # fmt: skip
    return LateDossier.note(
        by=by, on=on or date(2026, 11, 18), number=number, title="Trợ cấp thờ cúng liệt sĩ",
        unit=unit, received_at=at(2), due_at=at(due, 16), **facts,
    )  # fmt: skip


def breach(by, unit, **facts):
    told = {"kind": "thai-do", "source": "phan-anh", "content": "Nói gắt", "person": "Ngô Văn X"}
    days = {"found_on": date(2026, 11, 10), "due_on": date(2026, 11, 30)}
    return Breach.note(by=by, on=date(2026, 11, 18), unit=unit, **told | days | facts)
