"""`rebuild_tallies`: count what leaders look at anew; the kept rows must come out the same."""

from typing import Any

from django.core.management.base import BaseCommand

from citizens.models.tally import rebuild


class Command(BaseCommand):
    help = "Count the rollups of petitions and cases anew."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stderr.write(f"Đã đếm lại: {rebuild()} dòng số liệu.")
