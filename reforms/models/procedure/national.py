"""The national list as it was last loaded, and what the office found out about a difference."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from portal.people import User
from portal.text import fold

from .procedure import Procedure


class NationalProcedures(models.QuerySet["NationalProcedure"]):
    def matching(self, words: str) -> NationalProcedures:
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def lacking_here(self, *, as_of: date) -> NationalProcedures:
        """What the national list has and the office's catalogue does not."""
        here = Procedure.objects.in_force(as_of=as_of).filter(code=OuterRef("code"))
        return self.filter(~Exists(here))


class NationalProcedure(models.Model):
    """Một dòng của danh mục quốc gia."""

    code = models.CharField("mã", max_length=24, unique=True)
    name = models.CharField("tên", max_length=1_000)
    area_key = models.SlugField(max_length=60)
    area_name = models.CharField("lĩnh vực", max_length=200)
    authority = models.CharField("cơ quan thực hiện", max_length=500, blank=True)
    published_by = models.CharField("cơ quan công bố", max_length=200, blank=True)
    state_words = models.CharField("tình trạng", max_length=60, blank=True)
    loaded_on = models.DateField("nạp ngày")
    search_text = models.TextField(editable=False, default="")

    objects = NationalProcedures.as_manager()

    class Meta:
        ordering = ["code"]
        indexes = [models.Index(fields=["area_key", "code"], name="national_by_area")]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


class CatalogueCheck(models.Model):
    """Trả lời đối chiếu: what was found out about a code that the national list lacks."""

    class Answer(models.TextChoices):
        REPLACED = "thay-the", "Đã thay thế bằng thủ tục khác"
        REPEALED = "bai-bo", "Đã bãi bỏ"
        LIST_LACKS = "danh-muc-thieu", "Danh mục quốc gia thiếu"
        WRONG_CODE = "sai-ma", "Sai mã"

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="checks")
    answer = models.CharField("kết quả kiểm tra", max_length=16, choices=Answer)
    other_code = models.CharField("mã đúng, mã thay thế", max_length=24, blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.procedure.code}: {self.get_answer_display()}"


def in_a_listed_field() -> Exists:
    """The national list has its field: of others nothing can be said."""
    return Exists(NationalProcedure.objects.filter(area_key=OuterRef("area__key")))


def under_its_code() -> QuerySet:
    return NationalProcedure.objects.filter(code=OuterRef("code"))


def under_its_name() -> QuerySet:
    return under_its_code().filter(name__iexact=OuterRef("name"))


def checked() -> Exists:
    return Exists(CatalogueCheck.objects.filter(procedure=OuterRef("pk")))


def differing(rows: Any) -> QuerySet:
    """Codes that the list lacks within its fields, and those that it has under another name."""
    known = in_a_listed_field() | Exists(under_its_code())
    return rows.filter(~Exists(under_its_name()), known)


# of those that differ


def unanswered(rows: Any) -> QuerySet:
    """To be checked, not abolished."""
    return rows.filter(~Exists(under_its_code()), ~checked())


def answered(rows: Any) -> QuerySet:
    return rows.filter(~Exists(under_its_code()), checked())


def named_otherwise(rows: Any) -> QuerySet:
    return rows.filter(Exists(under_its_code()))
