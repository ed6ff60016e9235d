"""A photograph with its caption."""

from __future__ import annotations

from django.db import models

from portal.attachments import File
from portal.people import User
from portal.workflow import Refused


class Picture(models.Model):
    """Ảnh và lời chú thích."""

    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    caption = models.CharField("chú thích", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_on = models.DateField("ngày thêm")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.caption


def refuse_what_is_no_picture(file: File) -> None:
    if not file.is_image:
        raise Refused("Chỉ nhận ảnh JPG hoặc PNG.", field="picture_sent")
