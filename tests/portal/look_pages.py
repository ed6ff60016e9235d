"""The sample pages of /giao-dien/, drawn where nothing but the menus has an address."""

from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import path

from portal.templatetags.navigation import PUBLIC, STAFF
from portal.views.look.pages import FAULTS, PAGES, look_page
from portal.views.look.specimens import GROUPS

ENTRIES = (*PUBLIC, *(entry for _, *entries in STAFF for entry in entries))
NAMED = {
    *("search", "reminders", "sign-in", "sign-out", "open-data", "accessibility", "demo"),
    *("look", "guide", "guide-for-citizens", "introduction", "find-public", "exemplars"),
}
NAMES = [*PAGES, *GROUPS, *FAULTS]


def nothing(request: HttpRequest, name: str = "") -> None:
    """Nobody asks."""


class Addresses:
    """Every entry of the menus answers here, so that the menus are seen in full."""

    urlpatterns = [
        path("look/<slug:name>/", nothing, name="look-page"),
        *(
            path(f"{name}/", nothing, name=name)
            for name in sorted(NAMED | {entry.url_name for entry in ENTRIES})
        ),
    ]


def draw(name: str, *, user, query: str = "") -> str:
    """The page as a browser gets it. Needs the addresses above as the root of all addresses."""
    request = RequestFactory().get(f"/case-list/{query}")
    request.user = user
    return look_page(request, name).content.decode()
