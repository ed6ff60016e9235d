"""The public site and the rooms of the office with rows and words without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from portal.factors import Restoration
from portal.office import Office
from portal.people import Unit, User
from portal.publications import Article, Disclosure, SitePage
from portal.publications.delivery import deliver_places
from tests.citizens.roles.people import HOME, NOBODY, account
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.subjects import seen
from tests.portal.publications.conftest import facts_of

ROWS = 40
WORD = "Nguyễnthịkhônghếttên" * 3
TITLE = f"{WORD} và tất cả những điều còn lại của một tiêu đề dài không ai đọc hết"
BODY = (
    f"<h2>{TITLE}</h2><p>{WORD * 4} <strong>{WORD}</strong></p><ul><li>{WORD}</li></ul>"
    f'<p><a href="https://tangiang.example/{WORD}">{WORD}</a></p>'
    f"<table><tr>{f'<td>{WORD}</td>' * 4}</tr></table>"
)
OFFICE = "Sở Nội vụ, Lao động, Dân tộc và Tôn giáo tỉnh Bà Rịa – Vũng Tàu – Côn Đảo"
OF_STRANGERS = ("home", "news", "publicity", "introduction", "contact", "find-public", "open-data")


def crowd(people: dict[str, Any], units: dict[str, Unit]) -> None:
    """Names as long as the tables take them, and as many rows as make a second page."""
    name_without_end(people, units)
    deliver_places()
    today, now = timezone.localdate(), timezone.now()
    director, officer, unit = people["director"], people["officer"], units[HOME]
    facts = {"title": TITLE, "lead": TITLE, "body": BODY, "author": WORD}
    page = SitePage.objects.get(code="co-cau-to-chuc")
    wordings = [facts_of(unit, **facts, category=None, page=page)]
    for told in [facts_of(unit, **facts)] * ROWS + wordings:
        Article.compose(by=officer, on=today, **told).publish(by=director, on=today, at=now)
        Article.compose(by=officer, on=today, **told)
    disclosed = {"ground": "ngan-sach", "title": TITLE, "summary": WORD * 3, "unit": unit}
    for number in range(ROWS):
        one = Disclosure.note_disclosure(by=officer, on=today, **disclosed)
        if number % 2:
            one.release(by=director, on=today)


def name_without_end(people: dict[str, Any], units: dict[str, Unit]) -> None:
    Office.objects.update(
        name=OFFICE, short_name=OFFICE, parent_body=f"Ủy ban nhân dân {OFFICE}",
        address=TITLE, phone="0299 3 800 100, 0299 3 800 101", hours=TITLE, licence=TITLE,
        responsible_person=WORD,
    )  # fmt: skip
    Unit.objects.filter(pk=units[HOME].pk).update(name=TITLE, phone="0299 3 800 200")
    for who in ("director", "officer", "clerk"):
        people[who].full_name = WORD
        people[who].save()
    User.objects.bulk_create(account(f"ke-tiep-{n}", f"{WORD} {n}") for n in range(ROWS))
    for user in User.objects.filter(username__startswith="ke-tiep-"):
        Restoration.objects.create(
            user=user, lost="password", known_by=WORD * 4, asked_by=people["administrator"],
            asked_at=timezone.now(), digest="",
        )  # fmt: skip


def crowded(world: World) -> Iterator[Face]:
    """What only an address of its own leads to, and the second page of what runs on."""
    shown = Article.objects.filter(stage="published", page=None).last()
    disclosed = Disclosure.objects.on_show(as_of=timezone.localdate()).last()
    for name in OF_STRANGERS:
        yield seen(world, name, NOBODY, reverse(name), "crowded")
    yield seen(world, "news", NOBODY, f"/tin-tuc/?truoc={shown.code}", "the last page")
    yield seen(world, "news-article", NOBODY, shown.public_url, "crowded")
    yield seen(world, "news-print", NOBODY, f"{shown.public_url}in/", "crowded")
    yield seen(world, "site-page", NOBODY, "/gioi-thieu/co-cau-to-chuc/", "crowded")
    yield seen(world, "disclosed", NOBODY, disclosed.public_url, "crowded")
    yield seen(world, "find-public", NOBODY, "/tim-kiem/?q=nguyen", "crowded")
    for row in (shown, disclosed):
        name = f"{type(row).__name__.lower()}-detail"
        yield seen(world, name, "officer", row.get_absolute_url(), "crowded")
    for query in ("", "?viec=xem"):
        yield seen(world, "audit", "director", f"/nhat-ky/{query}", "crowded")
