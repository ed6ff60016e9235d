"""Rules that come as a file: a version is never changed, a later one takes its place.

One mechanism for every kind: criteria sets, regulations on awards, scorecards. A table of them is
a ``LoadedVersion`` that says how its file is read (``read``), where those lie that come with the
portal (``delivered``) and what it is called (``noun``); its pages are ``portal.views.versions``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self

from django.db import IntegrityError, models, transaction

from portal.people import User
from portal.scoring.fields import BrokenSet
from portal.text import day


class LoadedVersions(models.QuerySet["LoadedVersion"]):
    def in_force(self, *, as_of: date) -> Self:
        """Of each code the version that holds on that day."""
        begun = self.filter(valid_from__lte=as_of)
        latest = begun.order_by("code", "-valid_from").distinct("code")
        return self.filter(pk__in=latest.values("pk")).order_by("title")


class LoadedVersion(models.Model):
    """One file of rules, from a day on."""

    code = models.SlugField("mã", max_length=40)
    title = models.CharField("tên", max_length=300)
    reference = models.CharField("văn bản", max_length=200, blank=True)
    valid_from = models.DateField("dùng từ ngày")
    text = models.TextField("tệp")
    loaded_on = models.DateField("ngày nạp", null=True)
    loaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = LoadedVersions.as_manager()

    noun: ClassVar[str]
    read: ClassVar[Callable[[str], Any]]
    """What the file says; raises ``BrokenSet``."""
    delivered: ClassVar[Path]
    columns: ClassVar[tuple[str, ...]] = ("code", "title", "reference", "valid_from")
    """What stands beside the text, so that a list need not read it."""

    class Meta:
        abstract = True
        ordering = ["title", "-valid_from"]

    def __str__(self) -> str:
        return self.title

    @property
    def value(self) -> Any:
        return as_value(type(self), self.text)

    @classmethod
    def out_of(cls, text: str, **loaded: Any) -> Self:
        found = cls.read(text)
        return cls(text=text, **{name: getattr(found, name) for name in cls.columns}, **loaded)

    @classmethod
    def load(cls, text: str, *, by: User | None, on: date | None) -> Self:
        """Raises ``BrokenSet``, also where this version is there already."""
        version = cls.out_of(text, loaded_by=by, loaded_on=on)
        try:
            with transaction.atomic():
                version.save()
        except IntegrityError as fault:
            raise BrokenSet(
                f"{cls.noun} {version.code} dùng từ ngày {day(version.valid_from)} đã có; "
                "bản sửa đổi cần ngày bắt đầu khác."
            ) from fault
        return version

    @classmethod
    def deliver(cls) -> None:
        """Those that come with the portal; what is there stays as it was loaded."""
        known = set(cls._default_manager.values_list("code", "valid_from"))
        for path in sorted(cls.delivered.glob("*.toml")):
            version = cls.out_of(path.read_text("utf-8"))
            if (version.code, version.valid_from) not in known:
                version.save()


@lru_cache(maxsize=64)
def as_value(kind: type[LoadedVersion], text: str) -> Any:
    return kind.read(text)
