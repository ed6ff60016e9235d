"""One digest a person and day: what is late or falls due, what waits for that person's act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import models

from portal.people import User


@dataclass(frozen=True)
class Item:
    """One line: a code or a count, its words, where it leads. No name, no content."""

    what: str
    words: str
    url: str

    def __str__(self) -> str:
        return f"{self.what}: {self.words}"


class Digests(models.QuerySet["Digest"]):
    def of(self, user: User) -> Digests:
        return self.filter(person=user).order_by("-on")

    def unread(self) -> Digests:
        return self.filter(read_at=None)


class Digest(models.Model):
    """Bản nhắc việc của một người trong một ngày."""

    person = models.ForeignKey(User, models.PROTECT, related_name="digests")
    on = models.DateField("ngày")
    lines = models.JSONField("việc", default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField("đã xem lúc", null=True)
    mailed_at = models.DateTimeField("gửi thư lúc", null=True)

    objects = Digests.as_manager()

    class Meta:
        ordering = ["-on", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "on"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person}, {self.on:%d/%m/%Y}"

    @classmethod
    def make(cls, person: User, items: Sequence[Item], *, on: date) -> tuple[Digest, bool]:
        """The digest of that day and whether it is new; one that stands is left as it is."""
        lines = [asdict(item) for item in items]
        return cls.objects.get_or_create(person=person, on=on, defaults={"lines": lines})

    @property
    def items(self) -> list[Item]:
        return [Item(**line) for line in self.lines]

    @property
    def text(self) -> str:
        """As it is copied into a chat: one line each."""
        return "\n".join(f"- {item}" for item in self.items)
