"""`read_document FILE`: what an official document is and what it orders, as one line of JSON."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.management.json_lines import dumped, speak_utf8
from portal.official_text import Unreadable, read_document


class Command(BaseCommand):
    help = (
        "Đọc một văn bản (.docx, .txt, .pdf có chữ): loại, số, ngày, căn cứ, nhiệm vụ, thời gian."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        speak_utf8(self.stdout)
        try:
            content = file.read_bytes()
        except OSError:
            raise CommandError(f"Không mở được tệp {file.name}.", returncode=2) from None
        try:
            reading = read_document(content, name=file.name)
        except Unreadable as refusal:
            self.stdout.write(dumped({"error": str(refusal), "input": file.name}))
            raise CommandError(str(refusal), returncode=1) from None
        for notice in reading.notices:
            self.stderr.write(notice)
        self.stdout.write(dumped(reading.as_dict()))
