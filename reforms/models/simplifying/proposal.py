"""One proposal: what becomes simpler, what it costs before and after, how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from portal.people import Unit, User
from portal.text import number
from portal.workflow import Step, Subject, Workflow
from reforms import procedure_rules as rules
from reforms.compliance_cost import Burden, contradictions, saved_percent
from reforms.models.change import ProcedureChange
from reforms.models.procedure import Procedure

from .deciding import Deciding
from .plan import ReviewItem

PROPOSED, ADOPTED, SENT = ("proposed",), ("adopted",), ("sent",)
DECIDED, CARRIED = ("decided",), ("carried_out",)


class Stage(models.TextChoices):
    PROPOSED = "proposed", "Đề xuất"
    ADOPTED = "adopted", "Sở đã thông qua"
    SENT = "sent", "Đã gửi Văn phòng UBND tỉnh"
    DECIDED = "decided", "Đã có quyết định thông qua"
    CARRIED_OUT = "carried_out", "Đã thực thi"
    UPDATED = "updated", "Đã cập nhật thủ tục"
    DROPPED = "dropped", "Không thực hiện"


class Sort(models.TextChoices):
    ABOLISH = "bai-bo", "Bãi bỏ thủ tục"
    TIME = "thoi-han", "Cắt giảm thời hạn"
    PAPERS = "giay-to", "Cắt giảm thành phần hồ sơ"
    FEE = "phi", "Giảm phí, lệ phí"
    MERGE = "gop", "Gộp thủ tục"
    DELEGATE = "phan-cap", "Ủy quyền, phân cấp"
    INTERLINK = "lien-thong", "Liên thông"


class Simplifications(models.QuerySet["Simplification"]):
    def visible_to(self, user: User, *, on: date) -> Simplifications:
        return self if rules.may_read(user, on=on) else self.none()

    def carried_out(self) -> Simplifications:
        return self.filter(carried_out_on__isnull=False)


class Simplification(Deciding, Subject):
    """Phương án đơn giản hóa một thủ tục."""

    stream_kind = "don-gian-hoa"
    procedure = models.ForeignKey(
        Procedure, models.PROTECT, related_name="simplifications", verbose_name="thủ tục"
    )
    item = models.ForeignKey(
        ReviewItem, models.PROTECT, null=True, blank=True, related_name="simplifications",
        verbose_name="dòng của kế hoạch rà soát",
    )  # fmt: skip
    sort = models.CharField("loại phương án", max_length=12, choices=Sort)
    content = models.TextField("nội dung đơn giản hóa")
    reason = models.TextField("lý do")
    recommendation = models.TextField("kiến nghị thực thi", blank=True)
    days_before = models.DecimalField("thời hạn hiện nay", max_digits=6, decimal_places=2)
    days_after = models.DecimalField("thời hạn sau đơn giản hóa", max_digits=6, decimal_places=2)
    papers_before = models.PositiveSmallIntegerField("số giấy tờ hiện nay", null=True, blank=True)
    papers_after = models.PositiveSmallIntegerField("số giấy tờ sau", null=True, blank=True)
    fee_before = models.PositiveIntegerField("phí hiện nay", default=0)
    fee_after = models.PositiveIntegerField("phí sau đơn giản hóa", default=0)
    dossiers = models.PositiveIntegerField("số lượt thực hiện một năm")
    hourly = models.PositiveIntegerField("thu nhập bình quân một giờ")
    told_percent = models.DecimalField(
        "tỷ lệ tiết kiệm như văn bản ghi", max_digits=5, decimal_places=2, null=True, blank=True
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị đề xuất")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    stage = models.CharField("giai đoạn", max_length=12, choices=Stage, default=Stage.PROPOSED)
    proposed_on = models.DateField("đề xuất ngày")
    adopted_on = models.DateField("Sở thông qua ngày", null=True, blank=True)
    sent_on = models.DateField("gửi ngày", null=True, blank=True)
    decision = models.CharField("quyết định thông qua", max_length=200, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    carried_out_on = models.DateField("thực thi từ ngày", null=True, blank=True)
    change = models.ForeignKey(
        ProcedureChange, models.PROTECT, null=True, blank=True, related_name="simplifications",
        verbose_name="biến động cập nhật thủ tục",
    )  # fmt: skip
    dropped_because = models.CharField("lý do không thực hiện", max_length=500, blank=True)

    objects = Simplifications.as_manager()

    workflow = Workflow(
        Step("propose", "đề xuất phương án", (), Stage.PROPOSED, rules.opens_changes),
        Step("edit", "sửa phương án", PROPOSED, None, rules.keeps),
        Step("adopt", "thông qua phương án", PROPOSED, Stage.ADOPTED, rules.approves,
             prepared_by=rules.keeps),
        Step("send", "gửi phương án", ADOPTED, Stage.SENT, rules.keeps_procedures),
        Step("note_decision", "ghi quyết định thông qua", SENT, Stage.DECIDED,
             rules.keeps_procedures),
        Step("carry_out", "ghi ngày thực thi", DECIDED, Stage.CARRIED_OUT, rules.keeps),
        Step("update_catalogue", "ghi biến động cập nhật", CARRIED, Stage.UPDATED, rules.keeps),
        Step("abandon", "dừng phương án", (*PROPOSED, *ADOPTED, *SENT, *DECIDED), Stage.DROPPED,
             rules.keeps_procedures, ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="simplification_makes_nothing_longer",
                condition=Q(days_after__lte=F("days_before")) & Q(fee_after__lte=F("fee_before")),
                violation_error_message="Phương án không được dài hơn, đắt hơn hiện nay.",
            ),
            models.CheckConstraint(
                name="simplification_decided_with_a_decision",
                condition=Q(decided_on=None, decision="")
                | (Q(decided_on__isnull=False) & ~Q(decision="")),
            ),
            models.CheckConstraint(
                name="simplification_dropped_with_a_reason",
                condition=(Q(stage="dropped") & ~Q(dropped_because=""))
                | (~Q(stage="dropped") & Q(dropped_because="")),
            ),
            models.CheckConstraint(
                name="simplification_updated_by_a_change",
                condition=Q(change=None) | Q(stage="updated"),
            ),
        ]
        indexes = [models.Index(fields=["stage", "procedure"], name="simplification_by_stage")]

    def __str__(self) -> str:
        return f"{self.code} – {self.procedure.name}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/don-gian-hoa/{self.code}/"

    field = property(lambda self: self.procedure.area.field)
    field_id = property(lambda self: self.procedure.area.field_id)
    kind_words = property(lambda self: "Phương án đơn giản hóa")
    due_on = None

    # questions

    @property
    def cost_before(self) -> int:
        return Burden(self.days_before, self.dossiers, self.hourly, self.fee_before).cost

    @property
    def cost_after(self) -> int:
        """What is abolished costs nothing any more."""
        if self.sort == Sort.ABOLISH:
            return 0
        return Burden(self.days_after, self.dossiers, self.hourly, self.fee_after).cost

    @property
    def saved(self) -> int:
        return self.cost_before - self.cost_after

    @property
    def percent(self) -> Decimal | None:
        return saved_percent(self.cost_before, self.cost_after)

    @property
    def days_cut(self) -> Decimal:
        return self.days_before - self.days_after

    def contradictions(self) -> Iterator[str]:
        """Where its paper says something else than its numbers."""
        yield from contradictions(self.content, self.days_before, self.days_after)
        if self.told_percent is not None and self.told_percent != self.percent:
            told = number(self.told_percent.normalize())
            percent = "—" if self.percent is None else number(self.percent.normalize())
            yield f"Văn bản ghi tiết kiệm {told}%, tính theo công thức là {percent}%."
