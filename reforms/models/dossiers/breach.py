"""A breach of the rules of the one-stop shop: what, in which unit, how it was handled."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.text import day
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from reforms import dossier_rules as rules

BOOK = "VPMC"
SOURCE = "Nghị định 63/2010/NĐ-CP; Điều 4 Nghị định 61/2018/NĐ-CP; Điều 5 Nghị định 118/2025/NĐ-CP"


class Stage(models.TextChoices):
    OPEN = "open", "Chưa xử lý xong"
    HANDLED = "handled", "Đã xử lý"
    STRUCK = "struck", "Đã gạch"


class Kind(models.TextChoices):
    REFUSED = "tu-choi", "Từ chối tiếp nhận không có văn bản"
    SUPPLEMENT = "bo-sung", "Yêu cầu bổ sung quá số lần, ngoài quy định"
    INVENTED = "tu-dat", "Tự đặt thêm giấy tờ"
    NO_RECEIPT = "khong-giay", "Không cấp giấy tiếp nhận"
    ELSEWHERE = "ngoai-mot-cua", "Nhận hồ sơ ngoài bộ phận một cửa"
    NO_APOLOGY = "khong-xin-loi", "Quá hạn không xin lỗi"
    FEE = "thu-phi", "Thu phí, lệ phí sai"
    ATTITUDE = "thai-do", "Thái độ phục vụ"
    NOT_ENTERED = "khong-cap-nhat", "Không cập nhật hệ thống"
    NOT_SHOWN = "khong-cong-khai", "Không công khai thủ tục"


class Source(models.TextChoices):
    CHECK = "kiem-tra", "Kiểm tra"
    PEOPLE = "phan-anh", "Phản ánh, kiến nghị"
    SYSTEM = "he-thong", "Hệ thống một cửa"
    UNIT = "tu-phat-hien", "Đơn vị tự phát hiện"


class Handling(models.TextChoices):
    REMINDED = "nhac-nho", "Nhắc nhở"
    REVIEWED = "kiem-diem", "Kiểm điểm, rút kinh nghiệm"
    REPRIMANDED = "khien-trach", "Khiển trách"
    WARNED = "canh-cao", "Cảnh cáo"
    MOVED = "dieu-chuyen", "Chuyển khỏi bộ phận một cửa"
    NONE = "khong-vi-pham", "Xác minh không có vi phạm"


class Breaches(models.QuerySet["Breach"]):
    def visible_to(self, user: User, *, on: date) -> Self:
        return self.filter(rules.breaches_seen_by(user, on=on))

    def kept(self) -> Self:
        """What counts: not crossed out, not found to be none."""
        return self.exclude(stage=Stage.STRUCK).exclude(handling=Handling.NONE)

    def open_at(self, day: date) -> Self:
        """Found by the end of that day and not handled then."""
        later = Q(stage=Stage.OPEN) | Q(handled_on__gt=day)
        return self.kept().filter(later, found_on__lte=day)


class Breach(Subject):
    """Vi phạm quy định một cửa."""

    stream_kind = "vi-pham-mot-cua"
    kind = models.CharField("hành vi", max_length=16, choices=Kind)
    source = models.CharField("phát hiện qua", max_length=14, choices=Source)
    found_on = models.DateField("ngày phát hiện")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    person = models.CharField("cán bộ, công chức liên quan", max_length=120, blank=True)
    dossier = models.CharField("mã hồ sơ", max_length=60, blank=True)
    content = models.TextField("nội dung")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    due_on = models.DateField("hạn xử lý")
    handling = models.CharField("hình thức xử lý", max_length=16, choices=Handling, blank=True)
    decision = models.CharField("văn bản xử lý", max_length=120, blank=True)
    handled_on = models.DateField("ngày xử lý", null=True, blank=True)
    result = models.TextField("kết quả khắc phục", blank=True)
    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.OPEN)
    struck_because = models.CharField("lý do gạch", max_length=300, blank=True)

    objects = Breaches.as_manager()

    workflow = Workflow(
        Step("note", "ghi vi phạm", (), Stage.OPEN, rules.notes_breaches),
        Step("handle", "ghi kết quả xử lý", (Stage.OPEN,), Stage.HANDLED, rules.notes_breaches,
             ends=True),
        Step("strike", "gạch khỏi sổ", (Stage.OPEN,), Stage.STRUCK, rules.notes_breaches,
             ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-found_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="breach_handled_with_form_and_day",
                condition=(Q(stage=Stage.HANDLED, handled_on__isnull=False) & ~Q(handling=""))
                | (~Q(stage=Stage.HANDLED) & Q(handled_on=None, handling="", decision="")),
            ),
            models.CheckConstraint(
                name="breach_struck_with_a_reason",
                condition=(Q(stage=Stage.STRUCK) & ~Q(struck_because=""))
                | (~Q(stage=Stage.STRUCK) & Q(struck_because="")),
            ),
        ]
        indexes = [models.Index(fields=["-found_on", "-id"], name="breach_newest")]

    def __str__(self) -> str:
        return f"{self.code} – {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/ho-so/vi-pham/{self.code}/"

    field = field_id = None
    kind_words = property(lambda self: "Vi phạm quy định một cửa")
    title = property(lambda self: f"{self.get_kind_display()} – {self.unit}")

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on if self.stage == Stage.OPEN else None, as_of=as_of)

    # verbs

    @classmethod
    @transaction.atomic
    def note(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi vi phạm."""
        one = cls(officer=by, **facts)
        if one.found_on > on:
            raise Refused("Ngày phát hiện không sau hôm nay.", field="found_on")
        if one.due_on < one.found_on:
            raise Refused(f"Hạn xử lý từ ngày {day(one.found_on)}.", field="due_on")
        with enter(one, "note", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(kind=one.kind, unit=one.unit.code)
        return one

    def handle(
        self, *, by: Any, on: date, handled_on: date, handling: str, decision: str = "",
        result: str = "",
    ) -> None:  # fmt: skip
        """Ghi kết quả xử lý."""
        with take(self, "handle", by=by, on=on) as taking:
            if not self.found_on <= handled_on <= on:
                raise Refused(
                    f"Ngày xử lý từ {day(self.found_on)} đến hôm nay.", field="handled_on"
                )
            self.handled_on, self.handling = handled_on, handling
            self.decision, self.result = decision, result
            taking.facts["handling"] = handling

    def strike(self, *, by: Any, on: date, reason: str) -> None:
        """Gạch khỏi sổ."""
        with take(self, "strike", by=by, on=on) as taking:
            self.struck_because = reason
            taking.values["reason"] = reason
