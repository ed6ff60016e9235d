import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from portal.dashboard.reminders.sending import remind
from portal.management.json_lines import speak_utf8


class Command(BaseCommand):
    help = "Remind everybody of what is due on a day: once, however often it runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, required=True)

    def handle(self, *args: Any, on: date, **options: Any) -> None:
        speak_utf8(self.stdout)
        self.stdout.write(json.dumps(remind(on).as_dict(), ensure_ascii=False))
