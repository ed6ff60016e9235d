"""The forms of official documents: which the law has, from which day on, and what each says.

An app declares its forms as TOML files. A form has one code and versions by date; a version says
what differs from the form's own words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

NAMED, LETTER, MINUTES, LEAFLET, PERSONAL = "van-ban", "cong-van", "bien-ban", "phieu", "don"
SHAPES = (NAMED, LETTER, MINUTES, LEAFLET, PERSONAL)
"""With a title and number; an official letter; minutes that several sign; a slip without number;
a paper that a citizen writes."""

BEGINNING_OF_TIME = date(1, 1, 1)


@dataclass(frozen=True)
class Form:
    """Biểu mẫu, as it reads from ``valid_from`` on."""

    code: str
    title: str
    body: str
    number: str = ""
    """As the regulation numbers it: Mẫu số 03."""
    source: str = ""
    valid_from: date = BEGINNING_OF_TIME
    shape: str = NAMED
    symbol: str = ""
    about: str = ""
    recipients: str = "{{nơi nhận thường dùng}}"
    signers: tuple[str, ...] = ()
    """Of minutes and slips: who signs, from left to right."""
    of: tuple[str, ...] = ()
    """What it is written about, by the subject's kind."""
    step: str = ""
    """The step whose approval makes it an official document; nothing: it is signed as it is."""
    must: tuple[str, ...] = ()
    """Placeholders without which a template of it is of no use."""
    by_team: bool = False
    """Signed by whoever leads the verification, in the name of the team."""
    sealed: bool = False
    """Of denunciations: no placeholder may name the person who denounces."""

    @property
    def slug(self) -> str:
        return self.code.replace("_", "-")

    @property
    def is_signed_alone(self) -> bool:
        """By whoever is competent, beside no step of the law."""
        return self.is_numbered and not self.step and not self.by_team and not self.sealed

    @property
    def is_numbered(self) -> bool:
        return self.shape in (NAMED, LETTER)

    def __str__(self) -> str:
        return self.title


FORMS: dict[str, tuple[Form, ...]] = {}
"""By code, the newest version first."""


def declare(*files: Path) -> None:
    """An app names the files of its forms."""
    for file in files:
        for form in read(file.read_text(encoding="utf-8")):
            FORMS[form[0].code] = form


def read(text: str) -> list[tuple[Form, ...]]:
    rows = tomllib.loads(text)["form"]
    return [versions_of(row) for row in rows]


def versions_of(row: dict[str, Any]) -> tuple[Form, ...]:
    """A key that no form has is a mistake of the file and raises ``TypeError``."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    versions = given.pop("versions", ())
    form = Form(**given)
    if form.shape not in SHAPES:
        raise ValueError(f"form {form.code} has an unknown shape")
    found = [replace(form, **each) for each in versions] or [form]
    return tuple(sorted(found, key=lambda each: each.valid_from, reverse=True))


def form_on(code: str, *, on: date) -> Form | None:
    """The form as it reads on that day."""
    return next((form for form in FORMS.get(code, ()) if form.valid_from <= on), None)


def forms_of(kinds: Iterable[str], *, on: date) -> list[Form]:
    """What can be written about such a subject on that day."""
    wanted = set(kinds)
    found = (form_on(code, on=on) for code in FORMS)
    return [form for form in found if form and wanted & set(form.of)]


def form_of_step(kinds: Iterable[str], step: str, *, on: date) -> Form | None:
    """The document that a step of such a subject makes."""
    return next((form for form in forms_of(kinds, on=on) if form.step == step), None)
