"""Databases beside the tests' own, in which rows are committed and dumped; gone afterwards."""

import gc
from contextlib import contextmanager
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import override_settings

from portal import history
from portal.attachments import receive
from portal.management.backup.saving import back_up
from portal.people import User
from tests.conftest import end_what_a_browser_left_open

DAY = date(2026, 8, 3)
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01" + b"IEND\xaeB`\x82"


@contextmanager
def database(name: str, *, template: str):
    """This thread speaks with a database of that name, as the owner; it is dropped at the end.

    Not by force: that is refused while the server's own vacuum is in it, a plain drop ends that.
    """
    own, beside = connections["default"], connections["default"].copy()
    name = f"{own.settings_dict['NAME']}_{name}"  # processes of tests share a server
    beside.settings_dict["OPTIONS"] = {}
    make(beside, f"DROP DATABASE IF EXISTS {name}")
    copy(beside, name, template=template)
    beside.settings_dict["NAME"] = name
    connections["default"] = beside
    try:
        yield
    finally:
        beside.close()
        connections["default"] = own
        make(beside, f"DROP DATABASE {name}")


def copy(connection, name: str, *, template: str) -> None:
    """Whoever came back into the database meanwhile is shown out again, five times."""
    inside = f"datname = '{template.strip(chr(34))}' AND backend_type = 'client backend'"
    for left in reversed(range(5)):
        try:
            make(
                connection,
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {inside}",
                f"CREATE DATABASE {name} TEMPLATE {template}",
            )
            break
        except OperationalError:
            if not left:
                raise


def close_whatever_is_open() -> None:
    """A database that somebody is in cannot be copied: threads and browsers leave connections.

    Those of this process are closed from here, so that whoever uses them again opens them anew.
    """
    for held in gc.get_objects():
        if issubclass(type(held), BaseDatabaseWrapper) and held.connection is not None:
            held.connection.close()
            held.connection = None
    end_what_a_browser_left_open()


def make(connection, *statements: str) -> None:
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture(scope="module")
def saved(django_db_setup, django_db_blocker, tmp_path_factory):
    """A backup of a small office: somebody, two acts, a day closed, two files."""
    place = tmp_path_factory.mktemp("sao lưu")
    own = f'"{connection.settings_dict["NAME"]}"'
    with django_db_blocker.unblock():
        close_whatever_is_open()
    with (
        override_settings(MEDIA_ROOT=place / "tệp"),
        django_db_blocker.unblock(),
        database("ops_before", template=own),
    ):
        fill()
        return place / "cổng.tar", back_up(place / "cổng.tar")


def fill() -> None:
    with transaction.atomic():
        lan = User.objects.create_user("lan", full_name="Nguyễn Thị Lan")
        for number in (1, 2):
            history.record("don/D-2026-00001", "register", by=lan.key, on=DAY)
            receive(SimpleUploadedFile(f"đơn {number}.png", PICTURE), by=lan)
    history.close_day(DAY)
