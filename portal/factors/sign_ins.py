"""Phiên đăng nhập: which sessions of a person are open, in which browser, last used when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.utils.crypto import constant_time_compare

from portal.people import User

BROWSERS = (
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("CriOS/", "Chrome"),
    ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS X", "máy Mac"), ("Linux", "Linux"),
)  # fmt: skip


class SignIn(models.Model):
    """Một lần đăng nhập."""

    user = models.ForeignKey(User, models.PROTECT, related_name="sign_ins")
    session = models.CharField(max_length=40, unique=True)
    words = models.CharField(max_length=60)
    began_at = models.DateTimeField()

    class Meta:
        ordering = ["-began_at", "-pk"]

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Open:
    """One that still opens the portal."""

    row: SignIn
    seen_at: datetime
    is_this: bool


def open_sessions(user: User, *, this: str, seen: str, at: datetime) -> list[Open]:
    """``seen``: where a session notes when it was last used."""
    rows = list(user.sign_ins.all())
    wanted = [row.session for row in rows]
    alive = Session.objects.filter(session_key__in=wanted, expire_date__gt=at)
    data = {row.session_key: row.get_decoded() for row in alive}
    return [
        Open(row, seen_in(data[row.session], seen) or row.began_at, row.session == this)
        for row in rows
        if row.session in data and opens(data[row.session], user)
    ]


def opens(data: dict[str, Any], user: User) -> bool:
    """One begun under another password or other positions is over, though its row is there."""
    return constant_time_compare(data.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())


def seen_in(data: dict[str, Any], name: str) -> datetime | None:
    return datetime.fromtimestamp(data[name], UTC) if name in data else None


@transaction.atomic
def end(rows: models.QuerySet[SignIn]) -> int:
    keys = list(rows.values_list("session", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    return rows.delete()[0]


def end_all(user: User) -> int:
    return end(SignIn.objects.filter(user=user))


def forget_ended(*, at: datetime) -> int:
    """Rows whose session is gone tell nothing more."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    return SignIn.objects.exclude(session__in=alive).delete()[0]


def words_of(agent: str) -> str:
    """“Chrome trên Windows”; what a browser says of itself, never trusted, only recognised."""
    browser = next((name for mark, name in BROWSERS if mark in agent), "Trình duyệt khác")
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    return f"{browser} trên {system}" if system else browser
