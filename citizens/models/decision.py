"""The decision that settles a complaint, how it was served and made public."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .vocabulary import Outcome


class Decision(models.Model):
    """Quyết định giải quyết khiếu nại."""

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="decisions")
    paper = models.OneToOneField("citizens.Paper", models.PROTECT, related_name="decision")
    outcome = models.CharField("kết luận", max_length=16, choices=Outcome)
    conclusion = models.TextField("nội dung kết luận")
    rechecked = models.TextField("kết quả kiểm tra lại", blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.paper)


class Service(models.Model):
    """Gửi quyết định."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="services")
    served_on = models.DateField("ngày gửi")
    way = models.CharField("cách gửi", max_length=120)

    def __str__(self) -> str:
        return f"{self.way}, {self.served_on:%d/%m/%Y}"


class Publication(models.Model):
    """Công khai quyết định (NĐ124 Đ29.3)."""

    class Form(models.TextChoices):
        MEETING = "hop", "Công bố tại cuộc họp"
        DISPLAY = "niem_yet", "Niêm yết"
        MEDIA = "thong_tin", "Phương tiện thông tin đại chúng"
        PORTAL = "cong", "Đăng trên trang thông tin điện tử"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="publications")
    form = models.CharField("hình thức", max_length=12, choices=Form)
    start_on = models.DateField("từ ngày")
    until = models.DateField("đến ngày", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("start_on")), name="publication_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, {self.start_on:%d/%m/%Y}"
