"""Petitions and cases that the same person may have sent before: same card, phone or name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Value

from portal.people import User

from ..models import Case, Party, Petition
from ..models.same_text import SameText
from ..models.vocabulary import Level
from .readers import ForReader

SIGNS = {
    "id_number": "Cùng số căn cước",
    "phone": "Cùng số điện thoại",
    "name": "Cùng họ tên",
}
MOST = 5
LOOKED_AT = 200
"""A sign that more letters share tells nothing of who wrote them: the newest are looked at."""


def petitions_by(sign: str, of_petition: Any, *, user: User, on: date) -> QuerySet[Petition]:
    """Other petitions whose people share a sign with those of this one; the reader may see them."""
    values = Party.objects.filter(petition=of_petition).exclude(**{sign: ""}).values(sign)
    seen = Petition.objects.visible_to(user, on=on).plain()
    with_sign = Party.objects.filter(**{f"{sign}__in": Subquery(values)})
    return seen.filter(pk__in=letters_of(with_sign)).order_by("-pk")


def letters_of(parties: QuerySet[Party]) -> QuerySet[Any]:
    """The keys of their newest letters."""
    return parties.order_by("-petition_id").values("petition")[:LOOKED_AT]


def related_likely(user: User, *, on: date) -> dict[str, QuerySet[Petition]]:
    """For a page that reads all its lists in one statement: one query set a sign."""
    this = OuterRef(OuterRef("pk"))
    of_page = OuterRef(OuterRef(this))
    others = {sign: petitions_by(sign, of_page, user=user, on=on) for sign in SIGNS}
    return {f"same_{sign}": newest(rows.exclude(pk=this)) for sign, rows in others.items()}


def newest(rows: QuerySet[Petition]) -> QuerySet[Petition]:
    """The newest few, chosen by their keys: thousands may share a name, and a page that asked for
    the rows themselves had each of these letters written out before all but five were dropped."""
    return Petition.objects.filter(pk__in=rows.values("pk")[:MOST]).order_by("-pk")


def signs_shared(petition: Any, lists: dict[str, list[Any]]) -> list[tuple[Any, str]]:
    """Each likely petition once, with the strongest sign first."""
    found: dict[int, tuple[Any, str]] = {}
    for sign, words in SIGNS.items():
        for other in lists[f"same_{sign}"]:
            if other.pk != petition.pk:
                found.setdefault(other.pk, (other, words))
    return list(found.values())


SAME_TEXT = "Cùng nội dung"
BY_STRENGTH = {
    "id_number": SIGNS["id_number"],
    "phone": SIGNS["phone"],
    "content": SAME_TEXT,
    "name": SIGNS["name"],
}
STRONG = (SIGNS["id_number"], SIGNS["phone"], SAME_TEXT)
"""Signs that a clerk must have seen; many people share a name."""

TYPED = {sign: f"«{sign}»" for sign in BY_STRENGTH}
"""Marks in the statement for what was typed."""


def likely_letters(typed: Mapping[str, str], *, user: User, on: date) -> list[tuple[Petition, str]]:
    """Letters in the open book like the one being entered, the strongest sign first.

    ``typed``: id_number, phone, name, content as far as they are known.
    """
    signs = tuple(sign for sign in BY_STRENGTH if typed.get(sign))
    if not signs:
        return []
    words = {TYPED[sign]: typed[sign] for sign in signs}
    rows = letters_with(user, signs, on=on, typed=words)
    found: dict[int, tuple[Petition, str]] = {}
    for petition in sorted(rows, key=lambda row: (signs.index(row.sign), -row.pk)):
        found.setdefault(petition.pk, (petition, BY_STRENGTH[petition.sign]))
    return list(found.values())[:MOST]


@ForReader
def letters_with(user: User, signs: tuple[str, ...], *, on: date) -> QuerySet[Petition]:
    """The newest few that share each of these signs with what was typed."""
    # by a sum: in the order of the key itself PostgreSQL reads back through all letters for five
    seen = Petition.objects.visible_to(user, on=on).plain().order_by((F("pk") + 0).desc())
    first, *others = [with_sign(seen, sign).annotate(sign=Value(sign))[:MOST] for sign in signs]
    return first.union(*others, all=True) if others else first


def with_sign(seen: QuerySet[Petition], sign: str) -> QuerySet[Petition]:
    if sign == "content":
        same = SameText(Value(TYPED[sign]))
        return seen.exclude(content="").alias(text=SameText("content")).filter(text=same)
    return seen.filter(pk__in=letters_of(Party.objects.filter(**{sign: TYPED[sign]})))


def mark_of(likely: list[tuple[Petition, str]]) -> str:
    """Of the strong signs: the clerk who has seen these letters is not asked again."""
    return ",".join(sorted(petition.code for petition, words in likely if words in STRONG))


def likely_cases(petition: Any, *, user: User, on: date) -> QuerySet[Case]:
    """Open cases of the same people, to join a duplicate to."""
    return cases_of_people(petition, user=user, on=on).open().order_by("-pk")[:MOST]


def likely_first_cases(petition: Any, *, user: User, on: date) -> QuerySet[Case]:
    """Complaints of the same people that a unit settles under its own seal."""
    of_units = cases_of_people(petition, user=user, on=on).filter(settling_unit__isnull=False)
    return of_units.filter(level=Level.FIRST).order_by("-pk")[:MOST]


def cases_of_people(petition: Any, *, user: User, on: date) -> Any:
    """Cases that this reader may see, of people who share a sign with those of the petition."""
    parties = list(Party.objects.filter(petition=petition).values(*SIGNS))
    known = {sign: [party[sign] for party in parties if party[sign]] for sign in SIGNS}
    same = Party.objects.none()
    for sign, values in known.items():
        same |= Party.objects.filter(**{f"{sign}__in": values})
    visible = Case.objects.visible_to(user, on=on)
    return visible.filter(petition__in=same.values("petition"))
