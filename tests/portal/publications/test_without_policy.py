"""The policy would hide a hole: what was stored is opened in a browser without it."""

import pytest

from portal.publications import Article
from tests.cast import client_of
from tests.citizens.test_stored_payloads import PAYLOAD, SITE, serve
from tests.portal.publications.conftest import AT, ON, facts_of
from tests.portal.publications.test_rich_text import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_nothing_stored_runs(stranger, minh, ha, units, page):
    facts = facts_of(units["nguoi-co-cong"], title=PAYLOAD, lead=PAYLOAD, author=PAYLOAD)
    one = Article.compose(by=minh, on=ON, **facts | {"body": f"<p>Tin</p>{''.join(HOSTILE)}"})
    one.publish(by=ha, on=ON, at=AT)
    drawn = [stranger.get(address) for address in ("/tin-tuc/", one.public_url, "/")]
    drawn.append(client_of(ha).get(f"{one.get_absolute_url()}"))
    bodies = [answer.content.decode() for answer in drawn]
    planted = f"<!doctype html><p>Tin</p>{PAYLOAD}"
    places = {f"/{place}": body for place, body in enumerate([*bodies, planted])}
    page.route(f"{SITE}/**", lambda route: serve(route, places))
    ran = []
    for place in places:
        page.goto(f"{SITE}{place}")
        ran.append(page.evaluate("typeof pwned !== 'undefined'"))
    assert ran == [False] * len(bodies) + [True]
