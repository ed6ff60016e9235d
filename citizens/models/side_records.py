"""Records of the side steps of a complaint: state kept as who, when, why, on which paper."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.people import User


class Complexity(models.Model):
    """Vụ việc phức tạp, with its written ground (NĐ155 Đ3a from 01/7/2026)."""

    class Criterion(models.TextChoices):
        PLACES = "a", "Một nội dung nhưng phải xác minh tại từ 02 địa điểm trở lên"
        CONTENTS = "b", "Có từ 02 nội dung khiếu nại trở lên"
        MANY = "c", "Nhiều người khiếu nại hoặc liên quan đến quyền, lợi ích của nhiều người"
        FOREIGN = "d", "Có yếu tố nước ngoài"
        AGENCIES = "đ", "Thuộc trách nhiệm quản lý của nhiều cơ quan"
        DISAGREEMENT = "e", "Các cơ quan còn ý kiến khác nhau"
        EVIDENCE = "g", "Chứng cứ mâu thuẫn, cần kiểm tra, giám định"

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="complexities")
    criterion = models.CharField("tiêu chí", max_length=2, choices=Criterion, blank=True)
    ground = models.TextField("căn cứ")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return self.get_criterion_display() or self.ground[:80]


class Pause(models.Model):
    """Tạm đình chỉ giải quyết (KN Đ11a.1)."""

    class Ground(models.TextChoices):
        OBSTACLE = "tro_ngai", "Người khiếu nại gặp sự kiện bất khả kháng, trở ngại khách quan"
        AWAITS = "cho_ket_qua", "Cần chờ kết quả giải quyết của cơ quan khác có liên quan trực tiếp"

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="pauses")
    ground = models.CharField("căn cứ", max_length=16, choices=Ground)
    reason = models.TextField("lý do")
    ordered_on = models.DateField()
    paper = models.ForeignKey("citizens.Paper", models.PROTECT, related_name="+")
    resumed_by_paper = models.ForeignKey(
        "citizens.Paper", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(resumed_by_paper=None), name="one_open_pause"
            )
        ]

    def __str__(self) -> str:
        return self.get_ground_display()


class Withdrawal(models.Model):
    """Rút đơn, toàn bộ hoặc một phần (KN Đ10)."""

    GROUND = "rut_don"

    class Form(models.TextChoices):
        WRITTEN = "don", "Đơn xin rút khiếu nại"
        MINUTES = "bien_ban", "Biên bản ghi nhận việc rút khiếu nại"

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="withdrawals")
    part = models.BooleanField("rút một phần", default=False)
    stated_on = models.DateField("ngày rút")
    form = models.CharField("hình thức", max_length=12, choices=Form)
    content = models.TextField("nội dung rút", blank=True)

    def __str__(self) -> str:
        return "Rút một phần" if self.part else "Rút đơn"


class TerminationGround(models.TextChoices):
    """Căn cứ đình chỉ (KN Đ11a.2)."""

    WITHDRAWN = Withdrawal.GROUND, "Người khiếu nại rút toàn bộ khiếu nại"
    DECEASED = "chet", "Người khiếu nại chết, tổ chức giải thể mà không có người thừa kế quyền"
    NO_OBJECT = "khong_con", "Đối tượng khiếu nại không còn"
    COURT = "toa_an", "Tòa án đã thụ lý hoặc đã có bản án, quyết định"
