"""Nhắc tên: a colleague called by name in a note of a record that this colleague may see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from portal.people import User
from portal.workflow import Subject

LAST = 10
CALL = re.compile(r"(?<![\w.])@")


class Mentions(models.QuerySet["Mention"]):
    def of(self, user: User) -> Mentions:
        return self.filter(person=user).select_related("by").order_by("-pk")

    def unread(self) -> Mentions:
        return self.filter(read_at=None)


class Mention(models.Model):
    """Ai được ai nhắc tên, ở bản ghi nào; the words stay in the note."""

    person = models.ForeignKey(User, models.PROTECT, related_name="mentions")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    stream = models.CharField("bản ghi", max_length=120)
    on = models.DateField("ngày")
    at = models.DateTimeField("lúc", default=timezone.now)
    read_at = models.DateTimeField("đã xem lúc", null=True)

    objects = Mentions.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="mention_of_person")]

    def __str__(self) -> str:
        return f"{self.by} nhắc {self.person}, {self.code}"

    @property
    def code(self) -> str:
        return self.stream.partition("/")[2]

    @classmethod
    def note(cls, people: Iterable[User], *, subject: Any, by: User, on: date) -> None:
        """Nobody is told of what they wrote themselves."""
        called = {person.pk: person for person in people if person.pk != by.pk}
        stream = subject.stream
        Mention.objects.bulk_create(
            Mention(person=person, by=by, stream=stream, on=on) for person in called.values()
        )


def called_in(text: str) -> list[User]:
    """Of the staff, whoever's full name follows an “@”; the longest name counts."""
    parts = [same(part) for part in CALL.split(text)[1:]]
    if not parts:
        return []
    staff = list(User.objects.filter(is_active=True))
    found: dict[User, None] = {}
    for part in parts:
        named = [user for user in staff if begins(part, user.full_name)]
        longest = max((len(user.full_name) for user in named), default=0)
        found |= dict.fromkeys(user for user in named if len(user.full_name) == longest)
    return list(found)


def strangers(people: Iterable[User], *, subject: Any, on: date) -> list[User]:
    """Who of them may not see the record."""
    rows = type(subject).objects
    return [
        person
        for person in people
        if not rows.visible_to(person, on=on).filter(pk=subject.pk).exists()
    ]


def told_to(user: User, *, on: date, unread: bool = False) -> list[tuple[Mention, Any]]:
    """The last mentions with their records; what the reader no longer sees is not told."""
    mine = Mention.objects.of(user)
    rows = list((mine.unread() if unread else mine)[:LAST])
    seen: dict[str, Any] = {}
    for kind in {row.stream.partition("/")[0] for row in rows}:
        codes = [row.code for row in rows if row.stream.startswith(f"{kind}/")]
        for subject in Subject.kinds[kind].objects.visible_to(user, on=on).filter(code__in=codes):
            seen[subject.stream] = subject
    return [(row, seen[row.stream]) for row in rows if row.stream in seen]


def read_all(user: User, *, at: datetime) -> None:
    Mention.objects.of(user).unread().update(read_at=at)


def same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def begins(part: str, name: str) -> bool:
    name = same(name)
    return bool(name) and part.startswith(name) and not part[len(name) : len(name) + 1].isalpha()
