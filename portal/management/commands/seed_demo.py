"""A believable office: invented people, letters that went their way, some still on it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.timezone import localdate

from portal.management.demo import (
    activities,
    afterwards,
    boards,
    conferences,
    denunciations,
    desk,
    emulation,
    newsroom,
    plans,
    ratings,
    receptions,
    reform,
    reports,
    visits,
    voices,
)
from portal.management.demo.office import build
from portal.management.demo.playing import Player
from portal.management.demo.stories import plays as letters
from portal.models import User

THREE_YEARS = timedelta(days=1095)


class Command(BaseCommand):
    help = "Fill an empty portal with an invented office and about 150 cases."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--full", action="store_true", help="each month of three years")
        parser.add_argument("--yes", action="store_true", help="also into DATABASE_URL")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMBEDDED and not options["yes"]:
            raise CommandError(
                "DATABASE_URL đang được đặt: thêm --yes nếu thật sự muốn ghi dữ liệu mẫu."
            )
        if User.objects.exists():
            raise CommandError(
                "Cơ sở dữ liệu đã có dữ liệu; dữ liệu mẫu chỉ ghi vào nơi còn trống."
            )
        today = localdate()
        player = self.fill(today=today, since=today - THREE_YEARS, often=options["full"])
        if settings.EMBEDDED:
            settings.DEMO_MARK.write_text(json.dumps(player.mark, ensure_ascii=False))
        self.stderr.write(f"\rĐã ghi dữ liệu mẫu: {len(player.petitions)} đơn.      ")

    @transaction.atomic
    def fill(self, *, today: date, since: date, often: bool) -> Player:
        player = Player(build(on=today, since=since), today=today)
        player.play(letters(today=today, since=since, often=often), told=self.tell)
        denunciations.fill(player.staff, today=today)
        receptions.arrange(player.staff, today=today)
        visits.receive(player.staff, today=today)
        plans.issue(player.staff, today=today)
        ratings.rate(player.staff, today=today)
        voices.speak(player.staff, today=today)
        conferences.confer(player.staff, today=today)
        emulation.strive(player.staff, today=today)
        boards.fill(player.staff, today=today)
        activities.keep(player.staff, today=today)
        reports.fill(player.staff, today=today)
        reform.fill(player.staff, today=today)
        newsroom.fill(player.staff, today=today)
        desk.lay_out(player.staff, today=today)
        afterwards.write(player.staff, today=today)
        return player

    def tell(self, done: int) -> None:
        if done % 100 == 0:
            self.stderr.write(f"\rĐang ghi dữ liệu mẫu: {done} việc", ending="")
            self.stderr.flush()
