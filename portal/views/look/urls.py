from django.urls import path

from portal.views.look.pages import look, look_page

urlpatterns = [
    path("giao-dien/", look, name="look"),
    path("giao-dien/<slug:name>/", look_page, name="look-page"),
]
