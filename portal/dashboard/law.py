"""/danh-muc/: time limits of the three apps and what the public site rests on; who checked them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

import citizens.statutes
import democracy.statutes
import reforms.statutes
from portal import history
from portal.deadlines import RuleConfirmation, confirmations
from portal.once import answered_once
from portal.permissions import holds
from portal.publications.grounds import TO_CONFIRM

GROUPS = (
    ("Tiếp công dân, đơn, khiếu nại, tố cáo", citizens.statutes.RULES),
    ("Thực hiện dân chủ", democracy.statutes.RULES),
    ("Thủ tục hành chính", reforms.statutes.RULES),
)
may_confirm = holds(
    *("director", "deputy_director", "head", "deputy_head", "coordinator", "procedure_officer"),
    why_not="Việc xác nhận căn cứ do lãnh đạo hoặc đầu mối tổng hợp thực hiện.",
)


def law(request: HttpRequest) -> HttpResponse:
    known = confirmations.read()  # who has just confirmed sees it, whichever process answers
    groups = [
        (title, [(term, [(version, known.get((term.code, version.since))) for version in
                         term.versions]) for term in rules.values()])
        for title, rules in GROUPS
    ]  # fmt: skip
    grounds = [(each, known.get((each.code, each.since))) for each in TO_CONFIRM]
    confirms = may_confirm(request.user, on=timezone.localdate())
    context = {"groups": groups, "grounds": grounds, "confirms": confirms}
    return render(request, "portal/law.html", context)


@require_POST
@answered_once
def confirm(request: HttpRequest, code: str, since: str) -> HttpResponse:
    """A named person has compared this wording with the text of the law."""
    on = timezone.localdate()
    term, version = wording(code, since)
    if not may_confirm(request.user, on=on):
        raise Http404
    RuleConfirmation.confirm(term, version, by=request.user, on=on)
    history.record(
        f"can-cu/{code}",
        "confirm",
        by=request.user.key,
        on=on,
        label="Xác nhận căn cứ",
        facts={"since": version.since},
    )
    messages.success(request, f"Đã xác nhận căn cứ: {term.label}.")
    return redirect("catalogue")


def wording(code: str, since: str) -> tuple[Any, Any]:
    """The rule and the wording of it; what the public site rests on has one."""
    terms = [rules[code] for _, rules in GROUPS if code in rules]
    found: list[tuple[Any, Any]] = [(term, each) for term in terms for each in term.versions]
    found += [(each, each) for each in TO_CONFIRM if each.code == code]
    for rule, version in found:
        if str(version.since) == since:
            return rule, version
    raise Http404
