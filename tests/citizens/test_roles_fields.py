"""Field by field: who may see it does, nobody else; numbers stay masked until asked for."""

from __future__ import annotations

import re

import pytest

from citizens.models import Party
from portal.history import Event
from tests.citizens.roles.people import EVERYBODY, NOBODY
from tests.citizens.roles.rights import opens
from tests.citizens.roles.things import ENVELOPE, id_number_of, mark, phone_of
from tests.citizens.roles.walking import MARKS, unpacked

pytestmark = pytest.mark.django_db
OFTEN = (
    "head",
    "officer",
    "deputy_in_charge",
    "coordinator",
    "inspection_board",
    "stranger",
    NOBODY,
)
EACH = [who if who in OFTEN else pytest.param(who, marks=pytest.mark.slow) for who in EVERYBODY]
WITHOUT_MARK = {"gender", "birth_year"}
"""Two values of the whole world share them: they name nobody."""


def values(thing) -> dict[str, str]:
    """Personal field -> what only this thing holds in it."""
    number = thing.number
    return {
        "name": mark(number, "N"),
        "address": mark(number, "A"),
        "email": mark(number, "E").lower(),
        "id_number": id_number_of(number),
        "phone": phone_of(number),
    }


MASKED = ("id_number", "phone")


@pytest.fixture(scope="module")
def letter(world):
    return world.things["letter of elsewhere"]


def pages_about(thing) -> list[str]:
    at = [thing.url, f"{thing.url}cach-tinh-thoi-han/", f"{thing.url}phieu-de-xuat/"]
    own = [each.url for each in (thing.case,) if each]
    lists = ["/don/", "/vu-viec/", "/don/xuat-excel/", "/vu-viec/xuat-excel/", "/cong-viec/"]
    asked = [f"/tim/?q={value}" for value in values(thing).values()]
    return [*at, *own, *(f"{url}cach-tinh-thoi-han/" for url in own), *lists, *asked]


def shown_fields(world, who: str, thing, pages: list[str]) -> dict[str, set[str]]:
    """Field -> the pages that show its value; what was typed into a search box does not count."""
    found: dict[str, set[str]] = {}
    for page in pages:
        asked = page.partition("?q=")[2]
        body = b" ".join(unpacked(world.ask(who, "GET", page).body)).decode(errors="replace")
        for name, value in values(thing).items():
            if value in body and value != asked:
                found.setdefault(name, set()).add(page.partition("?")[0])
    return found


def test_every_personal_field_has_a_canary(world):
    assert set(Party.PERSONAL) - WITHOUT_MARK == set(values(world.things["waiting"]))


@pytest.mark.parametrize("who", EACH)
def test_only_who_opens_it_sees_who_sent_it(world, letter, who):
    found = shown_fields(world, who, letter, pages_about(letter))
    assert bool(found) == (who != NOBODY and opens(who, letter))
    assert not set(found) & set(MASKED)


@pytest.mark.parametrize("who", ["petition_officer", "clerk", "director"])
def test_numbers_are_shown_to_who_asks(world, letter, who):
    page = world.ask(who, "POST", f"{letter.url}hien/").body.decode()
    assert all(values(letter)[name] in page for name in MASKED)


@pytest.mark.parametrize("who", ["officer", "editor", "administrator", NOBODY])
def test_numbers_of_what_one_may_not_see_cannot_be_asked_for(world, letter, who):
    response = world.ask(who, "POST", f"{letter.url}hien/")
    assert response.status_code in (302, 404)


@pytest.mark.parametrize("who", EVERYBODY)
def test_of_a_sealed_one_there_is_the_envelope_alone(world, who):
    sealed = world.things["sealed at entry"]
    pages = [sealed.url, "/don/so-rieng/", "/don/", "/don/xuat-excel/", f"/tim/?q={sealed.code}"]
    bodies = " ".join(world.ask(who, "GET", page).body.decode(errors="replace") for page in pages)
    marks = [mark(sealed.number, letter) in bodies for letter in "KNO"[: len(ENVELOPE)]]
    assert marks == [opens(who, sealed)] * 3


@pytest.mark.parametrize("who", ["administrator", "editor", "inspection_board", "newcomer"])
def test_who_does_not_work_for_citizens_sees_no_contents_anywhere(world, who):
    for page in ("/cong-viec/", "/don/", "/vu-viec/", "/tim/?q=Zq", "/chi-dao/", "/quan-tri/"):
        assert not MARKS.search(world.ask(who, "GET", page).body)


# what stands in clear in the history, for ever


def words_in(facts) -> list[str]:
    """Strings of an event's facts, however deep."""
    if isinstance(facts, dict):
        return [word for value in facts.values() for word in words_in(value)]
    if isinstance(facts, list):
        return [word for value in facts for word in words_in(value)]
    return [facts] if isinstance(facts, str) else []


IN_CLEAR = re.compile(r"[\w/.:-]*", re.ASCII)
SYMBOL = re.compile(r"\d+/[A-ZĐ-]+")
"""Dates, stages, units, codes and numbers of papers: never a sentence, never a name."""


def written_out(events) -> list[tuple[str, str]]:
    return [
        (event.step, word)
        for event in events
        for word in words_in(event.facts)
        if not (IN_CLEAR.fullmatch(word) or SYMBOL.fullmatch(word)) or "zq" in word.lower()
    ]


def test_the_clear_part_of_the_history_holds_dates_stages_and_units_alone(world):
    events = Event.objects.all()
    assert len(events) > 100
    assert written_out(events) == []


@pytest.mark.parametrize("word", ["Bảo hiểm xã hội tỉnh", "Zq07zN", "UBND xã An Phú"])
def test_a_name_in_the_clear_part_would_be_seen(word):
    assert written_out([Event(step="forward", facts={"to": [word]})])
