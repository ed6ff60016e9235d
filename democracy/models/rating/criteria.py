"""Criteria sets, as they were loaded."""

from __future__ import annotations

from pathlib import Path

from django.db import models

from portal.scoring import Rates, read_set
from portal.scoring.versions import LoadedVersion


class CriteriaVersion(LoadedVersion):
    """Một bộ tiêu chí, từ một ngày."""

    issuer = models.CharField("nơi ban hành", max_length=300, blank=True)
    rates = models.CharField(
        "đối tượng",
        max_length=12,
        choices=[
            (Rates.UNIT.value, "Phòng, đơn vị"),
            (Rates.STEERING.value, "Ban Chỉ đạo"),
            (Rates.INDIVIDUAL.value, "Cá nhân"),
        ],
    )

    noun = "Bộ tiêu chí"
    read = staticmethod(read_set)
    delivered = Path(__file__).resolve().parents[2] / "criteria"
    columns = (*LoadedVersion.columns, "issuer", "rates")

    class Meta(LoadedVersion.Meta):
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="criteria_version_once")
        ]

    def get_absolute_url(self) -> str:
        return f"/dan-chu/bo-tieu-chi/{self.code}/{self.valid_from:%Y-%m-%d}/"
