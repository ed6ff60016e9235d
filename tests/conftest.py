"""The database as the portal meets it, the browser, and the cast."""

from importlib.util import find_spec
from types import MethodType

import pytest
from django.conf import settings
from django.db import connection

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
    """After a browser test: as the owner, with the guard of the history lifted just here."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgtype & 32 > 0"
        )
        guarded = [row[0] for row in cursor.fetchall()]
        for action in ("DISABLE", "ENABLE"):
            for table in guarded:
                cursor.execute(f"ALTER TABLE {table} {action} TRIGGER USER")
            if action == "DISABLE":
                for statement in statements:
                    cursor.execute(statement)
        cursor.execute(f"SET ROLE {operations.quote_name(settings.RUN_TIME_ROLE)}")
