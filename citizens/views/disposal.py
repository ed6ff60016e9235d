"""/tieu-huy/: what is over, batches, their list and certificate; /luu-giu/: what is held."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from citizens.forms import disposal as forms
from citizens.models import Disposal, DisposalLine, LegalHold
from citizens.models.disposal import waiting
from citizens.rules import destroys_records, keeps_records, sees_disposals
from portal.once import answered_once
from portal.templatetags.navigation import OPEN_TO
from portal.views.new import NewView
from portal.workflow import Refused

OPEN_STAGES = (Disposal.Stage.PROPOSED, Disposal.Stage.REVIEWED)
OPEN_TO["disposals"] = sees_disposals
LIST = ("Lưu giữ, tiêu hủy hồ sơ", "/tieu-huy/")


def seen(request: HttpRequest) -> Any:
    on = timezone.localdate()
    if not sees_disposals(request.user, on=on):
        raise Http404
    return on


@require_safe
def disposals(request: HttpRequest) -> HttpResponse:
    """The schedule with what is over, the batches, what is held."""
    on = seen(request)
    context = {
        "kinds": waiting(on=on),
        "batches": Disposal.objects.select_related("proposed_by")[:200],
        "holds": LegalHold.objects.standing().select_related(
            "by", "petition", "visit", "reception", "request"
        )[:200],
        "keeps": keeps_records(request.user, on=on),
    }
    return render(request, "citizens/disposal/list.html", context)


class NewDisposal(NewView):
    may = staticmethod(keeps_records)
    form_class = forms.Propose
    verb = staticmethod(Disposal.propose)
    crumbs = (LIST,)
    here = "Lập đợt tiêu hủy"
    act = "Lập danh mục"
    said = "Đã lập danh mục {0.code}."


@require_safe
def disposal(request: HttpRequest, code: str) -> HttpResponse:
    on = seen(request)
    batch = found(code)
    context = {
        "batch": batch,
        "lines": batch.lines.select_related("petition", "visit", "reception", "request"),
        "crumbs": [LIST],
        **readers_of(batch, request.user, on=on),
        "is_open": batch.stage in (batch.Stage.PROPOSED, batch.Stage.REVIEWED),
    }
    return render(request, "citizens/disposal/detail.html", context)


def readers_of(batch: Disposal, user: Any, *, on: Any) -> dict[str, Any]:
    """Who may act now; and that somebody else has to, where the reader has had a part in it."""
    proposed, reviewed = (batch.stage == stage for stage in OPEN_STAGES)
    had_part = user.pk in (batch.proposed_by_id, batch.reviewed_by_id)
    may = (proposed and keeps_records(user, on=on)) or (reviewed and destroys_records(user, on=on))
    return {
        "can_review": may and proposed and not had_part,
        "can_destroy": may and reviewed and not had_part,
        "waits_for_another": may and had_part,
    }


@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Biên bản tiêu hủy, to be printed and signed."""
    seen(request)
    batch = found(code)
    if batch.stage != batch.Stage.DESTROYED:
        raise Http404
    context = {
        "batch": batch,
        "lines": batch.lines.exclude(destroyed_on=None),
        "left": batch.lines.filter(destroyed_on=None),
        "crumbs": [LIST, (batch.code, batch.get_absolute_url())],
    }
    return render(request, "citizens/disposal/certificate.html", context)


def found(code: str) -> Disposal:
    people = ("proposed_by", "reviewed_by", "approved_by")
    return get_object_or_404(Disposal.objects.select_related(*people), code=code)


ACTS = {"tham-dinh": ("review", "Đã thẩm định"), "duyet": ("destroy", "Đã tiêu hủy")}


@require_POST
@answered_once
def act(request: HttpRequest, code: str, path: str) -> HttpResponse:
    """Thẩm định; phê duyệt và tiêu hủy."""
    on, batch = seen(request), found(code)
    verb, said = ACTS[path]
    try:
        getattr(batch, verb)(by=request.user, on=on)
        messages.success(request, f"{said} {batch.code}.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(batch.get_absolute_url())


@answered_once
def with_reason(
    request: HttpRequest, *, here: str, act: str, back: str, crumbs: Any, verb: Any
) -> HttpResponse:
    """A page that asks for the reason alone."""
    form = forms.Reason(request.POST or None)
    if form.is_valid():
        try:
            verb(reason=form.cleaned_data["reason"])
            return redirect(back)
        except Refused as refusal:
            form.refuse(refusal)
    context = {"form": form, "here": here, "section": LIST[0], "act": act, "back": back,
               "crumbs": crumbs}  # fmt: skip
    return render(request, "portal/new.html", context, status=422 if form.is_bound else 200)


def send_back(request: HttpRequest, code: str) -> HttpResponse:
    on, batch = seen(request), found(code)
    at = batch.get_absolute_url()
    return with_reason(
        request, here=f"Trả lại {batch.code}", act="Trả lại", back=at,
        crumbs=[LIST, (batch.code, at)],
        verb=lambda reason: batch.send_back(by=request.user, on=on, reason=reason),
    )  # fmt: skip


def leave_out(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    on, batch = seen(request), found(code)
    line = get_object_or_404(DisposalLine, disposal=batch, pk=pk)
    at = batch.get_absolute_url()
    return with_reason(
        request, here=f"Giữ lại {line.code}", act="Giữ lại", back=at,
        crumbs=[LIST, (batch.code, at)],
        verb=lambda reason: batch.leave_out(by=request.user, on=on, line=line, reason=reason),
    )  # fmt: skip


class NewHold(NewView):
    may = staticmethod(keeps_records)
    crumbs = (LIST,)
    here = "Giữ lại một hồ sơ"
    act = "Giữ lại"
    said = "Đã giữ lại {0.code}."

    def form(self, *data: Any) -> Any:
        return forms.Hold(*data)

    def deed(self, form: Any) -> Any:
        record, reason = form.cleaned_data["code"], form.cleaned_data["reason"]
        return LegalHold.place(record, by=self.request.user, on=self.on, reason=reason)

    def next_address(self, one: Any) -> str:
        return LIST[1]


def lift_hold(request: HttpRequest, pk: int) -> HttpResponse:
    on = seen(request)
    if not keeps_records(request.user, on=on):
        raise Http404
    hold = get_object_or_404(LegalHold.objects.standing(), pk=pk)
    return with_reason(
        request, here=f"Thôi giữ {hold.code}", act="Thôi giữ", back=LIST[1], crumbs=[LIST],
        verb=lambda reason: hold.lift(by=request.user, on=on, reason=reason),
    )  # fmt: skip
