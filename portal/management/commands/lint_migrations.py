import sys
from typing import Any

from django.core.management.base import BaseCommand

from portal.management.gentle_migrations import harsh_migrations


class Command(BaseCommand):
    help = "Names migrations under which the version that still serves would fail or wait."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        found = harsh_migrations()
        for each in found:
            self.stdout.write(str(each))
        if found:
            sys.exit(1)
