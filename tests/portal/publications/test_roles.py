"""Articles: everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from portal.permissions import anybody
from portal.publications import Article
from portal.publications.delivery import deliver_places
from tests.citizens.roles.people import EVERYBODY
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import (
    holds_contents,
    loosen,
    status,
    walk_of,
    works_in,
    wrong_forms,
)
from tests.portal.publications.conftest import facts_of

pytestmark = pytest.mark.django_db
HOME = "nguoi-co-cong"
LEADERS = {"director", "deputy_director"}
WRITER = "officer"
WORDS = {
    "leader": lambda who: bool(roles(who) & LEADERS) and who != WRITER,
    "editor": lambda who: "editor" in roles(who),
    "its unit": lambda who: works_in(who, HOME),
    "–": lambda who: False,
}


def things(people, units) -> list[Article]:
    """A draft, one that is shown, one that was taken back."""
    deliver_places()
    today, now, by = timezone.localdate(), timezone.now(), people[WRITER]
    found = [Article.compose(by=by, on=today, **facts_of(units[HOME])) for _ in range(3)]
    for one in found[1:]:
        one.publish(by=people["director"], on=today, at=now)
    found[2].withdraw(by=people["director"], on=today, reason="Số liệu nhầm")
    return found


walk = walk_of(things)


def sees(article: Article, who: str) -> bool:
    if not holds_contents(who):
        return False
    close = roles(who) & (LEADERS | {"coordinator", "editor"}) or works_in(who, HOME)
    return bool(close) or article.stage == "published"


def may(step: str, who: str) -> bool:
    taken, prepared = steps("Articles")[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def cells(found: list[Article]) -> Iterator[tuple]:
    for article in found:
        article.refresh_from_db()
        for who in EVERYBODY:
            (expected,) = status(who, sees(article, who))
            yield who, article.get_absolute_url(), expected, None
            for step in article.workflow:
                if step.sources:
                    ready = expected == 200 and not step.missing(article) and may(step.name, who)
                    yield who, f"{article.get_absolute_url()}{step.path}/", expected, ready


@pytest.mark.parametrize("one_in", [16, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    world, found = walk
    assert list(wrong_forms(world, cells(found), one_in=one_in))[:20] == []


def test_a_rule_that_lets_everybody_publish_would_be_seen(walk, monkeypatch):
    world, found = walk
    loosen(monkeypatch, Article, "publish", anybody)
    assert any(wrong_forms(world, cells(found), only="dang-bai"))


def test_a_draft_shown_to_all_would_be_seen(walk, monkeypatch):
    from portal.publications.articles import Articles

    world, found = walk
    monkeypatch.setattr(Articles, "visible_to", lambda self, user, *, on: self)
    assert any(wrong_forms(world, cells(found[:1]), only="sua-bai"))
