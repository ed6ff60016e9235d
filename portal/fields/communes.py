"""Xã, phường: which of them are remote lengthens time limits."""

from django.db import models
from django.db.models import Func

from portal.people.units import Dated, opens_before_it_closes

KINDS = (
    ("vung-sau-vung-xa", "Vùng sâu, vùng xa", "remote_area"),
    ("mien-nui", "Miền núi", "mountainous"),
    ("dan-toc-thieu-so", "Vùng dân tộc thiểu số", "ethnic"),
)
"""As addresses name them, their words, their column; a commune can be of several kinds."""
OTHERS, UNKNOWN = "khac", "chua-ghi"
KIND_WORDS = (
    *((code, words) for code, words, _ in KINDS),
    (OTHERS, "Xã, phường khác"),
    (UNKNOWN, "Chưa ghi xã, phường"),
)


class Commune(models.Model):
    """Xã, phường, thị trấn."""

    code = models.SlugField("mã", max_length=20, unique=True)
    name = models.CharField("tên", max_length=120)
    mountainous = models.BooleanField("miền núi", default=False)
    ethnic = models.BooleanField("vùng dân tộc thiểu số", default=False)
    remote_area = models.BooleanField("vùng sâu, vùng xa", default=False)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("không còn từ ngày", null=True, blank=True)
    name_key = models.GeneratedField(
        expression=Func("name", function="vi_key"),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name_key"]
        constraints = [opens_before_it_closes("commune_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    @property
    def remote(self) -> bool:
        """Vùng sâu, vùng xa đi lại khó khăn: the longer limits of the law."""
        return self.remote_area
