"""Báo cáo nhanh as it stood on the day somebody froze it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import models, transaction

from portal import history
from portal.people import User


@dataclass(frozen=True)
class Section:
    """One table of a briefing, all in words: the head names the columns of every row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, told: dict) -> Section:
        return cls(told["title"], tuple(told["head"]), tuple(map(tuple, told["rows"])))


class Briefings(models.QuerySet["Briefing"]):
    def of(self, period: str) -> Briefings:
        """The newest first."""
        return self.filter(period=period).order_by("-pk")


class Briefing(models.Model):
    """Báo cáo nhanh đã chốt."""

    period = models.CharField("kỳ", max_length=8)
    sections = models.JSONField("số liệu")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày chốt")

    objects = Briefings.as_manager()

    class Meta:
        indexes = [models.Index(fields=["period", "-id"], name="briefing_of_period")]

    def __str__(self) -> str:
        return f"{self.period}, {self.on:%d/%m/%Y}"

    @classmethod
    @transaction.atomic
    def freeze(cls, period: str, sections: Sequence[Section], *, by: User, on: date) -> Briefing:
        """Chốt: freezing again keeps both."""
        kept = cls.objects.create(
            period=period, sections=[asdict(each) for each in sections], by=by, on=on
        )
        history.record(
            f"bao-cao-nhanh/{period}", "freeze", by=by.key, on=on, label="Chốt báo cáo nhanh"
        )
        return kept

    @property
    def told(self) -> list[Section]:
        return [Section.read(each) for each in self.sections]

    def differences(self, now: Sequence[Section]) -> list[tuple[str, str, str, str]]:
        """(section, row, as frozen, as counted now) wherever the first number is another."""
        then = {(each.title, row[0]): row[1] for each in self.told for row in each.rows}
        return [
            (each.title, row[0], then.get((each.title, row[0]), "không có"), row[1])
            for each in now
            for row in each.rows
            if then.get((each.title, row[0])) != row[1]
        ]
