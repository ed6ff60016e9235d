"""The table of contents, a chapter, its pictures; the citizens' chapter needs no account."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.templatetags.navigation import staff_menu
from portal.views.guide.chapters import FOLDER, TO_CITIZENS, chapters


def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/guide/index.html", {"chapters": chapters().values()})


def guide_chapter(request: HttpRequest, name: str) -> HttpResponse:
    if name not in chapters():
        raise Http404
    context = {"chapter": chapters()[name], "open_pages": open_to(request)}
    return render(request, "portal/guide/chapter.html", context)


def open_to(request: HttpRequest) -> set[str]:
    """Of what a chapter names, the pages that stand in the reader's own menu are one click away."""
    groups = staff_menu({"user": request.user, "request": request})
    return {link.url for _, links in groups for link in links}


@login_not_required
def guide_for_citizens(request: HttpRequest) -> HttpResponse:
    chapter = chapters()[TO_CITIZENS]
    doors = {page for section in chapter.sections for page in section.doors}
    context = {"chapter": chapter, "open_pages": doors}
    return render(request, "portal/guide/for_citizens.html", context)


@login_not_required
def guide_picture(request: HttpRequest, name: str) -> FileResponse:
    """Invented people on an invented day: the pictures are no secret."""
    known = {
        picture.name
        for chapter in chapters().values()
        for section in chapter.sections
        for picture in section.pictures
    }
    if name not in known or not (FOLDER / name).exists():
        raise Http404
    return FileResponse((FOLDER / name).open("rb"), content_type="image/webp")
