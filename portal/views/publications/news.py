"""``/tin-tuc/`` and ``/gioi-thieu/``: what strangers read."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments.files import ALONE
from portal.people import Unit
from portal.publications import Article, ArticlePicture, Category, SitePage
from portal.views.publications.blocks import beside

A_PAGE, RELATED = 12, 5


@login_not_required
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The newest first; ``?muc=`` one category, ``?truoc=`` what came before that article."""
    now = timezone.now()
    category = category_asked(request)
    rows = Article.objects.news(at=now).select_related("category", "unit")
    if category:
        rows = rows.filter(category=category)
    found = list(before(rows, request.GET.get("truoc", ""), at=now)[: A_PAGE + 1])
    picture = newest_picture(found[:A_PAGE])
    context = {
        "articles": found[:A_PAGE],
        "picture": picture,
        "pictured": picture and picture.article,
        "category": category,
        "older": found[A_PAGE - 1].code if len(found) > A_PAGE else "",
        "is_first": "truoc" not in request.GET,
        **beside(at=now, latest=False),
    }
    return render(request, "portal/public/news.html", context)


def category_asked(request: HttpRequest) -> Category | None:
    code = request.GET.get("muc", "")
    return get_object_or_404(Category, code=code) if code else None


def before(rows: QuerySet[Article], code: str, *, at: datetime) -> QuerySet[Article]:
    """Rows older than this article; a page cut by its place in time loses none."""
    if not code:
        return rows
    last = get_object_or_404(Article.objects.news(at=at), code=code)
    older = Q(published_at=last.published_at, pk__lt=last.pk)
    return rows.filter(Q(published_at__lt=last.published_at) | older)


def newest_picture(articles: list[Article]) -> ArticlePicture | None:
    """One on a page: a cheap telephone loads no more than it has to."""
    pictures = ArticlePicture.objects.filter(article__in=articles).select_related("article")
    return pictures.order_by("-article__published_at", "-article", "pk").first()


@login_not_required
@require_safe
def article(request: HttpRequest, code: str) -> HttpResponse:
    return article_page(request, code, "portal/public/article.html")


@login_not_required
@require_safe
def article_print(request: HttpRequest, code: str) -> HttpResponse:
    """In bài viết: the sheet alone."""
    return article_page(request, code, "portal/public/article_print.html")


def article_page(request: HttpRequest, code: str, template: str) -> HttpResponse:
    now = timezone.now()
    rows = Article.objects.news(at=now).select_related("category", "unit", "field")
    one = get_object_or_404(rows, code=code)
    around = beside(at=now)
    context = {
        **around,
        "article": one,
        "pictures": list(one.pictures.all()),
        "related": list(related_to(one, at=now)),
        "latest": [each for each in around["latest"] if each.pk != one.pk],
        "address": request.build_absolute_uri(one.public_url),
    }
    return render(request, template, context)


def related_to(one: Article, *, at: datetime) -> QuerySet[Article]:
    """Of the same field first, then of the same category, the newest first."""
    alike = Q(category=one.category_id)
    if one.field_id:
        alike |= Q(field=one.field_id)
    closeness = Case(
        When(field=one.field_id or 0, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    rows = Article.objects.news(at=at).filter(alike).exclude(pk=one.pk)
    return rows.order_by(closeness, "-published_at", "-pk")[:RELATED]


@login_not_required
@require_safe
def picture(request: HttpRequest, key: UUID, large: bool = False) -> FileResponse:
    """To whoever may read the article; drawn by the portal, so it may stand on a page."""
    rows = ArticlePicture.objects.select_related("article", "file", "large")
    one = get_object_or_404(rows, key=key)
    if not one.article.is_public(at=timezone.now()) and not seen_by_staff(request, one.article):
        raise Http404
    file = one.large if large else one.file
    response = FileResponse(default_storage.open(file.path), filename=file.name)
    response["Content-Type"] = file.mime
    response["Content-Security-Policy"] = ALONE
    return response


def seen_by_staff(request: HttpRequest, article: Article) -> bool:
    if not request.user.is_authenticated:
        return False
    seen = Article.objects.visible_to(request.user, on=timezone.localdate())
    return seen.filter(pk=article.pk).exists()


@login_not_required
@require_safe
def introduction(request: HttpRequest) -> HttpResponse:
    """The pages of the office that have a text."""
    now = timezone.now()
    on = timezone.localdate(now)
    written = Article.objects.published(at=now).filter(page__isnull=False).values("page")
    pages = SitePage.objects.open(as_of=on).filter(pk__in=written)
    return render(request, "portal/public/pages.html", {"pages": pages, **beside(at=now)})


@login_not_required
@require_safe
def site_page(request: HttpRequest, code: str) -> HttpResponse:
    now = timezone.now()
    page = get_object_or_404(SitePage.objects.open(as_of=timezone.localdate(now)), code=code)
    one = Article.objects.of_page(page, at=now).select_related("unit", "page").first()
    if one is None:
        raise Http404
    return page_of(request, page, one)


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Trợ năng: in the office's words, or in ours until it has some."""
    page = SitePage.objects.filter(code="tro-nang").first()
    one = Article.objects.of_page(page, at=timezone.now()).first() if page else None
    if page and one:
        return page_of(request, page, one)
    return render(request, "portal/public/accessibility.html")


def page_of(request: HttpRequest, page: SitePage, one: Article) -> HttpResponse:
    context: dict[str, Any] = {
        "page": page,
        "article": one,
        "pictures": list(one.pictures.all()),
        "units": units_told(page),
        **beside(at=timezone.now()),
    }
    return render(request, "portal/public/page.html", context)


def units_told(page: SitePage) -> list[Unit]:
    """The page about the organisation lists the units as they stand today."""
    if page.code != "co-cau-to-chuc":
        return []
    units = Unit.objects.open(as_of=timezone.localdate())
    return list(units.exclude(kind=Unit.Kind.HEADQUARTERS).order_by("kind", "name"))


@login_not_required
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Liên hệ: the office's own facts, and what its page says beside them."""
    now = timezone.now()
    page = SitePage.objects.filter(code="lien-he").first()
    one = Article.objects.of_page(page, at=now).first() if page else None
    units = Unit.objects.open(as_of=timezone.localdate(now)).exclude(phone="")
    context = {"article": one, "units": units.order_by("kind", "name"), **beside(at=now)}
    return render(request, "portal/public/contact.html", context)
