"""An article of the division for people with merit: Minh writes, Nga or director Hà decides."""

from datetime import datetime

import pytest
from django.utils import timezone

from portal.people import Role, User
from portal.publications import Article, Category, SitePage
from portal.publications.delivery import deliver_places
from tests.cast import person, place

AT = timezone.make_aware(datetime(2026, 11, 20, 8))
ON = AT.date()
TEXT = "<h2>Ba trăm người</h2><p>Đoàn đã thăm <strong>300</strong> gia đình.</p>"


@pytest.fixture(autouse=True)
def places(db):
    deliver_places()


@pytest.fixture
def nga(units) -> User:
    user = person("nga", "Trịnh Thúy Nga")
    place(user, Role.EDITOR, unit=units["van-phong"], title="Biên tập viên")
    return user


def facts_of(unit, **other):
    return {
        "title": "Thăm, tặng quà người có công ở xã Nà Khoang",
        "lead": "",
        "body": TEXT,
        "category": Category.objects.get(code="tin-hoat-dong"),
        "unit": unit,
        "author": "Đỗ Hoàng Minh",
    } | other


@pytest.fixture
def draft(minh, units) -> Article:
    return Article.compose(by=minh, on=ON, **facts_of(units["nguoi-co-cong"]))


@pytest.fixture
def shown(draft, ha) -> Article:
    draft.publish(by=ha, on=ON, at=AT)
    return draft


@pytest.fixture
def written(minh, ha, units):
    """A page of the office with a text."""

    def write(code: str, body: str, *, at=AT) -> Article:
        page = SitePage.objects.get(code=code)
        facts = facts_of(units["van-phong"], title=page.title, body=body, category=None, page=page)
        one = Article.compose(by=minh, on=ON, **facts)
        one.publish(by=ha, on=ON, at=at)
        return one

    return write
