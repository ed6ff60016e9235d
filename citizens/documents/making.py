"""A document begun: the template of the day, with what is known and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from portal.documents.building import template_of
from portal.documents.checking import texts_of
from portal.documents.filling import fill
from portal.documents.forms import Form
from portal.documents.placeholders import names_in, values_of
from portal.documents.templates import template_on
from portal.documents.versions import WordVersion, add_version
from portal.paper_style import paper_style
from portal.people import User

from .subjects import about


def make(
    item: Any,
    form: Form,
    *,
    by: User,
    on: date,
    answers: Mapping[str, str] | None = None,
    draft: str = "",
) -> WordVersion:
    """``draft``: what somebody wrote instead of the form's own words."""
    content, own = answered(item, form, on=on, answers=answers, draft=draft)
    return add_version(item, form, content, by=by, on=on, template=own)


def answered(
    item: Any,
    form: Form,
    *,
    on: date,
    answers: Mapping[str, str] | None = None,
    draft: str = "",
) -> tuple[bytes, Any]:
    template, own = template_on(form, on=on)
    by_team = form.by_team and hasattr(item, "verification_members")
    if draft:
        template, own = template_of(replace(form, body=draft), size=paper_style(on).body_size), None
    names = {name for text in texts_of(template) for name in names_in(text)}
    known = values_of(names, about(item, on=on, by_team=by_team))
    typed = {name: words for name, words in (answers or {}).items() if words}
    return fill(template, known | typed), own
