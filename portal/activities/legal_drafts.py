"""Văn bản quy phạm pháp luật được giao tham mưu: registered, drafted, issued in time or late."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from portal.activities import rules
from portal.activities.entries import DONE, KEPT, STRUCK, Entries, Entry, entry_steps, stage_field
from portal.text import day
from portal.workflow import Refused, Step, take


class Stage(models.TextChoices):
    KEPT = KEPT, "Đang soạn thảo"
    DONE = DONE, "Đã ban hành"
    STRUCK = STRUCK, "Đã gạch"


class Kind(models.TextChoices):
    RESOLUTION = "nghi-quyet", "Nghị quyết của Hội đồng nhân dân tỉnh"
    DECISION = "quyet-dinh", "Quyết định của Ủy ban nhân dân tỉnh"
    OTHER = "khac", "Văn bản khác"


class LegalDrafts(Entries):
    def overdue(self, *, as_of: date) -> Self:
        return self.filter(stage=KEPT, to_on__lt=as_of)

    def issued_late(self) -> Self:
        return self.filter(stage=DONE, issued_on__gt=F("to_on"))

    def issued_in_time(self) -> Self:
        return self.filter(stage=DONE, issued_on__lte=F("to_on"))

    def unlawful(self) -> Self:
        return self.exclude(unlawful_on=None)


class LegalDraft(Entry):
    """Văn bản quy phạm pháp luật được giao tham mưu; its day is that of the registration."""

    stream_kind = "van-ban-qppl"
    book, path = "QPPL", "van-ban-qppl"
    told = ("kind", "from_on", "to_on", "submitted_on", "appraised_on", "issued_on", "reference",
            "unlawful_on", "unlawful_words")  # fmt: skip

    kind = models.CharField("loại văn bản", max_length=10, choices=Kind)
    to_on = models.DateField("hạn trình, ban hành")
    submitted_on = models.DateField("ngày gửi thẩm định", null=True, blank=True)
    appraised_on = models.DateField("ngày có kết quả thẩm định", null=True, blank=True)
    stage = stage_field(Stage)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    reference = models.CharField("số, ký hiệu", max_length=60, blank=True)
    unlawful_on = models.DateField("ngày bị kết luận trái pháp luật", null=True, blank=True)
    unlawful_words = models.TextField("nội dung trái pháp luật, cách xử lý", blank=True)

    objects: ClassVar[Any] = LegalDrafts.as_manager()
    workflow = entry_steps(
        Step("issue", "ghi đã ban hành", (KEPT,), DONE, rules.keeps_entry),
        Step("find_unlawful", "ghi kết quả hậu kiểm", (DONE,), None, rules.keeps_entry,
             needs=(lambda row: row.found_already(),)),
    )  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "văn bản quy phạm pháp luật"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="legal_draft_due_after_it_is_registered", condition=Q(to_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="legal_draft_issued_with_a_number",
                condition=Q(stage=DONE, issued_on__isnull=False) & ~Q(reference="")
                | ~Q(stage=DONE) & Q(issued_on=None, reference=""),
            ),
            models.CheckConstraint(
                name="legal_draft_unlawful_with_words",
                condition=Q(unlawful_on=None, unlawful_words="")
                | Q(unlawful_on__isnull=False, issued_on__isnull=False) & ~Q(unlawful_words=""),
            ),
        ]

    due_on = property(lambda self: self.to_on if self.stage == KEPT else None)

    @property
    def is_late(self) -> bool:
        return self.issued_on is not None and self.issued_on > self.to_on

    def found_already(self) -> str:
        return "đã ghi kết quả hậu kiểm." if self.unlawful_on else ""

    def issue(self, *, by: Any, on: date, issued_on: date, reference: str) -> None:
        """Ghi đã ban hành, with its number."""
        with take(self, "issue", by=by, on=on) as taking:
            if not self.from_on <= issued_on <= on:
                raise Refused(
                    f"Ngày ban hành từ {day(self.from_on)} đến hôm nay, {day(on)}.",
                    field="issued_on",
                )
            self.issued_on, self.reference = issued_on, reference
            taking.facts["issued"] = issued_on.isoformat()

    def find_unlawful(self, *, by: Any, on: date, unlawful_on: date, unlawful_words: str) -> None:
        """Ghi kết quả hậu kiểm: found to be against the law after it was issued."""
        with take(self, "find_unlawful", by=by, on=on) as taking:
            if self.issued_on is None or not self.issued_on <= unlawful_on <= on:
                raise Refused(
                    f"Ngày kết luận không trước ngày ban hành và không sau hôm nay, {day(on)}.",
                    field="unlawful_on",
                )
            self.unlawful_on, self.unlawful_words = unlawful_on, unlawful_words
            taking.values["unlawful"] = unlawful_words
