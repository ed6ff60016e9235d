"""Which tables go along, in which words, which rows: a denunciation's never by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone

from citizens.models import Case, Matter, Petition, Visit
from citizens.returns import FORMS
from portal.attachments import File
from portal.fields import Commune, Field
from portal.people import Unit, User
from portal.registers import Number
from portal.returns import FrozenReturn
from portal.successor import SuccessorExport
from portal.text import slug, upper_first

from .left_out import LEFT_OUT, SECRET
from .streams import NAMED_BY_STREAM, codes_with, of_open_streams, of_own_numbers

OURS = ("portal", "citizens", "democracy", "reforms")
DEPTH = 3
OF_THE_GROUP = tuple(code for code in FORMS if code != "01/TCD")
"""Frozen returns that count denunciations too: they go with the own book (security.md, rule 4)."""


NAMED = (Unit, User, Field, Commune)
Names = dict[Any, dict[Any, str]]


def names_now() -> Names:
    return {model: {row.pk: str(row) for row in model.objects.all()} for model in NAMED}


def is_named(field: Any) -> bool:
    return isinstance(field, models.ForeignKey) and field.related_model in NAMED


@dataclass(frozen=True)
class Table:
    """Một bảng: its model, its file, the ways to a petition or visit that may be sealed."""

    model: Any
    ways: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def title(self) -> str:
        first = (self.model.__doc__ or "").strip().split("\n")[0].rstrip(".")
        named = str(self.model._meta.verbose_name)
        return upper_first(first if not first.isascii() else named)

    @property
    def name(self) -> str:
        """A file name that says what is in it: citizens-petition-don-khieu-nai.csv."""
        return f"{slug(self.label.replace('.', ' '))}-{slug(self.title)[:50]}.csv".replace(
            "--", "-"
        )

    @property
    def columns(self) -> list[Any]:
        kept = self.model._meta.concrete_fields
        return [each for each in kept if f"{self.label}.{each.name}" not in SECRET]

    @property
    def headings(self) -> list[str]:
        """People, units, fields and communes by name and by the key that joins tables."""
        found = []
        for each in self.columns:
            words = upper_first(str(each.verbose_name))
            found.append(f"{words} ({each.name})")
            if is_named(each):
                found.append(f"{words}, mã ({each.attname})")
        return found

    def told(self, row: Any, names: Names) -> list[str]:
        found = []
        for each in self.columns:
            value = cell(row, each)
            if is_named(each):
                found.append(names[each.related_model].get(getattr(row, each.attname), ""))
            found.append(value)
        return found

    def rows(self, scope: SuccessorExport) -> Any:
        found = self.model._base_manager.order_by("pk")
        return self.narrowed(self.unsealed(found, scope), scope)

    def unsealed(self, rows: Any, scope: SuccessorExport) -> Any:
        """Of the own book all or nothing; what has no way to it goes along with the open ones."""
        if self.model in NAMED_BY_STREAM:
            return of_open_streams(self.model, rows, scope, streams_of(scope))
        if self.model is Number:
            return of_own_numbers(rows, scope)
        if self.model is FrozenReturn:
            apart = Q(form__in=OF_THE_GROUP)
            return rows.filter(apart) if scope.sealed else rows.exclude(apart)
        sealed = Q()
        for way in self.ways:
            sealed |= Q(**{f"{way}sealed": True})
        if scope.sealed:
            return rows.filter(sealed) if self.ways else rows.none()
        return rows.exclude(pk__in=rows.filter(sealed).values("pk")) if self.ways else rows

    def narrowed(self, rows: Any, scope: SuccessorExport) -> Any:
        """Of a letter and its case together: whichever of them is the unit's brings both along."""
        for name, value, model in (("unit", scope.unit, Unit), ("field", scope.field, Field)):
            if value is None or self.model is model or self.model in NAMED_BY_STREAM:
                continue
            asked = Q(pk__in=[])
            for way in self.ways_to(name, model):
                asked |= Q(**{way: value})
            rows = rows.filter(asked).distinct() if self.model is Matter else rows.filter(asked)
        return rows

    def ways_to(self, name: str, model: Any) -> Iterator[str]:
        """“unit”, “case__unit”, “case__petition__unit”, “petition__case__unit” …"""
        if self.model is Matter:
            yield from (f"petitions__{name}", f"cases__{name}", f"visits__{name}")
            return
        places = {"": None} | {place: None for way in self.ways for place in along(way)}
        for place in places:
            if points_to(self.model, f"{place}{name}", model):
                yield f"{place}{name}"
        for way in self.ways:
            if target(self.model, way) is Petition:
                yield f"{way}case__{name}"


def along(way: str) -> Iterator[str]:
    """“case__petition__” -> “case__”, “case__petition__”."""
    steps = way.split("__")[:-1]
    return ("".join(f"{step}__" for step in steps[:at]) for at in range(1, len(steps) + 1))


def target(model: Any, way: str) -> Any:
    for name in way.split("__")[:-1]:
        model = model._meta.get_field(name).related_model
    return model


def tables() -> list[Table]:
    """By label; those of the own book are known by their way to what is sealed."""
    found = [
        Table(model, tuple(ways_to_seal(model)))
        for model in apps.get_models()
        if model._meta.app_label in OURS and not model._meta.proxy
        and model._meta.label not in LEFT_OUT and model is not File
    ]  # fmt: skip
    return sorted(found, key=lambda table: table.label)


def ways_to_seal(model: Any, before: str = "", depth: int = DEPTH) -> Iterator[str]:
    """“petition__”, “decision__case__petition__”: where the row says whether it is sealed."""
    if model in (Petition, Visit):
        yield before
        if before or depth < DEPTH:
            return
    if depth == 0:
        return
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is not model:
            target: Any = field.related_model
            if target._meta.app_label == "citizens" or target in (Petition, Visit):
                yield from ways_to_seal(target, f"{before}{field.name}__", depth - 1)


def points_to(model: Any, way: str, target: Any) -> bool:
    for name in way.split("__"):
        try:
            field = model._meta.get_field(name)
        except Exception:
            return False
        model = getattr(field, "related_model", None)
    return model is target


def streams_of(scope: SuccessorExport) -> list[str]:
    """Of petitions, cases and visits of one unit or field."""
    if scope.sealed or not (scope.unit or scope.field):
        return []
    return codes_with(
        {model: Table(model, tuple(ways_to_seal(model))).rows(scope)
         for model in (Petition, Case, Visit)}
    )  # fmt: skip


def cell(row: Any, field: Any) -> str:
    """As a person reads it: choices in words, links by number or name, days as written here."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.ForeignKey):
        return str(value)
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return "có" if value else "không"
    return str(bytes(value).hex() if isinstance(value, memoryview | bytes) else value)
