"""One table of fields for the whole portal, with dates, successors and columns of the returns."""

from datetime import date

from django.db import models
from django.db.models import Q

from portal.people.units import Dated, opens_before_it_closes


class Fields(Dated):
    def top(self):
        return self.filter(parent=None)


class Field(models.Model):
    """Lĩnh vực."""

    code = models.SlugField("mã lĩnh vực", max_length=40, unique=True)
    name = models.CharField("tên lĩnh vực", max_length=200)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="thuộc lĩnh vực",
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    competent = models.BooleanField("thuộc thẩm quyền của cơ quan", default=True)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("chuyển đi từ ngày", null=True, blank=True)
    successor_agency = models.CharField("cơ quan tiếp nhận", max_length=200, blank=True)

    objects = Fields.as_manager()

    class Meta:
        ordering = ["order", "code"]
        constraints = [opens_before_it_closes("field_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    def column(self, kind: str, *, as_of: date) -> str:
        """The column of the returns that counts this field; a lower field inherits it."""
        rows = FieldColumn.objects.valid(as_of=as_of).filter(kind=kind)
        own = rows.filter(field=self).first() or rows.filter(field=self.parent_id).first()
        return own.column if own else ""


class Columns(models.QuerySet):
    def valid(self, *, as_of: date):
        return self.filter(
            Q(valid_to=None) | Q(valid_to__gte=as_of), Q(valid_from=None) | Q(valid_from__lte=as_of)
        )


class FieldColumn(models.Model):
    """Cột của biểu tổng hợp mà lĩnh vực được đếm vào, theo phiên bản của biểu."""

    class Kind(models.TextChoices):
        COMPLAINT = "KN", "Khiếu nại"
        DENUNCIATION = "TC", "Tố cáo"
        FEEDBACK = "KNPA", "Kiến nghị, phản ánh"

    class Column(models.TextChoices):
        POLICY = "che_do_chinh_sach", "Chế độ, chính sách"
        LAND = "dat_dai", "Đất đai"
        ADMINISTRATION = "hanh_chinh", "Hành chính"
        CORRUPTION = "tham_nhung", "Tham nhũng"
        JUSTICE = "tu_phap", "Tư pháp"
        OTHER = "khac", "Khác"

    field = models.ForeignKey(
        Field, models.PROTECT, related_name="columns", verbose_name="lĩnh vực"
    )
    kind = models.CharField("loại", max_length=4, choices=Kind)
    column = models.CharField("cột", max_length=20, choices=Column)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = Columns.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["field", "kind", "valid_from"],
                name="field_column_once_a_version",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}, {self.get_kind_display().lower()}: {self.get_column_display()}"
