"""Regulations on titles and awards, as they were loaded."""

from __future__ import annotations

from pathlib import Path

from django.db import models

from democracy.award_regulation import read_regulation
from portal.scoring.versions import LoadedVersion


class AwardRegulation(LoadedVersion):
    """Quy định về danh hiệu, hình thức khen thưởng, từ một ngày."""

    noun = "Quy định"
    read = staticmethod(read_regulation)
    delivered = Path(__file__).resolve().parents[2] / "commendations"

    class Meta(LoadedVersion.Meta):
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="award_regulation_once")
        ]

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khen-thuong/quy-dinh/{self.code}/{self.valid_from:%Y-%m-%d}/"
