"""Bodies whose documents direct the office; they are merged and renamed, so they have dates."""

from django.db import models

from portal.people.units import Dated, opens_before_it_closes


class Issuer(models.Model):
    """Cơ quan ban hành."""

    class Kind(models.TextChoices):
        STATE = "state", "Cơ quan nhà nước"
        PARTY = "party", "Cơ quan đảng"
        COMMITTEE = "committee", "Ban Chỉ đạo, tổ chức phối hợp"
        MASS = "mass", "Mặt trận, đoàn thể"
        OWN = "own", "Cơ quan mình và đơn vị trực thuộc"

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên cơ quan ban hành", max_length=200)
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.STATE)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("kết thúc từ ngày", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="cơ quan kế thừa"
    )

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [opens_before_it_closes("issuer_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_party(self) -> bool:
        return self.kind == Issuer.Kind.PARTY
