"""Thể thức văn bản: what the office's papers say beside their text, from a day on (NĐ30/2020).

Place and symbol are facts of the office itself.
"""

from __future__ import annotations

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from portal.kept import Kept

SMALLEST, LARGEST = 13, 14
"""Of the text, in points: NĐ30/2020, Phụ lục I, mục II."""


class PaperStyle(models.Model):
    """Thể thức văn bản của cơ quan, từ một ngày nhất định."""

    valid_from = models.DateField("từ ngày", unique=True)
    head_title = models.CharField("chức danh người đứng đầu", max_length=60, default="Giám đốc")
    copies = models.CharField("nơi nhận thường dùng", max_length=200, default="Như trên")
    filed = models.CharField("nơi lưu", max_length=60, default="VT")
    body_size = models.PositiveSmallIntegerField(
        "cỡ chữ lời văn",
        default=LARGEST,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(body_size__range=(SMALLEST, LARGEST)),
                name="paper_style_size_of_decree_30",
            ),
        ]

    def __str__(self) -> str:
        return f"Thể thức văn bản từ {self.valid_from:%d/%m/%Y}"

    def recipients(self, unit: str = "") -> str:
        """Nơi nhận, where the paper names none: a line each, the archive last."""
        copies = [each.strip() for each in self.copies.split(";") if each.strip()]
        filed = f"Lưu: {self.filed}, {unit}" if unit else f"Lưu: {self.filed}"
        return "\n".join([*(f"- {each};" for each in copies), f"- {filed}."])


@Kept
def kept_styles() -> tuple[PaperStyle, ...]:
    """The newest first."""
    return tuple(PaperStyle.objects.all())


def paper_style(on: date) -> PaperStyle:
    """The one that held that day; until the office decides, what the decree has."""
    held = (each for each in kept_styles() if each.valid_from <= on)
    return next(held, PaperStyle(valid_from=on))
