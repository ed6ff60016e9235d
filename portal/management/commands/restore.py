import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.backups import BackupRun, note
from portal.management.backup.restoring import restore
from portal.management.json_lines import speak_utf8


class Command(BaseCommand):
    help = "Brings a backup back into an empty database and says whether its history is whole."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        speak_utf8(self.stdout)
        restored = restore(options["file"])
        faults = " ".join(restored.faults)
        note(BackupRun.Kind.RESTORE, at=timezone.now(), figures=restored.figures(), fault=faults)
        self.stdout.write(json.dumps(restored.figures(), ensure_ascii=False))
        self.stdout.write(json.dumps(restored.verdict.as_dict(), ensure_ascii=False))
        for warning in restored.warnings:
            self.stderr.write(warning)
        if faults:
            raise CommandError(faults)
