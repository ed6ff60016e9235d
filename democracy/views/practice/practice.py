"""The page of one practice, its pictures, enrolling one, its steps."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import practice_rules as rules
from democracy.forms.practice import NewPractice
from democracy.models import Practice, PracticePicture
from democracy.models.practice.vocabulary import CRITERIA
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.once import answered_once
from portal.views.step import StepView

LIST = ("Mô hình, điển hình", "/dan-chu/mo-hinh/")
ASIDE = ("edit", "turn_down", "add_picture", "ask_again", "note_recognition", "replicate",
         "present", "stop")  # fmt: skip
READ = ("unit", "cell", "field", "share__task", "officer")


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Practice.objects.visible_to(request.user, on=on).select_related(*READ)
    one = get_object_or_404(seen, code=code)
    replications = list(one.replications.select_related("unit"))
    context = {
        "one": one,
        "notes": list(one.notes.select_related("by")),
        "pictures": list(one.pictures.all()),
        "recognitions": list(one.recognitions.all()),
        "replications": replications,
        "reach": one.reached + sum(row.reached or 0 for row in replications),
        "criteria": [(words, code in one.criteria_met) for code, words in CRITERIA],
        **around(request.user, one, on=on, told=one.worked_on_by(request.user, on=on),
                 above=LIST, aside=ASIDE),
    }  # fmt: skip
    return render(request, "democracy/practice/detail.html", context)


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """For whoever sees the practice."""
    seen = Practice.objects.visible_to(request.user, on=timezone.localdate())
    rows = PracticePicture.objects.filter(practice__in=seen).select_related("file")
    return serve(get_object_or_404(rows, pk=pk).file)


@require_safe
def showcase(request: HttpRequest) -> HttpResponse:
    """Those that were presented, newest first, with their pictures."""
    seen = Practice.objects.visible_to(request.user, on=timezone.localdate())
    shown = seen.filter(showcased_on__isnull=False).select_related("unit").annotate(
        elsewhere=Sum("replications__reached")
    )  # fmt: skip
    rows = list(shown.prefetch_related("pictures").order_by("-showcased_on", "-pk")[:MOST_SHOWN])
    context = {"rows": rows, "crumbs": [HOME, LIST]}
    return render(request, "democracy/practice/showcase.html", context)


MOST_SHOWN = 24


@answered_once
def new_practice(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.enrols(request.user, on=on):
        raise Http404
    form = NewPractice(request.POST or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid():
        one = Practice.enrol(by=request.user, on=on, **form.cleaned_data)
        messages.success(request, f"Đã ghi {one.code}.")
        return redirect(one.get_absolute_url())
    context = {"form": form, "crumbs": [HOME, LIST], "here": "Đăng ký mô hình",
               "section": LIST[0], "act": "Ghi đăng ký", "back": LIST[1]}  # fmt: skip
    return render(request, "portal/new.html", context, status=422 if form.is_bound else 200)


class PracticeStepView(StepView):
    model = Practice
    templates = "democracy/step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
