"""Every column of words or of a file is declared: emptied, gone, kept with a reason, outside."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from citizens.personal import BY_STREAM, ERASED, GONE, KEPT, OUTSIDE

WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
OURS = ("portal", "citizens", "democracy", "reforms")


def columns() -> set[str]:
    """app.Model.column of all that may hold words, a person outside the office, or a file."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in OURS and not model._meta.proxy
        for field in model._meta.concrete_fields
        if not field.generated and holds_words(field)
    }


def holds_words(field: models.Field) -> bool:
    if isinstance(field, models.ForeignKey):
        return field.related_model._meta.label == "portal.File"
    named = type(field).__name__ in ("SearchVectorField", "ArrayField")
    return named or (isinstance(field, WORDS) and not field.choices)


def declared() -> set[str]:
    groups = {label: columns.all for label, columns in (ERASED | GONE).items()}
    return {
        f"{label}.{name}"
        for told in (groups, BY_STREAM, KEPT)
        for label, names in told.items()
        for name in names
    }


def unknown(found: set[str]) -> list[str]:
    rest = found - declared()
    return sorted(
        name for name in rest if not {name.split(".")[0], name.rpartition(".")[0]} & {*OUTSIDE}
    )


def test_every_column_of_words_is_declared():
    assert unknown(columns()) == []


def test_an_undeclared_column_is_caught():
    """The planted defect."""
    assert unknown({*columns(), "citizens.Wish.words"}) == ["citizens.Wish.words"]


def test_nothing_is_declared_that_is_not_there():
    known = {f"{model._meta.label}.{field.name}" for model in apps.get_models()
             for field in model._meta.concrete_fields}  # fmt: skip
    assert sorted(declared() - known) == []
