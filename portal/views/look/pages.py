"""The index of the look, a page for each kind of state, whole pages as they are put together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from portal.views import faults
from portal.views.look.forms import WRONG, Petition, SignIn
from portal.views.look.specimens import GROUPS, Group, Specimen
from portal.views.look.words import WORDS

SHADES = {"sang": ("light", "Nền sáng"), "toi": ("dark", "Nền tối")}
IDS = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby)=")([^"]+)"')
Answer = Callable[[HttpRequest], HttpResponse]


def look(request: HttpRequest) -> HttpResponse:
    context = shaded(request) | {
        "groups": GROUPS.values(),
        "pages": [(name, title) for name, (title, _) in PAGES.items()],
        "faults": [(name, title) for name, (title, _) in FAULTS.items()],
    }
    return render(request, "portal/look/index.html", context)


def look_page(request: HttpRequest, name: str) -> HttpResponse:
    """A form of a sample is sent nowhere: whoever tries it stays where they are."""
    if request.method == "POST":
        return redirect(request.path)
    if name in FAULTS:
        request.META[faults.NUMBER] = "120 934"
        return HttpResponse(FAULTS[name][1](request).content)
    context = shaded(request)
    if name in PAGES:
        return render(request, PAGES[name][1], WORDS | context | forms_of(name))
    if name not in GROUPS:
        raise Http404
    shown = [(each, drawn(request, each, n)) for n, each in enumerate(GROUPS[name].specimens, 1)]
    context |= {"group": GROUPS[name], "shown": shown, "ways": ways(GROUPS[name])}
    return render(request, "portal/look/group.html", context)


def shaded(request: HttpRequest) -> dict[str, Any]:
    """The shade of the page: the reader's own unless the address asks for one."""
    chosen = request.GET.get("nen", "")
    shades = [("", "Theo máy", not chosen)]
    shades += [(key, words, key == chosen) for key, (_, words) in SHADES.items()]
    return {"shade": SHADES.get(chosen, ("",))[0], "chosen": chosen, "shades": shades}


def ways(here: Group) -> list[tuple[str, str, bool]]:
    return [(group.name, group.title, group is here) for group in GROUPS.values()]


def drawn(request: HttpRequest, specimen: Specimen, place: int) -> SafeString:
    """As a page would include it; ids are told apart, since several stand on one page."""
    html = render_to_string(specimen.fragment, specimen.words, request)
    return mark_safe(IDS.sub(lambda found: apart(found, place), html))  # noqa: S308


def apart(found: re.Match[str], place: int) -> str:
    names = " ".join(f"{name}-{place}" for name in found[2].split())
    return f'{found[1]}{names}"'


def forms_of(name: str) -> dict[str, Any]:
    if name == "dang-nhap":
        return {"form": SignIn({"username": "lan"})}
    if name in ("gui-don", "vao-so"):
        return {"form": Petition(WRONG if name == "gui-don" else None)}
    return {}


PAGES: dict[str, tuple[str, str]] = {
    "danh-sach": ("Danh sách", "portal/look/list.html"),
    "vu-viec": ("Trang vụ việc", "portal/look/case.html"),
    "vao-so": ("Nhập đơn", "portal/look/entry.html"),
    "gui-don": ("Nhập đơn, có lỗi", "portal/look/send.html"),
    "cong-dan": ("Trang của công dân", "portal/look/public.html"),
    "dang-nhap": ("Đăng nhập, có lỗi", "portal/sign_in.html"),
}
FAULTS: dict[str, tuple[str, Answer]] = {
    "loi-400": ("400, yêu cầu không đọc được", faults.bad_request),
    "loi-403": ("403, không thuộc quyền", faults.forbidden),
    "loi-404": ("404, không có trang", faults.not_found),
    "loi-bieu-mau": ("403, trang mở quá lâu", faults.refused_form),
    "loi-500": ("500, lỗi của Cổng", faults.server_error),
    "loi-503": ("503, tạm ngừng", faults.unavailable),
}
