"""Everything readable without us, as one .zip: CSV tables, files, hashes, a protocol."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from portal.dashboard.successor.running import export
from portal.fields import Field
from portal.management.json_lines import speak_utf8
from portal.people import Unit
from portal.successor import SuccessorExport


class Command(BaseCommand):
    help = "Exports records for whoever takes over. Denunciations only with --denunciations."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--unit", help="code of a unit: its records alone")
        parser.add_argument("--field", help="code of a field: its records alone")
        parser.add_argument(
            "--denunciations", action="store_true", help="the own book alone, nothing else"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        speak_utf8(self.stdout)
        run = export(ordered(**options), lambda done, total: None)
        shutil.move(run.path, file)
        told = {"file": str(file), "rows": run.rows, "files": run.files, "sha256": run.sha256}
        self.stdout.write(json.dumps(told, ensure_ascii=False))


@transaction.atomic
def ordered(*, unit: str | None, field: str | None, denunciations: bool, **more: Any) -> Any:
    run = SuccessorExport.objects.create(
        on=timezone.localdate(),
        unit=named(Unit, unit),
        field=named(Field, field),
        sealed=denunciations,
    )
    run.tell("order", "Xuất hồ sơ bàn giao bằng lệnh", by="portal", on=run.on)
    return run


def named(model: Any, code: str | None) -> Any:
    if not code:
        return None
    found = model.objects.filter(code=code).first()
    if found is None:
        raise CommandError(f"Không có {model._meta.verbose_name} mã “{code}”.", returncode=2)
    return found
