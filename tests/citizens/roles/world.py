"""The whole office as one fixture; every request in it is undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from portal.fields import deliver_fields
from tests.citizens.roles.people import NOBODY, fill_the_office
from tests.citizens.roles.things import Thing, everything


@dataclass
class World:
    people: dict[str, Any]
    things: dict[str, Thing]

    def browser(self, who: str) -> Client:
        """A fresh session."""
        client = Client()
        if who != NOBODY:
            client.force_login(self.people[who])
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
        return [thing for thing in self.things.values() if not thing.is_case]

    @property
    def cases(self) -> list[Thing]:
        return [thing for thing in self.things.values() if thing.is_case]


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, calendar_as_delivered) -> Iterator[World]:
    from portal.working_days import current

    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(current, "_kept", (float("inf"), calendar_as_delivered))
        with undone():
            deliver_fields()
            people, units = fill_the_office()
            yield World(people, everything(people, units))
