"""/dan-chu/cong-khai/: what staff must be told."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.forms.posting import NewPosting
from democracy.models import Posting
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.deadlines import confirmations
from portal.publications.rules import discloses as prepares_disclosures
from portal.views.new import NewView
from portal.views.step import StepView
from portal.working_days import calendar

LIST = ("Công khai trong cơ quan", "/dan-chu/cong-khai/")
ASIDE = ("edit", "withhold", "take_down", "request_information")


def visible_posting(request: HttpRequest, code: str, *, on: date) -> Posting:
    seen = Posting.objects.visible_to(request.user, on=on)
    seen = seen.select_related("unit", "officer", "file")
    return get_object_or_404(seen, code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    posting = visible_posting(request, code, on=on)
    handled = posting.handled_by(request.user, on=on)
    supervised = handled or rules.supervises(request.user, on=on)
    hidden = posting.hides_from(request.user, on=on)
    discloses = handled and not hidden and prepares_disclosures(request.user, on=on)
    asked = posting.requests.select_related("asked_by", "answered_by")
    context = {
        "posting": posting,
        "standing": posting.standing(as_of=on),
        "on_show": posting.is_on_show(as_of=on),
        "hidden": hidden,
        "opens_file": posting.opens_file_to(request.user, on=on),
        "displays": list(posting.displays.select_related("by")),
        "requests": list(asked if supervised else asked.filter(asked_by=request.user)),
        "reckoning": reckoning_of(posting) if handled else [],
        "disclosing": f"/cong-bo/moi/?tu={posting.stream}" if discloses else "",
        **around(
            request.user, posting, on=on, told=supervised and not hidden, above=LIST, aside=ASIDE
        ),
    }
    return render(request, "democracy/posting/detail.html", context)


def reckoning_of(posting: Posting) -> list[Any]:
    """Cách tính thời hạn."""
    reckoned = posting.reckoned_with(calendar(), confirmed=confirmations())
    return reckoned.rows() if reckoned else []


@require_safe
def posting_file(request: HttpRequest, code: str) -> HttpResponseBase:
    on = timezone.localdate()
    posting = visible_posting(request, code, on=on)
    if not posting.opens_file_to(request.user, on=on):
        raise Http404
    return serve(posting.file)


class NewPostingView(NewView):
    may, form_class, verb = rules.notes_postings, NewPosting, Posting.note_posting
    crumbs = (HOME, LIST)
    here, act = "Ghi nội dung phải công khai", "Ghi vào sổ"


class PostingStepView(StepView):
    model = Posting
    templates = "portal/record_step"
    crumbs = (HOME, LIST)

    def subject_of(self, request: HttpRequest, code: str) -> Posting:
        """The page of a step names its subject: what is hidden has none."""
        posting = super().subject_of(request, code)
        if posting.hides_from(request.user, on=self.on):
            raise Http404
        return posting
