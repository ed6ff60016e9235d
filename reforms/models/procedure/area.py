"""Fields as the national catalogue of procedures names them."""

from __future__ import annotations

import re
from typing import Any

from django.db import models

from portal.fields import Field
from portal.text import slug

BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


class Areas(models.QuerySet["ProcedureArea"]):
    def named(self, words: str) -> ProcedureArea:
        """The field of this name; one that nobody has met yet is entered."""
        key = key_of(words)
        return self.filter(key=key).first() or self.enter(key, words)

    def enter(self, key: str, words: str) -> ProcedureArea:
        """Spelled as the office's own field of the same name is, where there is one."""
        own = like(key)
        return self.create(
            key=key, code=key, field=own, name=own.name if own else plain_name(words)
        )


class ProcedureArea(models.Model):
    """Lĩnh vực của thủ tục hành chính."""

    code = models.SlugField("mã lĩnh vực", max_length=60, unique=True)
    key = models.SlugField(max_length=60, unique=True, editable=False)
    name = models.CharField("tên lĩnh vực", max_length=200)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="thuộc lĩnh vực quản lý của cơ quan",
    )  # fmt: skip

    objects = Areas.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def plain_name(words: str) -> str:
    """Việc làm (G07-LĐ11) is Việc làm."""
    return BRACKETS.sub("", " ".join(words.split())) or words.strip()


def key_of(words: str) -> str:
    """An toàn vệ sinh lao động and An toàn, vệ sinh lao động are one field."""
    return slug(plain_name(words))[:60]


def like(key: str) -> Any:
    """The office's own field of the same name."""
    return next((row for row in Field.objects.top() if slug(row.name) == key), None)
