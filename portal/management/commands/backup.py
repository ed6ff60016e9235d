import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from portal.backups import BackupRun, note
from portal.management.backup.drill import drill
from portal.management.backup.saving import Saved, back_up
from portal.management.json_lines import speak_utf8
from portal.management.schema import bring_up_to_date, has_tables

BACKUP, DRILL = BackupRun.Kind.BACKUP, BackupRun.Kind.DRILL


class Command(BaseCommand):
    help = "Backs the portal up into one .tar: database, files, manifest with hashes."
    requires_system_checks = ()  # backs up also where an address is broken

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--drill", action="store_true", help="restore it on a fresh private server and compare"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        speak_utf8(self.stdout)
        if not has_tables(connection):
            bring_up_to_date(connection)
        saved = self.noted(BACKUP, lambda: self.saved(options["file"]))
        if options["drill"]:
            self.noted(DRILL, lambda: self.drilled(options["file"]))
        if saved["lost"]:
            raise CommandError(
                f"Đã sao lưu, nhưng {len(saved['lost'])} tệp bị mất hoặc hỏng từ trước:"
                f" {', '.join(saved['lost'][:5])}."
            )

    def saved(self, path: Path) -> dict[str, Any]:
        saved: Saved = back_up(path)
        return {"backup": str(path), **saved.figures(), "lost": saved.lost}

    def drilled(self, path: Path) -> dict[str, Any]:
        return {"drill": True, **drill(path)}

    def noted(self, kind: str, work: Any) -> dict[str, Any]:
        """What went wrong is noted too: administration shows it."""
        try:
            figures = work()
        except (CommandError, OSError) as fault:
            note(kind, at=timezone.now(), fault=str(fault))
            raise CommandError(str(fault)) from fault
        lost = f"{len(figures['lost'])} tệp bị mất hoặc hỏng" if figures.get("lost") else ""
        note(kind, at=timezone.now(), figures=figures, fault=lost)
        self.stdout.write(json.dumps(figures, ensure_ascii=False))
        return figures
