"""What the board tells of a quarter, half a year, a year, a term: counts, and its own words."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from democracy import board_rules as rules
from democracy.models.board.base import OfBoard, OfBoards
from democracy.models.board.inspection import BoardInspection
from democracy.models.board.recommendation import BoardRecommendation
from democracy.models.board.request import BoardRequest
from portal import registers
from portal.people import Body
from portal.workflow import Refused, Step, Workflow, enter, take

BOOK = "BCTT"


class Stage(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Đã gửi"


FIGURES = (
    ("inspections", "Cuộc kiểm tra, giám sát đã có kết quả"),
    ("recommendations", "Kiến nghị đã gửi người đứng đầu"),
    ("answered", "Kiến nghị được trả lời"),
    ("late", "Kiến nghị trả lời quá hạn hoặc quá hạn chưa trả lời"),
    ("settled", "Kiến nghị đã giải quyết xong"),
    ("requests", "Đề nghị của công chức, viên chức, người lao động"),
)


class BoardReport(OfBoard):
    """Báo cáo của Ban Thanh tra nhân dân."""

    stream_kind = "bao-cao-ban"
    kept_back = (Stage.DRAFT,)

    class Kind(models.TextChoices):
        QUARTER = "quy", "Quý"
        HALF = "6-thang", "6 tháng"
        YEAR = "nam", "Năm"
        TERM = "nhiem-ky", "Nhiệm kỳ"
        ASKED = "yeu-cau", "Theo yêu cầu"

    stage = models.CharField("giai đoạn", max_length=6, choices=Stage, default=Stage.DRAFT)
    kind = models.CharField("loại báo cáo", max_length=10, choices=Kind)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    label = models.CharField("kỳ báo cáo", max_length=60)
    results = models.TextField("kết quả hoạt động", blank=True)
    limits = models.TextField("hạn chế, nguyên nhân", blank=True)
    proposals = models.TextField("nhiệm vụ kỳ sau, đề xuất", blank=True)
    figures = models.JSONField("số liệu khi gửi", default=dict, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    sent_to = models.CharField("nơi nhận", max_length=200, blank=True)
    unsent_because = models.CharField(
        "lý do không gửi tổ chức đại diện", max_length=300, blank=True
    )

    objects = OfBoards.as_manager()

    workflow = Workflow(
        Step("compile_report", "lập báo cáo của Ban", (), Stage.DRAFT, rules.on_its_board),
        Step("edit", "sửa báo cáo", (Stage.DRAFT,), None, rules.on_its_board),
        Step("send_report", "gửi báo cáo", (Stage.DRAFT,), Stage.SENT, rules.on_its_board),
    )

    class Meta:
        ordering = ["-to_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "kind", "from_on", "to_on"], name="board_report_once_a_period"
            ),
            models.CheckConstraint(
                name="board_report_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="board_report_sent_on_a_day",
                condition=Q(stage="sent", sent_on__isnull=False) | Q(stage="draft", sent_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo {self.label[:1].lower()}{self.label[1:]}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/bao-cao/{self.code}/"

    title = property(lambda self: str(self))
    kind_words = property(lambda self: "Báo cáo của Ban")

    def figures_now(self) -> dict[str, int]:
        """What is counted of the board in the report's days; frozen once it is sent."""
        return dict(self.figures) if self.stage == Stage.SENT else self.counted_afresh()

    def counted_afresh(self) -> dict[str, int]:
        days = (self.from_on, self.to_on)
        body = {"term__body": self.term.body_id}
        asked = BoardRecommendation.objects.filter(**body, received_on__range=days)
        late = Q(answered_on__gt=F("due_on")) | Q(answered_on=None, due_on__lt=self.to_on)
        return {
            "inspections": BoardInspection.objects.filter(**body, results_on__range=days).count(),
            "recommendations": asked.count(),
            "answered": asked.filter(answered_on__isnull=False).count(),
            "late": asked.filter(late).count(),
            "settled": asked.filter(stage="settled").count(),
            "requests": BoardRequest.objects.filter(**body, received_on__range=days).count(),
        }

    @property
    def told(self) -> list[tuple[str, int]]:
        figures = self.figures_now()
        return [(words, figures.get(name, 0)) for name, words in FIGURES]

    # verbs

    @classmethod
    @transaction.atomic
    def compile_report(cls, *, by: Any, on: date, term: Any, **facts: Any) -> Self:
        """Lập báo cáo của Ban: nothing of an earlier text comes back by itself."""
        one: Any = cls(term=term, officer=by, **facts)
        same = {name: facts[name] for name in ("kind", "from_on", "to_on")}
        if cls.objects.filter(term=term, **same).exists():
            raise Refused("Kỳ này Ban đã có báo cáo.", field="kind")
        with enter(one, "compile_report", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["period"] = one.label
        return one

    def edit(self, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa báo cáo."""
        with take(self, "edit", by=by, on=on):
            self.put(facts)

    def send_report(self, *, by: Any, on: date, unsent_because: str = "") -> None:
        """Gửi báo cáo: to the staff's representative, while there is one."""
        with take(self, "send_report", by=by, on=on) as taking:
            bodies = Body.objects.open(as_of=on).filter(kind=Body.Kind.STAFF_REPRESENTATIVE)
            receiver = bodies.first()
            if receiver is None and not unsent_because:
                raise Refused(
                    "Không còn tổ chức đại diện để nhận: ghi lý do và nơi nhận thay.",
                    field="unsent_because",
                )
            self.sent_on, self.sent_to = on, str(receiver or "")
            self.unsent_because = "" if receiver else unsent_because
            self.figures = self.counted_afresh()
            taking.facts["figures"] = self.figures
