"""A record becomes a draft article in one step: each app says how its own reads as news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.attachments import File
from portal.people import Unit
from portal.workflow import Subject


@dataclass(frozen=True)
class Drafted:
    """How a record reads as an article; ``body`` is plain text with marks.

    ``pictures``: files that the record shows, each with its caption.
    """

    title: str
    body: str
    unit: Unit
    lead: str = ""
    field: Any = None
    category: str = "tin-hoat-dong"
    pictures: tuple[tuple[File, str], ...] = ()


Telling = Callable[[Any, date], Drafted]
Ready = Callable[[Any], bool]
TELLINGS: dict[str, tuple[Telling, Ready]] = {}


def article_of(kind: str, *, ready: Ready) -> Callable[[Telling], Telling]:
    """``@article_of("khen-thuong", ready=…)``: what an article about such a record begins with."""

    def register(telling: Telling) -> Telling:
        TELLINGS[kind] = telling, ready
        return telling

    return register


def can_become_article(record: Any) -> bool:
    _, ready = TELLINGS.get(getattr(record, "stream_kind", ""), (None, None))
    return bool(ready and ready(record))


def drafted_from(stream: str, *, by: Any, on: date) -> Drafted | None:
    """The article about a record that this reader sees; None where there is no such record."""
    kind, _, code = stream.partition("/")
    if kind not in TELLINGS:
        return None
    model = Subject.kinds[kind]
    seen = model.objects.visible_to(by, on=on).filter(code=code).first()
    return TELLINGS[kind][0](seen, on) if seen and can_become_article(seen) else None
