"""Chỉ đạo: given from any petition or case, answered, closed; it stands on both desks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.forms.instruction import InstructForm, ReportForm
from portal.instructions import Instruction, instruct, may_instruct
from portal.once import answered_once
from portal.workflow import Refused, find

UNREPORTED = "chua-bao-cao"


def instruction_list(request: HttpRequest) -> HttpResponse:
    """Ý kiến chỉ đạo that the reader gave or received; the open ones first."""
    on = timezone.localdate()
    mine = Instruction.objects.on_desk_of(request.user, on=on)
    rows = mine.select_related("unit", "user", "given_by", "reported_by")
    only = asked_for(request)
    context = {
        "only": only,
        "open": rows.unreported() if only else rows.open(),
        "closed": rows.filter(closed_on__isnull=False).order_by("-closed_on")[:50],
        "today": on,
    }
    return render(request, "portal/instruction/list.html", context)


def asked_for(request: HttpRequest) -> str:
    only = request.GET.get("xem", "")
    if only not in ("", UNREPORTED):
        raise BadRequest("Không có mục chỉ đạo này.")
    return only


@answered_once
def new_instruction(request: HttpRequest) -> HttpResponse:
    """``?ve=<stream>``: about which petition or case."""
    on = timezone.localdate()
    subject = subject_of(request, on)
    if not may_instruct(request.user, subject, on=on) or (subject and not subject.keeps_words):
        raise Http404
    form = InstructForm(request.POST or None, on=on, initial=first_answers(subject))
    if request.method == "POST" and form.is_valid():
        try:
            instruct(by=request.user, on=on, subject=subject, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã ghi ý kiến chỉ đạo.")
            return redirect(subject.get_absolute_url() if subject else "instruction-list")
    context = {"form": form, "subject": subject}
    status = 422 if form.is_bound else 200
    return render(request, "portal/instruction/new.html", context, status=status)


@answered_once
def instruction(request: HttpRequest, pk: int) -> HttpResponse:
    """One instruction: its addressee reports, its giver closes."""
    on = timezone.localdate()
    mine = Instruction.objects.on_desk_of(request.user, on=on)
    row = get_object_or_404(mine.select_related("unit", "user", "given_by", "reported_by"), pk=pk)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row.answer(by=request.user, on=on, text=form.cleaned_data["text"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã báo cáo việc thực hiện chỉ đạo.")
            return redirect("instruction-list")
    context = {
        "row": row,
        "form": form,
        "subject": visible(row.stream, request.user, on),
        "reports": Instruction.objects.for_user(request.user, on=on).open().filter(pk=pk).exists(),
        "closes": row.ended_by(request.user, on=on) and not row.closed_on,
    }
    return render(
        request, "portal/instruction/detail.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@answered_once
def close_instruction(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    row = get_object_or_404(Instruction.objects.on_desk_of(request.user, on=on), pk=pk)
    try:
        row.close(by=request.user, on=on)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("instruction-list")


def subject_of(request: HttpRequest, on: Any) -> Any:
    """The petition or case that the instruction is about; 404 when the reader may not see it."""
    stream = request.GET.get("ve", "")
    subject = visible(stream, request.user, on)
    if stream and subject is None:
        raise Http404
    return subject


def visible(stream: str, user: Any, on: Any) -> Any:
    """The subject of a stream, where there is one and the reader may see it."""
    try:
        subject = find(stream)
    except (KeyError, ObjectDoesNotExist):
        return None
    seen = type(subject).objects.visible_to(user, on=on)
    return subject if seen.filter(pk=subject.pk).exists() else None


def first_answers(subject: Any) -> dict[str, Any]:
    return {"unit": subject.unit_id, "user": subject.officer_id} if subject else {}
