"""The database as the portal meets it, the browser, and the cast."""

from importlib.util import find_spec
from types import MethodType

import pytest
from django.conf import settings
from django.db import connection, transaction

pytest_plugins = ["tests.cast"] if find_spec("tests.cast") else []


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tests run with the rights of the run-time role: a missing right shows in the first test."""
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["OPTIONS"]["assume_role"] = settings.RUN_TIME_ROLE
        connection.ops.execute_sql_flush = MethodType(empty_tables, connection.ops)
    yield
    with django_db_blocker.unblock():
        connection.close()
        del connection.settings_dict["OPTIONS"]["assume_role"]


def empty_tables(operations, statements: list[str]) -> None:
    """After a browser test: as the owner, with the guards against TRUNCATE lifted just here."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        guards = guards_against_truncate(cursor)
        for table, guard, _ in guards:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {guard}")
        for statement in statements:
            cursor.execute(statement)
        for table, guard, always in guards:
            cursor.execute(f"ALTER TABLE {table} ENABLE {always} TRIGGER {guard}")


def guards_against_truncate(cursor) -> list[tuple[str, str, str]]:
    cursor.execute(
        """
        SELECT tgrelid::regclass::text, quote_ident(tgname),
               CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END
        FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 > 0
        """
    )
    return cursor.fetchall()
