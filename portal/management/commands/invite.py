from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal import history
from portal.factors import drop_all, end_all
from portal.people import User
from portal.people.doors import invite

SERVER = "máy chủ"


class Command(BaseCommand):
    help = "Makes a one-time sign-in link for somebody who has an account; it works for 24 hours."
    requires_system_checks = ()  # answers also where an address is broken

    def add_arguments(self, parser) -> None:
        parser.add_argument("user", help="username")
        parser.add_argument(
            "--restore",
            action="store_true",
            help="for the last administrator who has lost everything; it stands in the history",
        )

    def handle(self, *args, **options) -> None:
        """The link is told once it works: whoever follows it at once finds it."""
        token = self.link_for(**options)
        self.stdout.write(settings.PORTAL_URL + reverse("first-password", args=[token]))

    @transaction.atomic
    def link_for(self, **options) -> str:
        user = User.objects.filter(username=options["user"], is_active=True).first()
        if user is None:
            raise CommandError(f"Không có tài khoản “{options['user']}” đang hoạt động.")
        if user.has_password:
            if not options["restore"]:
                raise CommandError(
                    "Tài khoản này đã có mật khẩu: khôi phục ở trang Quản trị, cần hai người."
                )
            restore(user)
        return invite(user, at=timezone.now())


def restore(user: User) -> None:
    """Whoever holds the server holds the database: what they do here is at least written down."""
    drop_all(user)
    end_all(user)
    history.record(
        f"tai-khoan/{user.key}",
        "restore_on_server",
        by=SERVER,
        on=timezone.localdate(),
        label="Khôi phục đăng nhập từ máy chủ, không có người thứ hai",
    )
