"""``/bai-viet/``: articles as staff write, read and approve them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.filters import Choice, Listing, Tab, equal_to, unit_options
from portal.forms.publications import NewArticle
from portal.publications import Article, Category, SitePage, Stage, rules
from portal.publications.drafting import drafted_from
from portal.views.around import around
from portal.views.new import NewView
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from portal.views.step import StepView

LIST = ("Bài viết", "/bai-viet/")
ASIDE = ("add_picture", "remove_picture", "withdraw")


def categories() -> list[tuple[str, str]]:
    return list(Category.objects.values_list("code", "name"))


def pages() -> list[tuple[str, str]]:
    return list(SitePage.objects.values_list("code", "title"))


class ArticleList(OwnList):
    model = Article
    listing = Listing(
        conditions=(
            words_in("title", "author", "code"),
            Choice("muc", "Chuyên mục", "Mọi chuyên mục", categories, equal_to("category__code")),
            Choice("trang", "Trang giới thiệu", "Mọi trang", pages, equal_to("page__code")),
            Choice("don-vi", "Đơn vị viết", "Mọi đơn vị", unit_options, of_unit),
            Choice(
                "giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: Stage.choices, equal_to("stage"),
                when_asked=True,
            ),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang soạn", (("giai-doan", Stage.DRAFT.value),)),
            Tab("Đã duyệt đăng", (("giai-doan", Stage.PUBLISHED.value),)),
            Tab("Đã gỡ", (("giai-doan", Stage.WITHDRAWN.value),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )  # fmt: skip
    columns = (
        *("pk", "code", "title", "stage", "author", "published_at"),
        *("unit__name", "category__name", "page__title"),
    )
    template = "portal/article/list.html"
    noun = "bài"
    begins = staticmethod(rules.composes)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có bài viết nào",
        "words": "Soạn bài, trình duyệt; bài được duyệt hiện ở mục Tin tức của trang công khai.",
        "url": "/bai-viet/moi/",
        "act": "Soạn bài",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, now = dict(Stage.choices), timezone.now()
        return [
            {**row, "unit": row["unit__name"], "stage_words": stages[row["stage"]],
             "place": row["category__name"] or row["page__title"],
             "waits": row["stage"] == Stage.PUBLISHED and row["published_at"] > now}
            for row in found
        ]  # fmt: skip


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    article = visible_article(request, code)
    context = {
        "article": article,
        "pictures": list(article.pictures.all()),
        "is_public": article.is_public(at=timezone.now()),
        **around(
            request.user, article, on=on, crumbs=(LIST,), aside=ASIDE,
            told=rules.edits_article(request.user, article, on=on)
            or rules.sees_every_article(request.user, on=on),
        ),
    }  # fmt: skip
    return render(request, "portal/article/detail.html", context)


def visible_article(request: HttpRequest, code: str) -> Article:
    seen = Article.objects.visible_to(request.user, on=timezone.localdate())
    beside = ("unit", "officer", "edited_by", "category", "page", "field", "published_by")
    return get_object_or_404(seen.select_related(*beside), code=code)


class NewArticleView(NewView):
    """``?tu=<stream>``: out of a record; ``?trang=<code>``: the next wording of a page."""

    may, form_class, verb = rules.composes, NewArticle, Article.compose
    crumbs = (LIST,)
    here = act = "Soạn bài"
    said = "Đã ghi bài {0.code}. Thêm ảnh nếu có, rồi trình duyệt."
    template = "portal/article/new.html"

    def given(self) -> dict[str, Any]:
        source, page = self.request.GET.get("tu", ""), self.request.GET.get("trang", "")
        if source:
            drafted = drafted_from(source, by=self.request.user, on=self.on)
            if drafted is None:
                raise Http404
            return super().given() | {"source": source, "drafted": drafted}
        if page:
            return super().given() | {"page": get_object_or_404(SitePage, code=page)}
        return super().given()


class ArticleStepView(StepView):
    model = Article
    templates = "portal/article/step"
    crumbs = (LIST,)
