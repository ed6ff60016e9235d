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
    path("thiet-lap/", setting_list, name="administration-settings"),
    path("thiet-lap/<slug:path>/", new_setting, name="administration-setting"),
    path("tai-khoan/<int:pk>/lien-ket/", invite, name="administration-invite"),
    path("<slug:path>/", table_list, name="administration-table"),
    path("<slug:path>/moi/", new_row, name="administration-new"),
    path("<slug:path>/<int:pk>/", row, name="administration-row"),
]
