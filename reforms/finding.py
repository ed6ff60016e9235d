"""How the public search finds procedures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from portal.publications.finding import MOST, Hit, Source, findable, nearest_first
from reforms.models import Procedure


def procedures(words: str, at: datetime) -> Iterator[Hit]:
    seen = Procedure.objects.public(as_of=timezone.localdate(at)).matching(words)
    for one in nearest_first(seen, words, "code")[: MOST + 1]:
        yield Hit(one.name, one.public_url, one.code)


findable(Source("Thủ tục hành chính", procedures, "/thu-tuc/"))
