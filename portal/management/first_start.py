"""What a portal needs before its first page: static files, a first account, a demo office."""

import hashlib
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.utils.timezone import localdate

from portal.models import Position, Unit, User

ADMINISTRATOR = "quantri"


def fill(*, with_demo: bool) -> None:
    if User.objects.exists():
        return
    if with_demo and "seed_demo" in get_commands():
        call_command("seed_demo")
    if not User.objects.filter(username=ADMINISTRATOR).exists():
        add_administrator(on=localdate())


def add_administrator(*, on: date) -> None:
    """An account without a password: only the one-time link opens it."""
    administrator = User.objects.create_user(ADMINISTRATOR, full_name="Quản trị hệ thống")
    Position.objects.create(
        user=administrator,
        role="administrator",
        title="Quản trị hệ thống",
        unit=headquarters(on=on),
        opened_on=on,
    )


def headquarters(*, on: date) -> Unit:
    found = Unit.objects.filter(kind="headquarters").first()
    return found or Unit.objects.create(
        code="so", name="Cơ quan Sở", short_name="Sở", kind="headquarters", opened_on=on
    )


def administrator_has_no_password() -> bool:
    """Until somebody has set it, each start offers a fresh link."""
    administrator = User.objects.filter(username=ADMINISTRATOR).first()
    return administrator is not None and not administrator.has_usable_password()


def has_demo() -> bool:
    return settings.EMBEDDED and settings.ON_LOOPBACK and settings.DEMO_MARK.exists()


def collect_static_files() -> None:
    """Only when a file came, went or changed since the last time."""
    now, before = state_of_static_files(), settings.STATIC_ROOT / ".state"
    if not before.exists() or before.read_text() != now:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        before.write_text(now)


def state_of_static_files() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
