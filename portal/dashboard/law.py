"""/danh-muc/: every time limit of the three apps with its article, and who has checked it."""

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
from portal.deadlines.law import LegalVersion, Term
from portal.once import answered_once
from portal.permissions import holds

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
    confirms = may_confirm(request.user, on=timezone.localdate())
    return render(request, "portal/law.html", {"groups": groups, "confirms": confirms})


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


def wording(code: str, since: str) -> tuple[Term, LegalVersion]:
    terms = [rules[code] for _, rules in GROUPS if code in rules]
    found = [(term, each) for term in terms for each in term.versions if str(each.since) == since]
    if not found:
        raise Http404
    return found[0]
