from django.core.management.commands import migrate
from django.db import connections

from portal.management.first_migration import neighbours_drawn_late
from portal.management.schema import as_owner, let_the_run_time_role_work, one_at_a_time


class Command(migrate.Command):
    """Django's own, in the name of the role that owns the tables."""

    def handle(self, *args, **options):
        connection = connections[options["database"]]
        with as_owner(connection), one_at_a_time(connection):
            let_the_run_time_role_work(connection)
            with neighbours_drawn_late(connection):
                super().handle(*args, **options)
