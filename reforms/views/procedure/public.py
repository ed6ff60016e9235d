"""``/thu-tuc/``: procedures as the public reads them, without an account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments import serve
from portal.filters import Asked, Choice, Listing, Page, Reader, UnknownValue, Words, equal_to, page
from portal.views.list import unknown_value
from portal.views.planning.lists import whole
from reforms.models import Procedure, ProcedureArea, ProcedureForm
from reforms.models.procedure.reading import limits_of, times_told
from reforms.models.procedure.vocabulary import Online
from reforms.procedure_rules import may_read
from reforms.views.procedure.lists import BY_CODE, at_online, with_words
from reforms.views.procedure.procedure import contents

COLUMNS = ("pk", "code", "name", "area__name", "online_level")


def areas_met() -> list[tuple[str, str]]:
    """Only the fields in which there is something to read."""
    used = Procedure.objects.public(as_of=timezone.localdate()).values("area")
    return list(ProcedureArea.objects.filter(pk__in=used).values_list("code", "name"))


LISTING = Listing(
    conditions=(
        Words("q", "Tìm theo tên hoặc mã", with_words, whole(with_words)),
        Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", areas_met, equal_to("area__code")),
        Choice("truc-tuyen", "Trực tuyến", "Mọi mức độ", lambda: Online.choices, at_online),
    ),
    orders=(BY_CODE,),
    usual="so",
    found="so",
)


@login_not_required
@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    try:
        asked = Asked(LISTING, request.GET, Reader(request.user, on))
    except UnknownValue as problem:
        return unknown_value(problem)
    rows = Procedure.objects.public(as_of=on)
    found = page(asked, rows, COLUMNS)
    context = {
        "rows": shown(found, on=on),
        "page": found,
        "filters": asked.bar(),
        "chips": asked.chips(),
        "how_many": f"{asked.narrowed(rows).count()} thủ tục",
    }
    return render(request, "reforms/procedure/public_list.html", context)


def shown(found: Page, *, on: Any) -> list[dict[str, Any]]:
    limits = limits_of((row["pk"] for row in found.rows), on=on)
    levels = dict(Online.choices)
    return [
        {**row, "area": row["area__name"], "time": times_told(limits.get(row["pk"], ())),
         "online": levels.get(row["online_level"], "")}
        for row in found.rows
    ]  # fmt: skip


@login_not_required
@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Procedure.objects.public(as_of=on).select_related("area", "unit")
    one = get_object_or_404(seen, code=code)
    version = one.versions.open(as_of=on).last()
    basis = version.basis.visible_to(request.user, on=on) if version else []
    context = {
        "one": one,
        "version": version,
        **contents(version),
        "basis": list(basis),
        "on": on,
    }
    return render(request, "reforms/procedure/public_detail.html", context)


@login_not_required
@require_safe
def form_file(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A form of the contents in force; the staff fetch those of every version."""
    on = timezone.localdate()
    forms = ProcedureForm.objects.filter(version__procedure__code=code)
    if not (request.user.is_authenticated and may_read(request.user, on=on)):
        one = get_object_or_404(Procedure.objects.public(as_of=on), code=code)
        forms = forms.filter(version=one.versions.open(as_of=on).last(), dropped_on=None)
    return serve(get_object_or_404(forms.select_related("file"), pk=pk).file)
