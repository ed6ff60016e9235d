from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from portal.people import User
from portal.people.doors import invite


class Command(BaseCommand):
    help = "Makes a one-time sign-in link for somebody who has an account; it works for 24 hours."
    requires_system_checks = ()  # answers also where an address is broken

    def add_arguments(self, parser) -> None:
        parser.add_argument("user", help="username")

    def handle(self, *args, **options) -> None:
        user = User.objects.filter(username=options["user"], is_active=True).first()
        if user is None:
            raise CommandError(f"Không có tài khoản “{options['user']}” đang hoạt động.")
        token = invite(user, at=timezone.now())
        self.stdout.write(settings.PORTAL_URL + reverse("first-password", args=[token]))
