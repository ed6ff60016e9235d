"""List and detail agree: what a list shows opens, what it does not show is 404; no link is dead."""

import re

import pytest

from tests.citizens.roles.crawling import crawl, links
from tests.citizens.roles.people import EVERYBODY, NOBODY
from tests.citizens.roles.rights import sees
from tests.citizens.roles.walking import leaks, numbers_for

pytestmark = pytest.mark.django_db
STAFF = [who for who in EVERYBODY if who != NOBODY]
OF_ITEM = re.compile(r"/(?:don|vu-viec|tiep-dan)/([A-Z]+-\d{4}-\d+)/")
OFTEN = ("administrator", NOBODY)
EACH = [who if who in OFTEN else pytest.param(who, marks=pytest.mark.slow) for who in EVERYBODY]


def listed(world, who: str, address: str) -> set[str]:
    """Codes on all pages of a list."""
    found, waiting, read = set(), [address], set()
    while waiting:
        page = waiting.pop()
        read.add(page)
        response = world.ask(who, "GET", page)
        codes = {code for link in links(response) for code in OF_ITEM.findall(link)}
        found |= codes
        further = {
            f"{address.partition('?')[0]}{link}" for link in links(response) if "sau=" in link
        }
        waiting += sorted(further - read)
    return found


def seen_codes(world, who: str, *, cases: bool, sealed: bool = False) -> set[str]:
    questions = "letter of question"
    things = world.cases if cases else [each for each in world.petitions if each.name != questions]
    return {each.code for each in things if sees(who, each) and each.sealed == sealed}


@pytest.mark.parametrize("who", STAFF)
def test_the_list_of_petitions_shows_what_opens(world, who):
    assert listed(world, who, "/don/?xem=tat-ca") == seen_codes(world, who, cases=False)


@pytest.mark.parametrize("who", STAFF)
def test_the_register_of_visits_shows_what_opens(world, who):
    seen = {each.code for each in world.visits if sees(who, each) and not each.sealed}
    assert {code for code in listed(world, who, "/tiep-dan/") if code[:2] == "TD"} == seen


@pytest.mark.parametrize("who", STAFF)
def test_the_list_of_cases_shows_what_opens(world, who):
    assert listed(world, who, "/vu-viec/?xem=tat-ca") == seen_codes(world, who, cases=True)


@pytest.mark.parametrize("who", ["director", "petition_officer", "head_of_petitions", "clerk"])
def test_the_own_book_shows_what_opens(world, who):
    own = seen_codes(world, who, cases=False, sealed=True)
    assert own
    assert listed(world, who, "/don/so-rieng/") == own


@pytest.mark.parametrize("who", EACH)
def test_no_page_leads_to_nowhere_or_names_what_is_hidden(world, who):
    allowed, wrong, pages = numbers_for(world, who), [], 0
    for address, response in crawl(world, who):
        pages += 1
        if response.status_code not in (200, 302):
            wrong.append((address, response.status_code))
        if named := leaks(response, allowed):
            wrong.append((address, named))
    assert wrong == []
    assert pages >= 3
