"""How one instrument stands to another."""

from django.db import models
from django.db.models import F, Q

from portal.instruments.instruments import Instrument


class Relation(models.Model):
    """Quan hệ giữa hai văn bản: this one rests on, carries out, replaces … the other."""

    class Kind(models.TextChoices):
        BASED_ON = "can-cu", "căn cứ"
        IMPLEMENTS = "trien-khai", "triển khai thực hiện"
        GUIDES = "huong-dan", "hướng dẫn"
        AMENDS = "sua-doi", "sửa đổi, bổ sung"
        REPLACES = "thay-the", "thay thế"
        REPEALS = "bai-bo", "bãi bỏ"

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="relations")
    other = models.ForeignKey(Instrument, models.PROTECT, related_name="related_from")
    kind = models.CharField("quan hệ", max_length=10, choices=Kind)

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "other", "kind"],
                name="relation_once",
                violation_error_message="Quan hệ này đã ghi.",
            ),
            models.CheckConstraint(
                name="relation_to_another",
                condition=~Q(instrument=F("other")),
                violation_error_message="Chọn một văn bản khác.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.get_kind_display()} {self.other}"
