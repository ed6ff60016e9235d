"""Criteria sets by which the office and its units are scored, as they were loaded."""

from __future__ import annotations

from pathlib import Path

from django.db import models

from portal.scoring import read_set
from portal.scoring.versions import LoadedVersion

BOARD = "bo-chi-so-766"
"""The set whose points are never typed: the board of /cai-cach/766/."""


class ScorecardVersion(LoadedVersion):
    """Một bộ tiêu chí chấm điểm CCHC, từ một ngày."""

    issuer = models.CharField("nơi ban hành", max_length=300, blank=True)

    noun = "Bộ tiêu chí"
    read = staticmethod(read_set)
    delivered = Path(__file__).resolve().parents[2] / "scorecards"
    columns = (*LoadedVersion.columns, "issuer")

    class Meta(LoadedVersion.Meta):
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="scorecard_version_once")
        ]

    def get_absolute_url(self) -> str:
        return f"/cai-cach/bo-tieu-chi/{self.code}/{self.valid_from:%Y-%m-%d}/"
