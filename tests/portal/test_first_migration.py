"""The first migration draws less, and leaves the very tables that Django's own way leaves."""

from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.state import ProjectState

from portal.management.commands import migrate
from portal.management.first_migration import RENDERED_ANEW, neighbours_drawn_late

NAMES = ("drawn_late", "drawn_at_once")
EVERYTHING = """
SELECT 'column', concat_ws(' ', table_name, column_name, ordinal_position, udt_name, is_nullable,
                           column_default, character_maximum_length, is_identity)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'rule', concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'right', concat_ws(' ', relname, relacl) FROM pg_class
WHERE relnamespace = 'public'::regnamespace
ORDER BY 1, 2
"""


@pytest.fixture
def empty(django_db_setup, django_db_blocker):
    """Two databases without a table, under names of their own."""
    with django_db_blocker.unblock():
        for name in NAMES:
            at = f"{connection.settings_dict['NAME']}_{name}"
            told(f"DROP DATABASE IF EXISTS {at}", f"CREATE DATABASE {at}")
            connections.databases[name] = connection.settings_dict | {"NAME": at, "OPTIONS": {}}
        yield
        for name in NAMES:
            connections[name].close()
            told(f"DROP DATABASE {connections.databases.pop(name)['NAME']}")
            del connections[name]


def told(*statements: str) -> None:
    with connection._nodb_cursor() as cursor:
        for statement in ("SET ROLE NONE", *statements):
            cursor.execute(statement)


def described(name: str) -> list[tuple]:
    with connections[name].cursor() as cursor:
        cursor.execute(EVERYTHING)
        return cursor.fetchall()


@pytest.mark.slow
def test_both_ways_lead_to_the_same_tables(empty, monkeypatch):
    call_command("migrate", database="drawn_late", verbosity=0)
    monkeypatch.setattr(migrate, "neighbours_drawn_late", nullcontext)
    call_command("migrate", database="drawn_at_once", verbosity=0)
    late, at_once = map(described, NAMES)
    assert len(late) > 1000
    assert late == at_once


@pytest.mark.django_db
def test_an_office_that_has_tables_migrates_as_django_does():
    whole = getattr(ProjectState, RENDERED_ANEW)
    with neighbours_drawn_late(connection):
        assert getattr(ProjectState, RENDERED_ANEW) is whole
