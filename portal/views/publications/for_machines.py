"""What programs read: the newest articles as a feed, all public pages as a map, who may look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from portal.office import office
from portal.publications import Article
from portal.publications.finding import SOURCES

IN_FEED, IN_MAP = 20, 5_000
RSS, XML, TEXT = (
    "application/rss+xml; charset=utf-8",
    "application/xml; charset=utf-8",
    "text/plain; charset=utf-8",
)
STANDING = (
    *("home", "news", "introduction", "contact"),
    *("gallery", "find-public", "publicity", "exemplars", "open-data"),
)
NOT_FOR_SEARCH = ("/tra-cuu/", "/gui-don/", "/dan-chu/", "/hai-long/", "/dang-nhap/", "/tim-kiem/")
"""Nobody's search engine keeps the way into them, nor that somebody asked for them."""


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    told = Rss201rev2Feed(
        title=f"Tin tức – {office(timezone.localdate(now)).name}",
        link=request.build_absolute_uri(reverse("news")),
        description="Tin mới đăng",
        language="vi",
        feed_url=request.build_absolute_uri(),
    )
    for one in Article.objects.news(at=now).select_related("category")[:IN_FEED]:
        address = request.build_absolute_uri(one.public_url)
        told.add_item(
            title=one.title,
            link=address,
            unique_id=address,
            description=one.shown_lead,
            pubdate=one.published_at,
            categories=[str(one.category)],
        )
    return HttpResponse(told.writeString("utf-8"), content_type=RSS)


@login_not_required
@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Every page that strangers may find; nothing that asks who they are."""
    response = HttpResponse(content_type=XML)
    writer = SimplerXMLGenerator(response, "utf-8")
    writer.startDocument()
    writer.startElement("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for path, changed in addresses(timezone.now()):
        writer.startElement("url", {})
        writer.addQuickElement("loc", request.build_absolute_uri(path))
        if changed:
            writer.addQuickElement("lastmod", changed.date().isoformat())
        writer.endElement("url")
    writer.endElement("urlset")
    writer.endDocument()
    return response


def addresses(at: datetime) -> Iterator[tuple[str, datetime | None]]:
    for name in STANDING:
        yield reverse(name), None
    pages: dict[str, datetime | None] = {}
    for one in Article.objects.published(at=at).select_related("page")[:IN_MAP]:
        pages[one.public_url] = max(filter(None, (pages.get(one.public_url), one.published_at)))
    yield from pages.items()
    for source in SOURCES:
        yield source.more, None


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    kept_out = "".join(f"Disallow: {path}\n" for path in NOT_FOR_SEARCH)
    where = request.build_absolute_uri(reverse("site-map"))
    return HttpResponse(f"User-agent: *\n{kept_out}Sitemap: {where}\n", content_type=TEXT)
