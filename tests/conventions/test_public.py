"""Everything is behind the sign-in but what stands on this short list."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

PUBLIC = {
    "",
    "suc-khoe/",
    "suc-khoe/so-do/",
    "bieu-trung/",
    "tra-cuu/",
    "gui-don/",
    "gui-don/nguoi-gui/",
    "gui-don/su-viec/",
    "gui-don/giay-to/",
    "gui-don/kiem-tra/",
    "gui-don/bien-nhan/",
    "gui-don/khieu-nai/",
    "gui-don/to-cao/",
    "lich-tiep-cong-dan/",
    "lich-tiep-cong-dan/lich.ics",
    "mo-khoa/",
    "dan-chu/hom-thu/",
    "dan-chu/hom-thu/da-gui/",
    "dan-chu/hom-thu/<str:key>/",
    "hai-long/cam-on/",
    "hai-long/quay/<slug:code>/",
    "hai-long/<str:key>/",
    "thu-tuc/",
    "thu-tuc/<str:code>/",
    "thu-tuc/<str:code>/mau/<int:pk>/",
    "van-ban/",
    "van-ban/<int:pk>/",
    "van-ban/<int:pk>/tep/",
    "tin-tuc/",
    "tin-tuc/rss.xml",
    "tin-tuc/anh/",
    "tin-tuc/anh/<uuid:key>/",
    "tin-tuc/anh/<uuid:key>/lon/",
    "tin-tuc/<slug:code>/",
    "tin-tuc/<slug:code>/in/",
    "gioi-thieu/",
    "gioi-thieu/<slug:code>/",
    "lien-he/",
    "tro-nang/",
    "tim-kiem/",
    "api/",
    "api/openapi.json",
    "api/<slug:code>/",
    "cong-khai/",
    "dien-hinh/",
    "cong-khai/<slug:code>/",
    "cong-khai/<slug:code>/tep/",
    "sitemap.xml",
    "robots.txt",
    "huong-dan/cong-dan/",
    "huong-dan/anh/<str:name>",
    "dang-nhap/",
    "dang-nhap/moi/<str:token>/",
    "dang-nhap/buoc-hai/",
    "dang-nhap/tinh/",
    "dang-nhap/tinh/ve/",
    "xem-thu/",
}


def views(patterns: list, above: str = "") -> Iterator[tuple[str, object]]:
    for entry in patterns:
        route = above + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry.callback
        else:
            yield from views(entry.url_patterns, route)


def open_to_everybody(patterns: list) -> set[str]:
    return {route for route, view in views(patterns) if not getattr(view, "login_required", True)}


def test_only_the_public_list_is_open_to_everybody():
    assert open_to_everybody(get_resolver().url_patterns) == PUBLIC


def test_a_view_opened_by_mistake_would_be_seen():
    def mistake(request):
        return HttpResponse()

    mistake.login_required = False
    patterns = [*get_resolver().url_patterns, URLPattern("mo-nham/", mistake)]
    assert open_to_everybody(patterns) - PUBLIC == {"mo-nham/"}
