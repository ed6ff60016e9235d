"""Addresses of the public site, and of the desk where it is written."""

from django.urls import path

from portal.forms import publications as forms_of_articles  # noqa: F401  known by being read
from portal.publications import Article, Disclosure
from portal.views.planning.urls import steps_of
from portal.views.publications import (
    articles,
    checking,
    disclosures,
    for_machines,
    gallery,
    news,
    open_data,
    search,
)

public = [
    path("tin-tuc/", news.news, name="news"),
    path("tin-tuc/rss.xml", for_machines.feed, name="news-feed"),
    path("tin-tuc/anh/", gallery.gallery, name="gallery"),
    path("tin-tuc/anh/<uuid:key>/", news.picture, name="article-picture"),
    path(
        "tin-tuc/anh/<uuid:key>/lon/", news.picture, {"large": True}, name="article-picture-large"
    ),
    path("tin-tuc/<slug:code>/", news.article, name="news-article"),
    path("tin-tuc/<slug:code>/in/", news.article_print, name="news-print"),
    path("gioi-thieu/", news.introduction, name="introduction"),
    path("gioi-thieu/<slug:code>/", news.site_page, name="site-page"),
    path("tro-nang/", news.accessibility, name="accessibility"),
    path("lien-he/", news.contact, name="contact"),
    path("tim-kiem/", search.find_public, name="find-public"),
    path("cong-khai/", disclosures.publicity, name="publicity"),
    path("dien-hinh/", disclosures.exemplars, name="exemplars"),
    path("cong-khai/<slug:code>/", disclosures.disclosed, name="disclosed"),
    path("cong-khai/<slug:code>/tep/", disclosures.disclosed_file, name="disclosed-file"),
    path("api/", open_data.open_data, name="open-data"),
    path("api/openapi.json", open_data.open_api, name="open-api"),
    path("api/<slug:code>/", open_data.dataset, name="open-dataset"),
    path("sitemap.xml", for_machines.site_map, name="site-map"),
    path("robots.txt", for_machines.robots, name="robots"),
]
desk = [
    path("bai-viet/", articles.ArticleList.as_view(), name="article-list"),
    path("bai-viet/moi/", articles.NewArticleView.as_view(), name="article-new"),
    path("bai-viet/<slug:code>/", articles.detail, name="article-detail"),
    *steps_of(Article, "article", at="bai-viet", view=articles.ArticleStepView),
    path("quan-tri/trang-cong-khai/", checking.site_check, name="site-check"),
    path("cong-bo/", disclosures.DisclosureList.as_view(), name="disclosure-list"),
    path("cong-bo/moi/", disclosures.NewDisclosureView.as_view(), name="disclosure-new"),
    path("cong-bo/<slug:code>/", disclosures.detail, name="disclosure-detail"),
    path("cong-bo/<slug:code>/tep/", disclosures.disclosure_file, name="disclosure-file"),
    *steps_of(Disclosure, "disclosure", at="cong-bo", view=disclosures.DisclosureStepView),
]
urlpatterns = [*public, *desk]
