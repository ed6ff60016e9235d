"""/tra-cuu-giup/: what a caller may be told, in the citizen's words; each look is recorded."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters

from portal import history
from portal.filters import Asked, Reader, UnknownValue, page
from portal.registers import CODE, code_for
from portal.templatetags.portal import office

from .. import rules
from ..forms.caller import CallerForm
from ..models import Petition
from ..telling import told_of
from .lists import PETITIONS, petitions_of

MOST = 10
SHOWN = ("pk", "code", "title", "sender", "commune__name", "received_on")


@sensitive_post_parameters("question")
def help_caller(request: HttpRequest) -> HttpResponse:
    """Names and numbers are posted, never in an address; denunciations are never found."""
    reader = Reader(request.user, timezone.localdate())
    if not rules.registers_petitions(reader.user, on=reader.on):
        raise Http404
    form = CallerForm(request.POST or None)
    if request.method != "POST":
        return answer(request, form)
    if not form.is_valid():
        return answer(request, form, status=422)
    if code := request.POST.get("don", ""):
        return told(request, form, code, reader)
    try:
        hits = found(form.cleaned_data["question"], reader)
    except UnknownValue as problem:
        form.add_error("question", str(problem))
        return answer(request, form, status=422)
    return answer(request, form, hits=hits)


def found(question: str, reader: Reader) -> list[dict[str, Any]]:
    numbered = CODE.fullmatch(question.upper().replace(" ", ""))
    if numbered:
        code = code_for(numbered["book"], int(numbered["year"]), int(numbered["number"]))
        rows = petitions_of(reader)
        return list((rows.filter(code=code) | rows.filter(case__code=code)).values(*SHOWN))
    asked = Asked(PETITIONS, QueryDict(urlencode({"q": question})), reader)
    columns = (*SHOWN, "due_key")
    return page(asked, petitions_of(reader), columns, size=MOST).rows


@transaction.atomic
def told(request: HttpRequest, form: CallerForm, code: str, reader: Reader) -> HttpResponse:
    if not CODE.fullmatch(code):
        raise Http404
    petition: Petition = get_object_or_404(petitions_of(reader), code=code)
    history.record(
        petition.stream,
        "tell_caller",
        by=reader.user.key,
        on=reader.on,
        label="Trả lời người hỏi theo trang tra cứu",
        facts={"reason": form.cleaned_data["reason"]},
        values={"reason": form.reason_words},
    )
    telling = told_of(petition, as_of=reader.on, phone=office().phone)
    return answer(request, form, petition=petition, told=telling)


def answer(
    request: HttpRequest, form: CallerForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, **more}
    return render(request, "citizens/caller/page.html", context, status=status)
