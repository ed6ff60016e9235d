"""Chỉ đạo: given from any petition or case, answered, closed; it stands on both desks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.forms.instruction import InstructForm, ReportForm
from portal.instructions import Instruction, instruct
from portal.once import answered_once
from portal.workflow import Refused, find


def instruction_list(request: HttpRequest) -> HttpResponse:
    """Ý kiến chỉ đạo that the reader gave or received; the open ones first."""
    on = timezone.localdate()
    mine = seen_by(request.user, on)
    rows = mine.select_related("unit", "user", "given_by", "reported_by")
    context = {
        "open": rows.open(),
        "closed": rows.filter(closed_on__isnull=False).order_by("-closed_on")[:50],
        "today": on,
    }
    return render(request, "portal/instruction/list.html", context)


@answered_once
def new_instruction(request: HttpRequest) -> HttpResponse:
    """``?ve=<stream>``: about which petition or case."""
    on = timezone.localdate()
    subject = subject_of(request, on)
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
    row = get_object_or_404(seen_by(request.user, on), pk=pk)
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
        "reports": Instruction.objects.for_user(request.user, on=on).open().filter(pk=pk).exists(),
        "closes": row.given_by_id == request.user.pk and not row.closed_on,
    }
    return render(
        request, "portal/instruction/detail.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@answered_once
def close_instruction(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    row = get_object_or_404(seen_by(request.user, on), pk=pk)
    try:
        row.close(by=request.user, on=on)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("instruction-list")


def seen_by(user: Any, on: Any) -> Any:
    received = Instruction.objects.for_user(user, on=on)
    return Instruction.objects.filter(Q(given_by=user) | Q(pk__in=received.values("pk")))


def subject_of(request: HttpRequest, on: Any) -> Any:
    """The petition or case that the instruction is about; 404 when the reader may not see it."""
    stream = request.GET.get("ve", "")
    if not stream:
        return None
    try:
        subject = find(stream)
    except (KeyError, ObjectDoesNotExist):
        raise Http404 from None
    seen = type(subject).objects.visible_to(request.user, on=on)
    if not subject.keeps_words or not seen.filter(pk=subject.pk).exists():
        raise Http404
    return subject


def first_answers(subject: Any) -> dict[str, Any]:
    return {"unit": subject.unit_id, "user": subject.officer_id} if subject else {}
