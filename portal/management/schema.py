"""The schema belongs to the owner role; the portal serves with a role that owns nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection as default
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from democracy.models import AwardRegulation, CriteriaVersion
from portal.fields.delivery import deliver_fields
from portal.grounds import deliver_grounds
from portal.instruments.delivery import deliver_instruments
from portal.publications.delivery import deliver_places
from portal.working_days.delivered import deliver_calendar

ONE_MIGRATES = 7_402_613
NEEDS_NO_TABLES = {
    *("check", "collectstatic", "diffsettings", "help", "makemessages", "compilemessages"),
    *(
        "lint_migrations",
        "makemigrations",
        "migrate",
        "showmigrations",
        "sqlmigrate",
        "squashmigrations",
        "version",
    ),
    *("dbshell", "startapp", "test", "testserver", "time_frame", "read_document"),
    *("backup", "restore", "upgrade", "db_worker", "timetable"),
}


@contextmanager
def as_owner(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let this connection speak with the owner's role for a while."""
    now, owner = connection.settings_dict, settings.OWNER_DATABASE
    owner = {name: owner[name] for name in ("USER", "PASSWORD", "HOST", "PORT") if name in owner}
    served_by = {name: now[name] for name in owner}
    if now["USER"] == owner["USER"]:
        yield
        return
    connection.close()
    connection.settings_dict.update(owner)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(served_by)


def let_the_run_time_role_work(connection: BaseDatabaseWrapper) -> None:
    """Tables made from now on may be read and written by it, never owned, altered or emptied."""
    role = connection.ops.quote_name(str(settings.RUN_TIME_ROLE))
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone()[0] == settings.RUN_TIME_ROLE:
            return
        cursor.execute(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public "
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}"
        )
        cursor.execute(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}"
        )


def prepare_for(arguments: list[str]) -> None:
    """Every command on the embedded database finds schema and delivered tables up to date."""
    asks_for_help = {"-h", "--help", "--version"} & set(arguments)
    if not settings.EMBEDDED or not arguments or asks_for_help:
        return
    if arguments[0] not in NEEDS_NO_TABLES:
        try:
            bring_up_to_date(default)
        except CommandError as refusal:
            sys.exit(str(refusal))


def bring_up_to_date(connection: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    with one_at_a_time(connection):
        deliver_calendar()
        deliver_fields()
        deliver_grounds()
        deliver_instruments()
        CriteriaVersion.deliver()
        AwardRegulation.deliver()
        deliver_places()


def has_tables(connection: BaseDatabaseWrapper) -> bool:
    return "django_migrations" in connection.introspection.table_names()


@contextmanager
def one_at_a_time(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Two commands started together on a fresh checkout: the second waits and finds it done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_MIGRATES])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_MIGRATES])


def lost_after_a_crash(connection: BaseDatabaseWrapper) -> list[str]:
    """Server settings under which an acknowledged write may disappear."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM pg_settings WHERE name = ANY(%s) AND setting = 'off' ORDER BY name",
            [["fsync", "full_page_writes", "synchronous_commit"]],
        )
        return [name for (name,) in cursor.fetchall()]
