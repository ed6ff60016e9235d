"""What stands beside the text of a public page: newest articles, categories, links."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from portal.kept import Kept
from portal.publications import Article, Category, SiteLink
from portal.publications.counting import told_today

NEWEST = 5


def beside(*, at: datetime, latest: bool = True) -> dict[str, Any]:
    on = timezone.localdate(at)
    return {
        "categories": [row for row in kept_categories() if is_open(row, on)],
        "site_links": [row for row in kept_links() if is_open(row, on)],
        "visits": told_today(),
        "latest": list(Article.objects.news(at=at)[:NEWEST]) if latest else [],
    }


def is_open(row: Any, on: date) -> bool:
    return (row.closed_on is None or row.closed_on > on) and (
        row.opened_on is None or row.opened_on <= on
    )


@Kept
def kept_categories() -> tuple[Category, ...]:
    return tuple(Category.objects.all())


@Kept
def kept_links() -> tuple[SiteLink, ...]:
    return tuple(SiteLink.objects.all())
