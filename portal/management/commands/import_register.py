"""Bring a register along from a table: all lines or none."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from citizens import imports as citizens_imports
from portal.importing import Wrong, read_sheet
from portal.importing.accounts import ACCOUNTS
from portal.management.json_lines import speak_utf8
from portal.planning.from_units import TASK_REPORTS
from reforms.catalogue.national import NATIONAL_LIST
from reforms.catalogue.register import PROCEDURES
from reforms.dossiers.bringing import DOSSIERS
from reforms.score_register import SCORES

KINDS = {
    **citizens_imports.KINDS,
    **{
        register.kind: register
        for register in (TASK_REPORTS, ACCOUNTS, DOSSIERS, PROCEDURES, NATIONAL_LIST, SCORES)
    },
}


class Command(BaseCommand):
    help = f"Import a register from csv or xlsx. Kinds: {', '.join(KINDS)}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind")
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="check, write nothing")
        parser.add_argument("--columns", action="store_true", help="print the columns")

    def handle(self, *args: Any, kind: str, file: Path | None, **options: Any) -> None:
        speak_utf8(self.stdout)
        if kind not in KINDS:
            raise CommandError(f"Không có loại sổ “{kind}”. Có: {', '.join(KINDS)}.", returncode=2)
        register = KINDS[kind]
        if options["columns"]:
            self.stdout.write(json.dumps({"columns": register.headings}, ensure_ascii=False))
            return
        if file is None:
            raise CommandError("Chưa ghi tên tệp.", returncode=2)
        try:
            report = register.run(
                read_sheet(file), dry_run=options["dry_run"], progress=self.progress
            )
        except Wrong as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        self.stdout.write(json.dumps(report.as_dict(), ensure_ascii=False))
        if report.errors:
            raise CommandError(f"Có {len(report.errors)} lỗi, chưa ghi dòng nào.", returncode=1)

    def progress(self, words: str) -> None:
        self.stderr.write(words)
        sys.stderr.flush()
