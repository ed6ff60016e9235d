"""The whole office as one fixture; every request in it is undone."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from portal.fields import deliver_fields
from tests.cast import client_of
from tests.citizens.roles.people import NOBODY, fill_the_office
from tests.citizens.roles.things import Thing, everything


@dataclass
class World:
    people: dict[str, Any]
    things: dict[str, Thing]

    def __post_init__(self) -> None:
        self.cookies = {who: signed_in(user) for who, user in self.people.items()}

    def browser(self, who: str) -> Client:
        """A fresh session: what the request before left in it is undone."""
        client = Client()
        if who != NOBODY:
            client.cookies = SimpleCookie(self.cookies[who])
        return client

    def ask(
        self, who: str, method: str, address: str, data: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One request in a session of its own; whatever it did is undone."""
        with undone():
            response = getattr(self.browser(who), method.lower())(address, data)
            if response.streaming:
                response.body = b"".join(response.streaming_content)
            else:
                response.body = response.content
            return response

    @property
    def petitions(self) -> list[Thing]:
        return self.of_kind("don")

    @property
    def visits(self) -> list[Thing]:
        return self.of_kind("tiep-dan")

    @property
    def cases(self) -> list[Thing]:
        return self.of_kind("vu-viec")

    @property
    def sessions(self) -> list[Thing]:
        return self.of_kind("buoi-tiep")

    @property
    def denunciations(self) -> list[Thing]:
        return self.of_kind("to-cao")

    @property
    def protections(self) -> list[Thing]:
        return self.of_kind("bao-ve")

    def of_kind(self, kind: str) -> list[Thing]:
        return [thing for thing in self.things.values() if thing.item.stream_kind == kind]


def signed_in(user: Any) -> str:
    return client_of(user).cookies.output(header="", sep=";")


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def office_of_today(calendar: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Its people and its units, undone at the end."""
    from portal.working_days import current

    with pytest.MonkeyPatch.context() as patch, undone():
        patch.setattr(current, "_kept", (float("inf"), calendar))
        deliver_fields()
        yield fill_the_office()


class Standing:
    """The world as it stands in this process: built once for all files that ask for it in a row."""

    def __init__(self) -> None:
        self.world: World | None = None
        self.undoing = ExitStack()
        self.asking: set[Any] = set()
        self.is_asked_for_next = False

    def built(self, calendar: Any) -> World:
        if self.world is None:
            with ExitStack() as undoing:
                people, units = undoing.enter_context(office_of_today(calendar))
                self.world = World(people, everything(people, units))
                self.undoing = undoing.pop_all()
        return self.world

    def pull_down(self) -> None:
        self.undoing.close()
        self.world = None


standing = Standing()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, calendar_as_delivered) -> Iterator[World]:
    """Tests of other files meet empty tables."""
    with django_db_blocker.unblock():
        yield standing.built(calendar_as_delivered)
        if not standing.is_asked_for_next:
            standing.pull_down()


def pytest_collection_finish(session: pytest.Session) -> None:
    standing.asking = {item.path for item in session.items if "world" in asked_by(item)}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    standing.is_asked_for_next = nextitem is not None and nextitem.path in standing.asking


def asked_by(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


@pytest.fixture
def statements_built_anew():
    """What was put together for a kind of reader before the defect was planted is forgotten."""
    from citizens.sheets import case as case_sheet
    from citizens.sheets import petition as petition_sheet
    from citizens.sheets.readers import ForReader

    composed = (case_sheet.SHEET, petition_sheet.SHEET, *ForReader.all)
    for each in composed:
        each.statement.cache_clear()
    yield
    for each in composed:
        each.statement.cache_clear()
