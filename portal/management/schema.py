"""The schema belongs to the owner role; the portal serves with a role that owns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def as_owner(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let this connection speak with the owner's role for a while."""
    served_by = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD", "HOST")}
    owner = {name: settings.OWNER_DATABASE.get(name, "") for name in served_by}
    if served_by["USER"] == owner["USER"]:
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
    role = connection.ops.quote_name(settings.RUN_TIME_ROLE)
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
