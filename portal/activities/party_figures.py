"""Figures of the office's Party organisation, each as of a day: never overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from portal.activities import rules
from portal.activities.entries import STRUCK, Entries, Entry, entry_steps


class PartyFiguresRows(Entries):
    def holding_on(self, as_of: date) -> Self:
        """The newest figures of that day first."""
        return self.kept().filter(from_on__lte=as_of).order_by("-from_on", "-pk")


class PartyFigures(Entry):
    """Số liệu tổ chức Đảng của cơ quan."""

    stream_kind = "so-lieu-dang-bo"
    book, path = "SLDB", "dang-bo"
    told = ("cells", "members", "probationary", "committee", "standing_committee", "source")

    cells = models.PositiveSmallIntegerField("chi bộ trực thuộc")
    members = models.PositiveIntegerField("đảng viên")
    probationary = models.PositiveIntegerField("trong đó dự bị", null=True, blank=True)
    committee = models.PositiveSmallIntegerField("ban chấp hành")
    standing_committee = models.PositiveSmallIntegerField("ban thường vụ", null=True, blank=True)
    source = models.CharField("theo văn bản, báo cáo", max_length=200, blank=True)

    objects: ClassVar[Any] = PartyFiguresRows.as_manager()
    workflow = entry_steps(notes=rules.keeps_party_figures, keeps=rules.keeps_party_figures)

    class Meta(Entry.Meta):
        verbose_name = "số liệu Đảng bộ"
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["from_on"], condition=~Q(stage=STRUCK), name="party_figures_once_a_day",
                violation_error_message="Số liệu ngày này đã có trong sổ.",
            ),
            models.CheckConstraint(
                name="party_figures_parts_fit",
                condition=(Q(probationary=None) | Q(probationary__lte=F("members")))
                & Q(committee__lte=F("members"))
                & (
                    Q(standing_committee=None) | Q(standing_committee__lte=F("committee"))
                ),
            ),
        ]  # fmt: skip
