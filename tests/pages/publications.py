"""The public site: news, an article with its picture, pages of the office, what is disclosed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from portal.publications import Article, SitePage, VisitDay, redraw
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.portal.publications.conftest import facts_of
from tests.portal.publications.test_disclosure_roles import things as disclosures
from tests.portal.publications.test_roles import HOME
from tests.portal.publications.test_roles import things as articles
from tests.portal.publications.test_way import photograph

FOR_ALL = (
    "news",
    "gallery",
    "introduction",
    "contact",
    "find-public",
    "publicity",
    "exemplars",
    "open-data",
)


def publications(world: World) -> Iterator[Face]:
    people, units = world.people, units_of_the_office()
    draft, shown, withdrawn = articles(people, units)
    hang(draft, people["officer"])
    disclosed = disclosures(people, units)
    VisitDay.objects.create(on=timezone.localdate(), visits=1_234, pages=5_678)
    yield from subjects(world, [draft, shown, withdrawn, *disclosed])
    yield from lists(world, "coordinator", "article-list", "disclosure-list", searched=True)
    yield seen(world, "site-check", "administrator", reverse("site-check"))
    yield from for_strangers(world, people, units, shown, disclosed[1])


def hang(article: Article, by) -> None:
    picture = redraw(photograph(size=(300, 200)), "anh.jpg")
    article.add_picture(by=by, on=timezone.localdate(), picture=picture, alt="Đoàn thăm gia đình",
                        caption="Ở xã Nà Khoang")  # fmt: skip


def for_strangers(world, people, units, shown, disclosed) -> Iterator[Face]:
    today, now = timezone.localdate(), timezone.now()
    with_picture = Article.compose(by=people["officer"], on=today, **facts_of(units[HOME]))
    hang(with_picture, people["officer"])
    page = SitePage.objects.get(code="co-cau-to-chuc")
    facts = facts_of(units[HOME], category=None, page=page)
    wording = Article.compose(by=people["officer"], on=today, **facts)
    for one in (with_picture, wording):
        one.publish(by=people["director"], on=today, at=now)
    for name in FOR_ALL:
        yield seen(world, name, NOBODY, reverse(name), "full")
    yield seen(world, "news-article", NOBODY, with_picture.public_url)
    yield seen(world, "news-print", NOBODY, f"{shown.public_url}in/")
    yield seen(world, "site-page", NOBODY, wording.public_url)
    yield seen(world, "disclosed", NOBODY, disclosed.public_url)
    for asked in ("?q=nguoi+co+cong", "?q=khong+co+chu+nay"):
        yield seen(world, "find-public", NOBODY, reverse("find-public") + asked, asked)
    yield seen(world, "home", NOBODY, "/", "full")
