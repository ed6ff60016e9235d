import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils.timezone import localtime

from portal.jobs import run_due
from portal.management.timetable import JOBS

log = logging.getLogger("portal.timetable")
PAUSE = 30


class Command(BaseCommand):
    help = "Do what falls due at its time of day, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            close_old_connections()
            for name, day in run_due(JOBS, now=localtime()):
                log.info("done", extra={"facts": {"job": name, "day": day}})
            if options["once"]:
                return
            time.sleep(PAUSE)
