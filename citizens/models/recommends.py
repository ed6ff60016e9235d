"""Ghi kiến nghị xử lý: what a decision or a conclusion asks for, in figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from portal.workflow import Refused, take

from .recommendation import Recommendation

AMONG = {
    "officials_disciplined": "people_disciplined",
    "officials_to_police": "people_to_police",
}
"""Part of a whole: officials among all people."""


class Recommends:
    """Of complaints that are decided and of denunciations that are concluded."""

    def recommend(self, *, by: Any, on: date, **figures: Decimal | int) -> None:
        """The figures as they now stand; writing them again puts them right."""
        for part, whole in AMONG.items():
            if figures[part] > figures[whole]:
                raise Refused("Số này không được lớn hơn tổng số người ghi ở trên.", field=part)
        with take(self, "recommend", by=by, on=on) as taking:
            Recommendation.objects.update_or_create(**self.recommended_by(), defaults=figures)
            taking.facts["figures"] = {name: str(value) for name, value in figures.items() if value}
