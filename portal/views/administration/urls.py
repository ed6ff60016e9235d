from django.urls import path

from portal.views.administration import (
    administration,
    books,
    emblem,
    invite,
    mail,
    new_row,
    new_setting,
    protocol,
    reorganisation_list,
    reorganise,
    row,
    server,
    setting_list,
    structure,
    table_list,
    telling,
)
from portal.views.administration import templates as pages

urlpatterns = [
    path("", administration, name="administration"),
    path("co-cau/", structure, name="administration-structure"),
    path("sap-xep/", reorganisation_list, name="administration-reorganisations"),
    path("sap-xep/bien-ban/<int:pk>/", protocol, name="administration-protocol"),
    path("sap-xep/<slug:path>/", reorganise, name="administration-reorganise"),
    path("may-chu/", server, name="administration-server"),
    path("bieu-trung/", emblem, name="administration-emblem"),
    path("so/", books, name="administration-books"),
    path("thu/", mail, name="administration-mail"),
    path("bao-viec/", telling, name="administration-telling"),
    path("mau-van-ban/", pages.templates, name="administration-templates"),
    path("mau-van-ban/<slug:slug>/", pages.template, name="administration-template"),
    path(
        "mau-van-ban/<slug:slug>/word/",
        pages.delivered_template,
        name="administration-template-delivered",
    ),
    path("mau-van-ban/tep/<int:pk>/", pages.template_file, name="administration-template-file"),
    path(
        "mau-van-ban/tep/<int:pk>/thoi-dung/",
        pages.end_template,
        name="administration-template-end",
    ),
    path("thiet-lap/", setting_list, name="administration-settings"),
    path("thiet-lap/<slug:path>/", new_setting, name="administration-setting"),
    path("tai-khoan/<int:pk>/lien-ket/", invite, name="administration-invite"),
    path("<slug:path>/", table_list, name="administration-table"),
    path("<slug:path>/moi/", new_row, name="administration-new"),
    path("<slug:path>/<int:pk>/", row, name="administration-row"),
]
