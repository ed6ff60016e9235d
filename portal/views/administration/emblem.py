"""/quan-tri/bieu-trung/ and /bieu-trung/: the office's emblem, chosen and shown."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal import history
from portal.forms.administration.emblem import PICTURES, EmblemForm
from portal.office import Office
from portal.once import answered_once
from portal.text import day
from portal.views.administration.door import for_the_administrator


@for_the_administrator
@answered_once
def emblem(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    here = Office.objects.valid(as_of=on).first()
    if here is None:
        messages.error(request, "Ghi thông tin cơ quan trước, rồi chọn biểu trưng.")
        return redirect("administration-new", "co-quan")
    typed = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    with transaction.atomic():
        form = EmblemForm(*typed, by=request.user, initial={"accent": here.accent})
        if form.is_bound and form.is_valid():
            form.keep(here)
            note(here, by=request.user.key)
            messages.success(request, "Đã lưu; trang đang mở đổi theo trong một phút.")
            return redirect("administration-emblem")
    status = 422 if form.is_bound else 200
    context = {"form": form, "here": here, "since": day(here.valid_from)}
    return render(request, "portal/administration/emblem.html", context, status=status)


def note(here: Office, *, by: str) -> None:
    history.record(
        f"quan-tri/co-quan/{here.pk}",
        "emblem",
        by=by,
        on=timezone.localdate(),
        label="Biểu trưng, màu chính của cơ quan",
        facts={"accent": here.accent, "emblem": here.emblem.sha256 if here.emblem else ""},
    )


@login_not_required
@require_safe
def emblem_picture(request: HttpRequest) -> HttpResponseBase:
    here = Office.objects.valid(as_of=timezone.localdate()).select_related("emblem").first()
    if here is None or here.emblem is None or here.emblem.mime not in PICTURES:
        raise Http404
    response = FileResponse(default_storage.open(here.emblem.path))
    response["Content-Type"] = here.emblem.mime
    return response
