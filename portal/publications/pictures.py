"""A picture of an article: in two sizes, with the words for a reader who cannot see it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from portal.attachments import File
from portal.people import User
from portal.publications.articles import Article


class ArticlePicture(models.Model):
    """Ảnh trong bài."""

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    article = models.ForeignKey(Article, models.PROTECT, related_name="pictures")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    large = models.ForeignKey(File, models.PROTECT, related_name="+")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    alt = models.CharField("nội dung ảnh", max_length=300)
    caption = models.CharField("chú thích", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_on = models.DateField("ngày thêm")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="article_picture_says_what_it_shows", condition=~Q(alt=""))
        ]

    def __str__(self) -> str:
        return self.caption or self.alt

    def get_absolute_url(self) -> str:
        return f"/tin-tuc/anh/{self.key}/"

    def erase(self) -> None:
        files = [self.file, self.large]
        self.delete()
        for file in files:
            file.erase()
