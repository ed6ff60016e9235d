"""How much smaller the establishment has to become, group by group: a table, one goal a row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from django.db import models

from portal.deadlines import MEMORY, READ


class Group(models.TextChoices):
    OFFICIALS = "cong-chuc", "Công chức"
    EMPLOYEES = "vien-chuc", "Viên chức"
    CONTRACTS = "hop-dong", "Hợp đồng lao động"


@dataclass(frozen=True)
class Goal:
    """Giảm ít nhất ``least`` phần trăm biên chế của nhóm so với năm gốc."""

    group: str
    base: int
    year: int
    least: Decimal
    source: str
    known_from: str = READ

    @property
    def name(self) -> str:
        """Of its figure."""
        return f"headcount_cut_{self.group.replace('-', '_')}_{self.base}"


# fmt: off

GOALS = (
    Goal("cong-chuc", 2015, 2021, Decimal(10), "Nghị quyết 39-NQ/TW; Kế hoạch thu hồi biên chế"),
    Goal("vien-chuc", 2015, 2021, Decimal(10), "Nghị quyết 39-NQ/TW; Kế hoạch thu hồi biên chế"),
    Goal("cong-chuc", 2021, 2026, Decimal(5), "Nghị quyết 76/NQ-CP", MEMORY),
    Goal("vien-chuc", 2021, 2026, Decimal(10), "Nghị quyết 76/NQ-CP", MEMORY),
)

# fmt: on

HUNDREDTH = Decimal("0.01")


def cut(base: int, now: int) -> Decimal:
    """Per cent less than in the base year, exact: 50 → 46 is 8."""
    return Decimal(100) * (base - now) / base


def written(share: Decimal) -> Decimal:
    """Two digits, cut off rather than rounded: 9,996 has not reached 10 and does not look so."""
    return share.quantize(HUNDREDTH, rounding=ROUND_DOWN)
