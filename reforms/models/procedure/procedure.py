"""A procedure: its code, its field, who answers for it, how far it can be done online."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from portal.people import Unit, User
from portal.text import fold, whole_word
from portal.workflow import Step, Subject, Workflow
from reforms import procedure_rules as rules
from reforms.dossiers.supplements import AfterSupplement

from .area import ProcedureArea
from .keeping import Keeping
from .vocabulary import Interlinked, Kind, Level, Online, Stage

IN_FORCE = ("in_force",)


class Procedures(models.QuerySet["Procedure"]):
    def visible_to(self, user: User, *, on: date) -> Procedures:
        """The whole staff knows the catalogue."""
        return self if rules.may_read(user, on=on) else self.none()

    def public(self, *, as_of: date) -> Procedures:
        return self.in_force(as_of=as_of).filter(rules.SEEN_BY_ALL)

    def in_force(self, *, as_of: date) -> Procedures:
        """One that ends on a later day still holds."""
        return self.filter(Q(stage=Stage.IN_FORCE) | Q(closed_on__gt=as_of))

    def held_on(self, day: date) -> Procedures:
        """Those in force on a day of the past too: begun by then, not ended."""
        begun = Q(versions=None) | Q(versions__opened_on=None) | Q(versions__opened_on__lte=day)
        return self.filter(begun, Q(closed_on=None) | Q(closed_on__gt=day)).distinct()

    def full_online_by(self, day: date) -> Procedures:
        """From the day on that was told; where nobody told one, always."""
        return self.full_online().filter(Q(full_online_on=None) | Q(full_online_on__lte=day))

    def eligible(self) -> Procedures:
        """Those that could be done online from end to end."""
        return self.filter(eligible_full_online=True)

    def eligible_by(self, day: date) -> Procedures:
        return self.eligible().filter(Q(eligible_on=None) | Q(eligible_on__lte=day))

    def full_online(self) -> Procedures:
        return self.filter(online_level=Online.FULL)

    def eligible_not_yet(self) -> Procedures:
        return self.eligible().exclude(online_level=Online.FULL)

    def matching(self, words: str) -> Procedures:
        """Every word stands in the code, the name or the field; blind to accents."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__regex=whole_word(word))
        return found


class Procedure(Keeping, Subject):
    """Thủ tục hành chính."""

    stream_kind = "thu-tuc"
    given_code = models.CharField("mã như văn bản in", max_length=40, blank=True)
    name = models.CharField("tên thủ tục", max_length=1_000)
    area = models.ForeignKey(
        ProcedureArea, models.PROTECT, related_name="procedures", verbose_name="lĩnh vực"
    )
    level = models.CharField("cấp thực hiện", max_length=12, choices=Level, blank=True)
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.STANDARD)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="procedures",
        verbose_name="đơn vị phụ trách",
    )  # fmt: skip
    authority = models.CharField("cơ quan thực hiện", max_length=500, blank=True)
    published_by = models.CharField("cơ quan công bố", max_length=200, blank=True)
    state_words = models.CharField("tình trạng như danh mục ghi", max_length=60, blank=True)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.IN_FORCE)
    closed_on = models.DateField("thôi áp dụng từ ngày", null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces",
        verbose_name="được thay thế bằng",
    )  # fmt: skip
    eligible_full_online = models.BooleanField("đủ điều kiện toàn trình", null=True)
    eligible_on = models.DateField("đủ điều kiện từ ngày", null=True, blank=True)
    not_eligible_because = models.CharField("lý do chưa đủ điều kiện", max_length=500, blank=True)
    online_level = models.CharField("mức độ trực tuyến", max_length=12, choices=Online, blank=True)
    full_online_on = models.DateField("toàn trình từ ngày", null=True, blank=True)
    post_receive = models.BooleanField("nhận qua bưu chính công ích", null=True)
    post_return = models.BooleanField("trả qua bưu chính công ích", null=True)
    payment_online = models.BooleanField("thanh toán trực tuyến", null=True)
    interlinked = models.CharField("liên thông", max_length=10, choices=Interlinked, blank=True)
    non_territorial = models.BooleanField("không phụ thuộc địa giới", null=True)
    at_one_stop = models.BooleanField("tiếp nhận tại Trung tâm Phục vụ hành chính công", null=True)
    after_supplement = models.CharField(
        "thời hạn khi hồ sơ phải bổ sung", max_length=10, choices=AfterSupplement, blank=True
    )
    search_text = models.TextField(editable=False, default="")

    objects = Procedures.as_manager()

    workflow = Workflow(
        Step("enter_catalogue", "đưa vào danh mục", (), Stage.IN_FORCE, rules.keeps_procedures),
        Step("describe", "ghi nội dung thủ tục", IN_FORCE, None, rules.keeps),
        Step("set_limits", "ghi thời hạn, phí", IN_FORCE, None, rules.keeps),
        Step("set_papers", "ghi thành phần hồ sơ", IN_FORCE, None, rules.keeps),
        Step("set_process", "ghi quy trình nội bộ", IN_FORCE, None, rules.keeps),
        Step("set_online", "ghi mức độ trực tuyến", IN_FORCE, None, rules.keeps_procedures),
        Step("add_form", "thêm mẫu đơn, tờ khai", IN_FORCE, None, rules.keeps),
        Step("drop_form", "bỏ mẫu đơn, tờ khai", IN_FORCE, None, rules.keeps),
        Step("answer_check", "trả lời đối chiếu", IN_FORCE, None, rules.keeps),
        Step("assign", "giao đơn vị phụ trách", IN_FORCE, None, rules.keeps_procedures),
    )

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="procedure_closed_on_a_day",
                condition=Q(stage="in_force", closed_on=None)
                | Q(stage="closed", closed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="procedure_not_eligible_with_a_reason",
                condition=Q(eligible_full_online=None)
                | Q(eligible_full_online=True, not_eligible_because="")
                | (Q(eligible_full_online=False) & ~Q(not_eligible_because="")),
                violation_error_message="Chưa đủ điều kiện thì ghi lý do.",
            ),
            models.CheckConstraint(
                name="procedure_eligible_since_a_day",
                condition=Q(eligible_on=None) | Q(eligible_full_online=True),
            ),
            models.CheckConstraint(
                name="procedure_full_online_since_a_day",
                condition=Q(full_online_on=None) | Q(online_level="toan-trinh"),
            ),
            models.CheckConstraint(
                name="procedure_not_replaced_by_itself",
                condition=Q(replaced_by=None) | ~Q(replaced_by=F("pk")),
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "area", "code"], name="procedure_by_area"),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="procedure_search"),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/thu-tuc/{self.code}/"

    field = property(lambda self: self.area.field)
    field_id = property(lambda self: self.area.field_id)
    kind_words = property(lambda self: "Thủ tục hành chính")
    due_on = None

    # questions

    @property
    def public_url(self) -> str:
        return f"/thu-tuc/{self.code}/"

    def is_public(self, *, as_of: date) -> bool:
        holds = self.closed_on is None or as_of < self.closed_on
        return holds and self.kind != Kind.INTERNAL

    def version_on(self, day: date) -> Any:
        """The contents that hold on that day; the newest where none does."""
        return self.versions.open(as_of=day).last() or self.versions.last()

    def words_to_search(self) -> str:
        return fold(f"{self.code} {self.given_code} {self.name} {self.area.name}")
