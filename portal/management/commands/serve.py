from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from portal.management import first_start, serving
from portal.management.schema import bring_up_to_date, lost_after_a_crash


class Command(BaseCommand):
    """What ./run calls once the environment stands."""

    help = "Serve the portal: web, worker and timetable, ending together."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--empty", action="store_true", help="no demo data")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.PORT.isdigit():
            raise CommandError("Địa chỉ viết dạng MÁY:CỔNG, ví dụ 127.0.0.1:8000.")
        door = serving.listen(settings.HOST.strip("[]"), int(settings.PORT))
        if not settings.EMBEDDED:
            bring_up_to_date(connection)
        if off := lost_after_a_crash(connection):
            raise CommandError(f"PostgreSQL phải bật {', '.join(off)} thì mới giữ được dữ liệu.")
        with ThreadPoolExecutor() as beside:
            static_files = beside.submit(first_start.collect_static_files)
            first_start.fill(with_demo=settings.EMBEDDED and not options["empty"])
            static_files.result()
        serving.serve(door, when_ready=self.say_where)

    def say_where(self) -> None:
        self.stdout.write(f"\nCổng đang chạy tại {settings.PORTAL_URL}/  (Ctrl-C để dừng)")
        if first_start.has_demo():
            self.stdout.write(
                f"Dữ liệu mẫu: mở {settings.PORTAL_URL}/xem-thu/ để vào thử từng vai."
            )
        if first_start.administrator_has_no_password():
            self.stdout.write(
                "Quản trị hệ thống đặt mật khẩu tại địa chỉ sau (một lần, trong 24 giờ):"
            )
            call_command("invite", first_start.ADMINISTRATOR)
        self.stdout.flush()
