"""Where people work: units of the office, and the bodies that stand beside them."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q


class Dated(models.QuerySet):
    def open(self, *, as_of: date):
        """Those that exist on that day; the closing day itself is the first without."""
        return self.filter(
            Q(closed_on=None) | Q(closed_on__gt=as_of), Q(opened_on=None) | Q(opened_on__lte=as_of)
        )


def opens_before_it_closes(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(closed_on=None) | Q(opened_on=None) | Q(closed_on__gte=F("opened_on")),
        violation_error_message="Ngày kết thúc đang trước ngày bắt đầu.",
    )


class Unit(models.Model):
    """Phòng, đơn vị trực thuộc, và bản thân cơ quan."""

    class Kind(models.TextChoices):
        HEADQUARTERS = "headquarters", "Cơ quan Sở"
        DIVISION = "division", "Phòng"
        SUBORDINATE = "subordinate", "Đơn vị trực thuộc"

    code = models.SlugField("mã đơn vị", max_length=40, unique=True)
    name = models.CharField("tên đơn vị", max_length=200)
    short_name = models.CharField("tên gọi tắt", max_length=60, blank=True)
    kind = models.CharField("loại", max_length=20, choices=Kind, default=Kind.DIVISION)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    opened_on = models.DateField("thành lập ngày", null=True, blank=True)
    closed_on = models.DateField("kết thúc từ ngày", null=True, blank=True)
    meets_people = models.BooleanField("trực tiếp tiếp xúc nhân dân", default=False)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    symbol = models.CharField(
        "ký hiệu khi có con dấu riêng",
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2,10}$", "Ghi 2 đến 10 chữ in hoa không dấu.")],
        help_text="Chữ in hoa không dấu, ví dụ TTDVVL; đơn vị tự giải quyết khiếu nại lần đầu",
    )
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [opens_before_it_closes("unit_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        return self.short_name or self.name


class Body(models.Model):
    """Tổ chức đảng, đoàn thể, ban và hội đồng của cơ quan."""

    class Kind(models.TextChoices):
        PARTY_COMMITTEE = "party_committee", "Đảng ủy"
        PARTY_CELL = "party_cell", "Chi bộ"
        STEERING = "steering", "Ban Chỉ đạo"
        STAFF_REPRESENTATIVE = "staff_representative", "Tổ chức đại diện (Công đoàn)"
        YOUTH_UNION = "youth_union", "Đoàn Thanh niên"
        VETERANS = "veterans", "Hội Cựu chiến binh"
        STUDY_PROMOTION = "study_promotion", "Hội Khuyến học"
        INSPECTION_BOARD = "inspection_board", "Ban Thanh tra nhân dân"
        COMMENDATION_COUNCIL = "commendation_council", "Hội đồng thi đua – khen thưởng"

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên", max_length=200)
    kind = models.CharField("loại", max_length=30, choices=Kind)
    opened_on = models.DateField("thành lập ngày", null=True, blank=True)
    closed_on = models.DateField("kết thúc từ ngày", null=True, blank=True)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [opens_before_it_closes("body_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name
