"""Where things stand on the public site: categories of news, pages of the office, links."""

from __future__ import annotations

from django.db import models

from portal.people.units import Dated, opens_before_it_closes


class Category(models.Model):
    """Chuyên mục."""

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên chuyên mục", max_length=100)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["order", "name"]
        constraints = [opens_before_it_closes("category_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/tin-tuc/?muc={self.code}"


class SitePage(models.Model):
    """Trang giới thiệu: its text is the newest article published for it."""

    code = models.SlugField("mã", max_length=40, unique=True)
    title = models.CharField("tên trang", max_length=150)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["order", "title"]
        constraints = [opens_before_it_closes("site_page_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/gioi-thieu/{self.code}/"


class SiteLink(models.Model):
    """Liên kết: a line of words, or a band that stands out."""

    class Kind(models.TextChoices):
        LINE = "dong", "Dòng liên kết"
        BAND = "bang", "Băng nổi bật"

    title = models.CharField("chữ trên liên kết", max_length=150)
    url = models.URLField("địa chỉ", max_length=300)
    kind = models.CharField("kiểu", max_length=4, choices=Kind, default=Kind.LINE)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["kind", "order", "title"]
        constraints = [opens_before_it_closes("site_link_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.title
