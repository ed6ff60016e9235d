"""The board's programme for a quarter, half a year or a year, in six parts."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from democracy import board_rules as rules
from democracy.models.board.base import OfBoard, OfBoards
from portal import registers
from portal.deadlines import Standing, standing
from portal.periods import Regular, period_of
from portal.workflow import Refused, Step, Workflow, enter, take

BOOK = "CTTT"
PARTS = (
    ("purpose", "Mục đích"),
    ("demands", "Yêu cầu"),
    ("contents", "Nội dung"),
    ("times", "Thời gian"),
    ("funding", "Kinh phí"),
    ("carrying_out", "Tổ chức thực hiện"),
)
"""Điều 22 khoản 1 Nghị định 59/2023/NĐ-CP asks for all six."""


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"


class BoardProgramme(OfBoard):
    """Chương trình công tác của Ban Thanh tra nhân dân."""

    stream_kind = "chuong-trinh-ban"
    kept_back = (Stage.DRAFT,)

    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.DRAFT)
    period_code = models.CharField("kỳ", max_length=8)
    purpose = models.TextField("mục đích")
    demands = models.TextField("yêu cầu")
    contents = models.TextField("nội dung")
    times = models.TextField("thời gian")
    funding = models.TextField("kinh phí")
    carrying_out = models.TextField("tổ chức thực hiện")
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    adjusted_because = models.CharField("lý do điều chỉnh", max_length=300, blank=True)

    objects = OfBoards.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập chương trình của Ban", (), Stage.DRAFT, rules.on_its_board),
        Step("edit", "sửa chương trình", (Stage.DRAFT,), None, rules.on_its_board),
        Step(
            "issue",
            "ban hành chương trình",
            (Stage.DRAFT,),
            Stage.ISSUED,
            rules.on_its_board,
            needs=(lambda programme: programme.lacks_part(),),
        ),
        Step("adjust", "điều chỉnh chương trình", (Stage.ISSUED,), None, rules.on_its_board),
    )

    class Meta:
        ordering = ["-period_code", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "period_code"], name="board_programme_once_a_period"
            ),
            models.CheckConstraint(
                name="board_programme_issued_with_six_parts",
                condition=Q(stage="draft", issued_on=None)
                | Q(stage="issued", issued_on__isnull=False)
                & ~Q(purpose="")
                & ~Q(demands="")
                & ~Q(contents="")
                & ~Q(times="")
                & ~Q(funding="")
                & ~Q(carrying_out=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Chương trình công tác {self.period.label[:1].lower()}{self.period.label[1:]}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/chuong-trinh/{self.code}/"

    title = property(lambda self: str(self))
    kind_words = property(lambda self: "Chương trình của Ban")

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    @property
    def period(self) -> Regular:
        return period_of(self.period_code)

    @property
    def parts(self) -> list[tuple[str, str]]:
        return [(words, getattr(self, name)) for name, words in PARTS]

    def lacks_part(self) -> str:
        open_parts = [words.lower() for words, text in self.parts if not text.strip()]
        return f"chương trình chưa có phần {', '.join(open_parts)}." if open_parts else ""

    # verbs

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, term: Any, period_code: str, **parts: str) -> Self:
        """Lập chương trình của Ban."""
        one: Any = cls(term=term, officer=by, period_code=period_code, **parts)
        if cls.objects.filter(term=term, period_code=period_code).exists():
            raise Refused("Kỳ này Ban đã có chương trình.", field="period_code")
        with enter(one, "draw_up", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["period"] = period_code
        return one

    def edit(self, *, by: Any, on: date, **parts: str) -> None:
        """Sửa chương trình."""
        with take(self, "edit", by=by, on=on):
            self.put(parts)

    def issue(self, *, by: Any, on: date) -> None:
        """Ban hành chương trình: known to the staff from today."""
        with take(self, "issue", by=by, on=on):
            self.issued_on = on

    def adjust(self, *, by: Any, on: date, reason: str, **parts: str) -> None:
        """Điều chỉnh chương trình: what stood there before stays in the history."""
        with take(self, "adjust", by=by, on=on) as taking:
            taking.values["reason"] = reason
            for name, words in PARTS:
                if name in parts and parts[name] != getattr(self, name):
                    taking.values[f"{words} trước đây"] = getattr(self, name)
            self.put(parts)
            self.adjusted_because = reason
            if sentence := self.lacks_part():
                raise Refused(f"Chưa điều chỉnh được: {sentence}")
