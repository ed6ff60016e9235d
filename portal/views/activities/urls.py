"""Addresses of the registers of activities: the same six of each."""

from django.urls import URLPattern, path

from portal.forms import activities  # noqa: F401  the forms make themselves known
from portal.views.activities import pages
from portal.views.activities.lists import LISTS
from portal.views.activities.registers import Register
from portal.views.planning.urls import steps_of


def addresses_of(register: Register) -> list[URLPattern]:
    """New, a line, its file, its steps."""
    at, noun = f"hoat-dong/{register.path}", register.noun
    return [
        path(f"{at}/moi/", pages.new_of(register), name=f"{noun}-new"),
        path(f"{at}/<slug:code>/", pages.detail_of(register), name=f"{noun}-detail"),
        path(f"{at}/<slug:code>/tep/", pages.file_of(register), name=f"{noun}-file"),
        *steps_of(register.model, noun, at=at, view=pages.step_view_of(register)),
    ]


urlpatterns = [path("hoat-dong/", pages.activities, name="activities")]
for each, rows, table in LISTS:
    urlpatterns += [
        path(f"hoat-dong/{each.path}/", rows.as_view(), name=f"{each.noun}-list"),
        path(f"hoat-dong/{each.path}/xuat-excel/", table.as_view(), name=f"{each.noun}-export"),
        *addresses_of(each),
    ]
