"""Kế hoạch rà soát năm: which procedures, by whom, by when, with which product."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from portal import registers
from portal.people import Unit, User
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from reforms import procedure_rules as rules
from reforms.models.procedure import Procedure
from reforms.statutes import review_plan_due

BOOK = "RSTT"
DRAFT, APPROVED, SENT = ("draft",), ("approved",), ("sent",)


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    APPROVED = "approved", "Đã phê duyệt"
    SENT = "sent", "Đã gửi"


class ReviewPlans(models.QuerySet["ReviewPlan"]):
    def visible_to(self, user: User, *, on: date) -> ReviewPlans:
        """The whole staff: procedures of every unit are reviewed."""
        return self if rules.may_read(user, on=on) else self.none()


class ReviewPlan(Subject):
    """Kế hoạch rà soát thủ tục hành chính của một năm."""

    stream_kind = "ra-soat-tthc"
    year = models.PositiveSmallIntegerField("năm", unique=True)
    purpose = models.TextField("mục đích, yêu cầu", blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị tổng hợp")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.DRAFT)
    approved_on = models.DateField("phê duyệt ngày", null=True, blank=True)
    sent_on = models.DateField("gửi ngày", null=True, blank=True)

    objects = ReviewPlans.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập kế hoạch rà soát", (), Stage.DRAFT, rules.keeps_procedures),
        Step("add_item", "thêm thủ tục rà soát", DRAFT, None, rules.keeps_procedures),
        Step("drop_item", "bỏ thủ tục rà soát", DRAFT, None, rules.keeps_procedures),
        Step("approve", "phê duyệt kế hoạch rà soát", DRAFT, Stage.APPROVED, rules.approves,
             prepared_by=rules.keeps_procedures, needs=(lambda plan: plan.lacks_items(),)),
        Step("send", "gửi kế hoạch rà soát", APPROVED, Stage.SENT, rules.keeps_procedures),
        Step("note_result", "ghi kết quả rà soát", (*APPROVED, *SENT), None,
             rules.reviews),
    )  # fmt: skip

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                name="review_plan_approved_on_a_day",
                condition=Q(stage="draft", approved_on=None, sent_on=None)
                | Q(stage="approved", approved_on__isnull=False, sent_on=None)
                | Q(stage="sent", approved_on__isnull=False, sent_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} – Kế hoạch rà soát năm {self.year}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/ra-soat/{self.code}/"

    field = field_id = None
    kind_words = property(lambda self: "Kế hoạch rà soát")

    @property
    def due_on(self) -> date:
        return review_plan_due(self.year)

    def lacks_items(self) -> str:
        return "" if self.items.exists() else "chưa có thủ tục nào."

    # verbs

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Lập kế hoạch rà soát."""
        if known := cls.objects.filter(year=facts["year"]).first():
            raise Refused(f"Năm {known.year} đã có kế hoạch {known.code}.", field="year")
        one: Any = cls(officer=by, **facts)
        with enter(one, "draw_up", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["year"] = one.year
        return one

    def add_item(self, *, by: Any, on: date, procedure: Procedure, **facts: Any) -> None:
        """Thêm thủ tục rà soát."""
        with take(self, "add_item", by=by, on=on) as taking:
            if self.items.filter(procedure=procedure).exists():
                raise Refused("Thủ tục này đã có trong kế hoạch.", field="procedure")
            self.items.create(procedure=procedure, **facts)
            taking.values["procedure"] = str(procedure)

    def drop_item(self, *, by: Any, on: date, item: ReviewItem) -> None:
        """Bỏ thủ tục rà soát."""
        with take(self, "drop_item", by=by, on=on) as taking:
            taking.values["procedure"] = str(item)
            item.delete()

    def approve(self, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Phê duyệt kế hoạch rà soát."""
        with take(self, "approve", by=by, on=on, prepared_by=prepared_by) as taking:
            self.approved_on = on
            taking.values["note"] = note

    def send(self, *, by: Any, on: date, sent_on: date) -> None:
        """Gửi kế hoạch rà soát, by 31/01."""
        with take(self, "send", by=by, on=on) as taking:
            if self.approved_on and not self.approved_on <= sent_on <= on:
                raise Refused("Ngày gửi từ ngày phê duyệt đến hôm nay.", field="sent_on")
            self.sent_on = sent_on
            taking.facts["sent_on"] = sent_on

    def note_result(
        self, *, by: Any, on: date, item: ReviewItem, done_on: date, result: str
    ) -> None:
        """Ghi kết quả rà soát."""
        with take(self, "note_result", by=by, on=on) as taking:
            if done_on > on:
                raise Refused("Ngày rà soát xong không sau hôm nay.", field="done_on")
            if not rules.reviews_item(by, item, on=on):
                raise Refused(rules.reviews_item.why_not, field="item")
            item.done_on, item.result = done_on, result
            item.save(update_fields=["done_on", "result"])
            taking.values["procedure"] = str(item)


class ReviewItem(models.Model):
    """Một thủ tục trong kế hoạch rà soát."""

    plan = models.ForeignKey(ReviewPlan, models.PROTECT, related_name="items")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="reviews")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị rà soát")
    due_on = models.DateField("hoàn thành trước")
    basis = models.CharField("căn cứ, lý do rà soát", max_length=500)
    product = models.CharField("sản phẩm", max_length=300)
    done_on = models.DateField("rà soát xong ngày", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "procedure"], name="procedure_once_in_a_review_plan"
            ),
            models.CheckConstraint(
                name="review_done_with_a_result",
                condition=Q(done_on=None, result="") | (Q(done_on__isnull=False) & ~Q(result="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.procedure)
