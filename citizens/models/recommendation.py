"""What a decision or conclusion asks for: money, land, people (forms 03/GQKN and 04/GQTC)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q


def amount(label: str, **options: Any) -> Any:
    return models.DecimalField(label, max_digits=14, decimal_places=2, default=0, **options)


def how_many(label: str) -> Any:
    return models.PositiveIntegerField(label, default=0)


class Recommendation(models.Model):
    """Kiến nghị trong quyết định giải quyết khiếu nại hoặc kết luận nội dung tố cáo."""

    case = models.OneToOneField(
        "citizens.Case", models.PROTECT, null=True, related_name="recommendation"
    )
    denunciation = models.OneToOneField(
        "citizens.DenunciationEntry", models.PROTECT, null=True, related_name="recommendation"
    )
    recovered_money = amount("thu hồi cho Nhà nước: tiền (triệu đồng)")
    recovered_land = amount("thu hồi cho Nhà nước: đất (m²)")
    returned_money = amount("trả lại tổ chức, cá nhân: tiền (triệu đồng)")
    returned_land = amount("trả lại tổ chức, cá nhân: đất (m²)")
    organisations_restored = how_many("số tổ chức được trả lại quyền lợi")
    people_restored = how_many("số cá nhân được trả lại quyền lợi")
    organisations_disciplined = how_many("xử lý hành chính: số tổ chức")
    people_disciplined = how_many("xử lý hành chính: số người")
    officials_disciplined = how_many("trong đó cán bộ, công chức, viên chức")
    cases_to_police = how_many("chuyển cơ quan điều tra: số vụ")
    people_to_police = how_many("chuyển cơ quan điều tra: số người")
    officials_to_police = how_many("chuyển cơ quan điều tra: cán bộ, công chức, viên chức")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, denunciation__isnull=False)
                | Q(case__isnull=False, denunciation=None),
                name="recommendation_of_one",
            ),
            models.CheckConstraint(
                condition=Q(officials_disciplined__lte=models.F("people_disciplined")),
                name="officials_among_disciplined",
            ),
            models.CheckConstraint(
                condition=Q(officials_to_police__lte=models.F("people_to_police")),
                name="officials_among_sent_to_police",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiến nghị {self.case or self.denunciation}"

    @classmethod
    def figures(cls) -> list[Any]:
        """The columns of what is asked for, in the order of the forms."""
        return [each for each in cls._meta.concrete_fields if each.has_default()]

    def told(self) -> list[tuple[str, Any]]:
        """What is asked for, in words; what is nought is left out."""
        asked = [(each.verbose_name, getattr(self, each.attname)) for each in self.figures()]
        return [(words, value) for words, value in asked if value]
