"""The first migration draws less, and leaves the very tables that Django's own way leaves."""

from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.state import ProjectState

from portal.management.commands import migrate
from portal.management.first_migration import RENDERED_ANEW, neighbours_drawn_late

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
    """Opens a database without a table; the connection is as it was afterwards."""
    kept = connection.settings_dict
    made = []

    def opened(name: str) -> None:
        made.append(f"{kept['NAME']}_{name}")
        told(f"DROP DATABASE IF EXISTS {made[-1]}", f"CREATE DATABASE {made[-1]}")
        connection.close()
        connection.settings_dict = kept | {"NAME": made[-1], "OPTIONS": {}}

    with django_db_blocker.unblock():
        yield opened
        connection.close()
        connection.settings_dict = kept
        told(*(f"DROP DATABASE {name}" for name in made))


def told(*statements: str) -> None:
    """By the owner, beside the tests' own connection."""
    with connection._nodb_cursor() as cursor:
        for statement in ("SET ROLE NONE", *statements):
            cursor.execute(statement)


def migrated() -> list[tuple]:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(EVERYTHING)
        return cursor.fetchall()


@pytest.mark.slow
def test_both_ways_lead_to_the_same_tables(empty, monkeypatch):
    empty("drawn_late")
    late = migrated()
    monkeypatch.setattr(migrate, "neighbours_drawn_late", nullcontext)
    empty("drawn_at_once")
    assert len(late) > 1000
    assert late == migrated()


@pytest.mark.django_db
def test_an_office_that_has_tables_migrates_as_django_does():
    whole = getattr(ProjectState, RENDERED_ANEW)
    with neighbours_drawn_late(connection):
        assert getattr(ProjectState, RENDERED_ANEW) is whole
