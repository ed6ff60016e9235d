"""``/tin-tuc/anh/``: the pictures of the news, article by article."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.publications import Article, ArticlePicture
from portal.views.publications.blocks import beside
from portal.views.publications.news import before

ALBUMS = 12


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """``?truoc=``: what came before that article. One picture is shown, the others when asked."""
    now = timezone.now()
    pictured = Exists(ArticlePicture.objects.filter(article=OuterRef("pk")))
    rows = Article.objects.news(at=now).filter(pictured).prefetch_related("pictures")
    found = list(before(rows, request.GET.get("truoc", ""), at=now)[: ALBUMS + 1])
    context = {
        "albums": found[:ALBUMS],
        "older": found[ALBUMS - 1].code if len(found) > ALBUMS else "",
        **beside(at=now),
    }
    return render(request, "portal/public/gallery.html", context)
