"""What the kernel's own rooms have to be found: articles, pages of the office, documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Func, TextField
from django.utils import timezone

from portal.instruments import Instrument
from portal.publications.articles import Article
from portal.publications.disclosures import Disclosure
from portal.publications.finding import MOST, Hit, Source, findable, nearest_first
from portal.text import day, fold, whole_word


def news(words: str, at: datetime) -> Iterator[Hit]:
    rows: Any = Article.objects.news(at=at).matching(words)
    for one in nearest_first(rows, words, "-published_at", "-pk")[: MOST + 1]:
        yield Hit(one.title, one.public_url, day(timezone.localdate(one.published_at)))


def pages(words: str, at: datetime) -> Iterator[Hit]:
    """Only the wording that holds now."""
    written = Article.objects.published(at=at).filter(page__isnull=False, page__closed_on=None)
    newest = written.order_by("page_id", "-published_at", "-pk").distinct("page_id").values("pk")
    found = Article.objects.filter(pk__in=newest).matching(words).select_related("page")
    for one in nearest_first(found, words, "page__order")[: MOST + 1]:
        yield Hit(str(one.page), one.public_url)


def instruments(words: str, at: datetime) -> Iterator[Hit]:
    seen = Instrument.objects.visible_to(AnonymousUser(), on=timezone.localdate(at)).matching(words)
    for one in nearest_first(seen, words, "-dated", "-pk")[: MOST + 1]:
        yield Hit(one.title, one.get_absolute_url(), one.cited)


def disclosed(words: str, at: datetime) -> Iterator[Hit]:
    shown: Any = Disclosure.objects.on_show(as_of=timezone.localdate(at))
    plain: Any = Func("title", function="vi_plain", output_field=TextField())
    rows: Any = shown.annotate(folded=plain)
    for word in fold(words).split()[:8]:
        rows = rows.filter(folded__regex=whole_word(word))
    for one in rows.order_by("-released_on", "-pk")[: MOST + 1]:
        yield Hit(one.title, one.public_url, one.under.words)


findable(Source("Tin tức", news, "/tin-tuc/", narrows=False))
findable(Source("Trang giới thiệu", pages, "/gioi-thieu/", narrows=False))
findable(Source("Văn bản", instruments, "/van-ban/"))
findable(Source("Công khai", disclosed, "/cong-khai/", narrows=False))
