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

from citizens.models import Case, Petition, Visit
from portal.attachments import File
from portal.fields import Commune, Field
from portal.history import Event, EventValues
from portal.people import Unit, User
from portal.registers import Number
from portal.successor import SuccessorExport
from portal.text import slug, upper_first
from portal.workflow import Subject

OURS = ("portal", "citizens", "democracy", "reforms")
DEPTH = 3
LEFT_OUT = {
    **dict.fromkeys(
        [
            f"portal.{name}"
            for name in (
                *("OneTimeLink", "Passkey", "PrintedCode", "App", "Device", "SignIn"),
                *("Restoration", "ProvinceIdentity", "TeamAccess"),
            )
        ],
        "ways of signing in: of no use elsewhere",
    ),
    **dict.fromkeys(
        [
            f"portal.{name}"
            for name in (
                *("Draft", "Receipt", "JobRun", "Digest", "SavedFilter", "FilterOpening", "Sight"),
                *("Mention", "HeadingMap", "BulkRun", "ImportRun", "BackupRun", "Counter", "Head"),
                "SuccessorExport",
            )
        ],
        "how this portal works, no record",
    ),
    **dict.fromkeys(
        [
            *("citizens.PetitionSearch", "citizens.CaseSearch", "citizens.VisitSearch"),
            *("citizens.Tally", "citizens.MonthTally", "citizens.CommuneTally"),
        ],
        "reckoned from the other tables",
    ),
    "citizens.LookupCode": "keyed with a secret that stays here",
    **dict.fromkeys(
        ("portal.Submission", "portal.Reading", "portal.Instruction", "portal.WordVersion"),
        "named by number alone: they go along with the history of what they are about",
    ),
}
SECRET = {"portal.User.password", "portal.EventValues.salt", "portal.File.path"}


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
        if self.model in (Event, EventValues):
            return of_open_streams(self.model, rows, scope)
        if self.model is Number:
            apart = Q(code__in=codes_apart())
            return rows.filter(apart) if scope.sealed else rows.exclude(apart)
        sealed = Q()
        for way in self.ways:
            sealed |= Q(**{f"{way}sealed": True})
        if scope.sealed:
            return rows.filter(sealed) if self.ways else rows.none()
        return rows.exclude(pk__in=rows.filter(sealed).values("pk")) if self.ways else rows

    def narrowed(self, rows: Any, scope: SuccessorExport) -> Any:
        for name, value, model in (("unit", scope.unit, Unit), ("field", scope.field, Field)):
            if value is None or self.model in (model, Event, EventValues):
                continue
            asked = Q(pk__in=[])
            for way in ("", *self.ways):
                if points_to(self.model, f"{way}{name}", model):
                    asked |= Q(**{f"{way}{name}": value})
            rows = rows.filter(asked)
        return rows


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


def of_open_streams(model: Any, rows: Any, scope: SuccessorExport) -> Any:
    """Acts of subjects whose rows go along; those of the own book with the own book."""
    way = "" if model is Event else "event__"
    sealed = [
        f"{kind}/{code}"
        for kind, owner in (("don", Petition), ("tiep-dan", Visit))
        for code in owner.objects.filter(sealed=True).values_list("code", flat=True)
    ]
    apart = Q(**{f"{way}stream__in": sealed})
    for kind, subject in Subject.kinds.items():
        if subject not in (Petition, Visit) and is_of_own_book(subject):
            apart |= Q(**{f"{way}stream__startswith": f"{kind}/"})
    if scope.sealed:
        return rows.filter(apart)
    if scope.unit or scope.field:
        return rows.filter(**{f"{way}stream__in": streams_of(scope)}).exclude(apart)
    return rows.exclude(apart)


def codes_apart() -> list[str]:
    """Numbers of the own book: a gap that names them would tell of them."""
    own = [subject for subject in Subject.kinds.values() if is_of_own_book(subject)]
    rows: list[Any] = [model.objects.filter(sealed=True) for model in (Petition, Visit)]
    rows += [subject._base_manager.all() for subject in own]
    return [code for each in rows for code in each.values_list("code", flat=True)]


def is_of_own_book(subject: Any) -> bool:
    return "denunciation" in subject.__name__.lower() or "protection" in subject.__name__.lower()


def streams_of(scope: SuccessorExport) -> list[str]:
    """Of petitions, cases and visits of one unit or field."""
    found = []
    for kind, model in (("don", Petition), ("vu-viec", Case), ("tiep-dan", Visit)):
        rows = Table(model, tuple(ways_to_seal(model))).rows(scope)
        found += [f"{kind}/{code}" for code in rows.values_list("code", flat=True)]
    return found


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
