from django.urls import include, path

from portal.views.health import health

urlpatterns = [
    path("", include("citizens.urls")),
    path("suc-khoe/", health, name="health")]

handler400 = "portal.views.faults.bad_request"
handler403 = "portal.views.faults.forbidden"
handler404 = "portal.views.faults.not_found"
handler500 = "portal.views.faults.server_error"
