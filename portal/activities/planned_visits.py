"""The yearly programme of inspections: which unit, what, who, when; one visit for both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from portal.activities import rules
from portal.activities.entries import DONE, KEPT, STRUCK, Entries, Entry, entry_steps, stage_field
from portal.people import Unit
from portal.text import day
from portal.workflow import Refused, Step, take

BY = "portal"


class Stage(models.TextChoices):
    KEPT = KEPT, "Chờ kiểm tra"
    DONE = DONE, "Đã kiểm tra"
    STRUCK = STRUCK, "Đã gạch"


class Way(models.TextChoices):
    PLANNED = "dinh-ky", "Theo chương trình"
    SURPRISE = "dot-xuat", "Đột xuất"


class Topic(models.TextChoices):
    DEMOCRACY = "dan-chu", "Thực hiện dân chủ ở cơ sở"
    REFORM = "cai-cach", "Cải cách hành chính"
    DISCIPLINE = "ky-cuong", "Kỷ luật, kỷ cương hành chính"
    RECEPTION = "tiep-dan", "Tiếp công dân, giải quyết khiếu nại, tố cáo"
    MASS = "dan-van", "Công tác dân vận"
    OTHER = "khac", "Nội dung khác"


OF_REFORM = (Topic.REFORM, Topic.DISCIPLINE)
"""What counts as an inspection of reform: the programme itself, duty and discipline."""


class PlannedVisits(Entries):
    def clashing(self) -> Self:
        """Those with another visit to the same unit in the same window, not combined with it."""
        root = Coalesce("combined_with_id", "pk")
        others = PlannedVisit.objects.kept().annotate(root=root).filter(
            visited=OuterRef("visited"), from_on__lte=OuterRef("to_on"),
            to_on__gte=OuterRef("from_on"),
        )  # fmt: skip
        rows = self.kept().annotate(root=root)
        return rows.filter(Exists(others.exclude(root=OuterRef("root"))))

    def overdue(self, *, as_of: date) -> Self:
        return self.filter(stage=KEPT, to_on__lt=as_of)


class PlannedVisit(Entry):
    """Cuộc kiểm tra trong chương trình."""

    stream_kind = "chuong-trinh-kiem-tra"
    book, path = "CTKT", "kiem-tra"
    told = ("visited", "topic", "way", "from_on", "to_on", "team", "basis", "held_on", "outcome")

    visited = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name="đơn vị được kiểm tra"
    )
    topic = models.CharField("chuyên đề", max_length=10, choices=Topic, default=Topic.OTHER)
    way = models.CharField("loại", max_length=8, choices=Way, default=Way.PLANNED)
    to_on = models.DateField("đến hết ngày")
    team = models.CharField("đoàn kiểm tra", max_length=300)
    basis = models.CharField("theo chương trình, kế hoạch số", max_length=120, blank=True)
    combined_with = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="combined",
        verbose_name="kết hợp với",
    )  # fmt: skip
    stage = stage_field(Stage)
    held_on = models.DateField("ngày kiểm tra", null=True, blank=True)
    outcome = models.TextField("kết quả kiểm tra", blank=True)

    objects: ClassVar[Any] = PlannedVisits.as_manager()
    workflow = entry_steps(
        Step("carry_out", "ghi đã kiểm tra", (KEPT,), DONE, rules.keeps_entry, ends=True)
    )

    class Meta(Entry.Meta):
        verbose_name = "chương trình kiểm tra"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="planned_visit_window_begins_before_it_ends",
                condition=Q(to_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="planned_visit_done_on_a_day",
                condition=Q(stage=DONE, held_on__isnull=False) | ~Q(stage=DONE) & Q(held_on=None),
            ),
            models.CheckConstraint(
                name="planned_visit_not_combined_with_itself", condition=~Q(combined_with=F("id"))
            ),
        ]

    due_on = property(lambda self: self.to_on if self.stage == KEPT else None)

    @property
    def window(self) -> str:
        return f"{day(self.from_on)} – {day(self.to_on)}"

    @property
    def root_id(self) -> int:
        """Visits with the same root are made together."""
        return self.combined_with_id or self.pk

    def meets(self, other: PlannedVisit) -> bool:
        """Another visit to the same unit in the same window, and nobody combined the two."""
        same = self.visited_id == other.visited_id and self.pk != other.pk
        window = self.from_on <= other.to_on and other.from_on <= self.to_on
        return same and window and self.root_id != other.root_id

    def together(self) -> Any:
        """Those made with this one."""
        root = self.root_id
        return PlannedVisit.objects.filter(Q(pk=root) | Q(combined_with=root)).exclude(pk=self.pk)

    @transaction.atomic
    def carry_out(self, *, by: Any, on: date, held_on: date, outcome: str) -> None:
        """Ghi đã kiểm tra; the visits combined with it are made with it."""
        self.make(by=by, on=on, held_on=held_on, outcome=outcome)
        for row in self.together().filter(stage=KEPT):
            row.make(by=BY, on=on, held_on=held_on, outcome=f"Kết hợp với {self.code}. {outcome}")

    def make(self, *, by: Any, on: date, held_on: date, outcome: str) -> None:
        with take(self, "carry_out", by=by, on=on) as taking:
            if held_on > on:
                raise Refused(f"Ngày kiểm tra không sau hôm nay, {day(on)}.", field="held_on")
            self.held_on, self.outcome = held_on, outcome
            taking.facts["held"] = held_on.isoformat()
            taking.values["outcome"] = outcome


def clashes_of(rows: Iterable[PlannedVisit]) -> dict[int, list[PlannedVisit]]:
    """Of each of these visits the others that meet it; one statement."""
    rows = [row for row in rows if row.stage != STRUCK]
    if not rows:
        return {}
    others: Any = PlannedVisit.objects.kept().filter(
        visited__in={row.visited_id for row in rows},
        from_on__lte=max(row.to_on for row in rows),
        to_on__gte=min(row.from_on for row in rows),
    )
    found: dict[int, list[PlannedVisit]] = defaultdict(list)
    for other in others:
        for row in rows:
            if row.meets(other):
                found[row.pk].append(other)
    return found
