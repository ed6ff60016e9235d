import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.management.upgrading import put_back, upgrade


class Command(BaseCommand):
    """What ./upgrade calls while the portal stands still."""

    help = "Backs up into FILE, brings the database up to date, asks for health; else puts it back."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--back", action="store_true", help="put the database back as FILE has it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["back"]:
            put_back(options["file"], say=self.stdout.write)
        elif fault := upgrade(options["file"], say=self.stdout.write):
            self.stderr.write(f"Nâng cấp không xong: {fault}")
            self.stderr.write("Cơ sở dữ liệu đã trở lại như trước; chạy tiếp bản cũ.")
            sys.exit(1)
