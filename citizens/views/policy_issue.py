"""/phan-anh-chinh-sach/: what cases show to be wrong in a policy, and what came of saying so."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.forms.policy_issue import PolicyIssueForm
from citizens.models import Case, PolicyIssue
from citizens.views.lists import works_here
from portal import history
from portal.filters import Reader
from portal.once import answered_once
from portal.people import User

LIST = ("Phản ánh chính sách", "/phan-anh-chinh-sach/")
MOST = 300
PARTS = {
    "": ("Tất cả", PolicyIssue.objects.all),
    "chua-gui": ("Chưa gửi", PolicyIssue.objects.unsent),
    "cho-ket-qua": ("Chờ kết quả", PolicyIssue.objects.unanswered),
    "co-ket-qua": ("Có kết quả", PolicyIssue.objects.answered),
}


def reader_of(request: HttpRequest) -> Reader:
    return Reader(request.user, timezone.localdate())


def issues_of(reader: Reader) -> Any:
    return PolicyIssue.objects.visible_to(reader.user, on=reader.on)


@require_safe
def policy_issues(request: HttpRequest) -> HttpResponse:
    """The register, the newest first, by how far each has come."""
    reader, part = reader_of(request), request.GET.get("phan", "")
    if part not in PARTS:
        raise BadRequest("Không có phần này.")
    seen = issues_of(reader)
    tabs = [
        {"words": words, "url": f"?phan={name}" if name else "?", "here": name == part}
        | {"count": seen.filter(pk__in=rows().values("pk")).count()}
        for name, (words, rows) in PARTS.items()
    ]
    rows = seen.filter(pk__in=PARTS[part][1]().values("pk")).select_related("field")
    context = {"rows": rows[:MOST], "tabs": tabs, "part": part, "works_here": works_here(reader)}
    return render(request, "citizens/policy_issue/list.html", context)


@require_safe
def policy_issue(request: HttpRequest, code: str) -> HttpResponse:
    reader = reader_of(request)
    issue = get_object_or_404(issues_of(reader).select_related("field", "by"), code=code)
    seen = Case.objects.visible_to(reader.user, on=reader.on)
    context = {
        "issue": issue,
        "cases": seen.filter(pk__in=issue.links.values("case")).select_related("unit"),
        "told": told(issue),
        "crumbs": [LIST],
    }
    return render(request, "citizens/policy_issue/detail.html", context)


def told(issue: PolicyIssue) -> list[dict[str, Any]]:
    events = list(history.events(issue.stream).order_by("-seq"))
    people = User.objects.in_bulk({event.by for event in events}, field_name="username")
    return [
        {
            "on": event.on,
            "by": people.get(event.by, event.by),
            "label": event.label,
            "lines": event.values.items(),
        }
        for event in events
    ]


@answered_once
def new_issue(request: HttpRequest) -> HttpResponse:
    reader = reader_of(request)
    if not works_here(reader):
        raise Http404
    asked = {"cases": request.GET.get("vu-viec", "")}
    form = PolicyIssueForm(request.POST or None, reader=reader, initial=asked)
    if request.method == "POST" and form.is_valid():
        cases = form.cleaned_data["cases"]
        issue = PolicyIssue.raise_issue(by=reader.user, on=reader.on, cases=cases, **form.facts())
        messages.success(request, f"Đã ghi vướng mắc số {issue.code}.")
        return redirect(issue.get_absolute_url())
    return form_page(request, form, "Ghi vướng mắc của chính sách", back=LIST[1])


@answered_once
def edit_issue(request: HttpRequest, code: str) -> HttpResponse:
    reader = reader_of(request)
    issue = get_object_or_404(issues_of(reader).select_related("field"), code=code)
    form = PolicyIssueForm(request.POST or None, reader=reader, issue=issue)
    if request.method == "POST" and form.is_valid():
        cases = form.cleaned_data["cases"]
        issue.follow_up(by=reader.user, on=reader.on, cases=cases, **form.facts())
        messages.success(request, f"Đã cập nhật {issue.code}.")
        return redirect(issue.get_absolute_url())
    return form_page(request, form, f"Cập nhật {issue.code}", back=issue.get_absolute_url())


def form_page(request: HttpRequest, form: Any, heading: str, *, back: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "section": LIST[0],
        "crumbs": [LIST],
        "back": back,
        "guidance": "Kiến nghị sửa chính sách tách khỏi từng vụ việc: không ghi tên công dân.",
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "citizens/reception/form.html", context, status=status)
