"""The page of one practice, its pictures, enrolling one, its steps."""

from __future__ import annotations

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import practice_rules as rules
from democracy.forms.practice import NewPractice
from democracy.models import Practice, PracticePicture
from democracy.models.practice.vocabulary import CRITERIA, Stage
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.publications import Disclosure
from portal.publications.rules import discloses as prepares_disclosures
from portal.views.new import NewView
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
    discloses = one.stage == Stage.RECOGNISED and prepares_disclosures(request.user, on=on)
    context = {
        "one": one,
        "notes": list(one.notes.select_related("by")),
        "pictures": list(one.pictures.all()),
        "recognitions": list(one.recognitions.all()),
        "replications": replications,
        "reach": one.reached + sum(row.reached or 0 for row in replications),
        "disclosing": f"/cong-bo/moi/?tu={one.stream}" if discloses else "",
        "shown": Disclosure.objects.on_show(as_of=on).filter(source=one.stream).first(),
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


class NewPracticeView(NewView):
    may, form_class, verb = rules.enrols, NewPractice, Practice.enrol
    crumbs = (HOME, LIST)
    here, act = "Đăng ký mô hình", "Ghi đăng ký"


class PracticeStepView(StepView):
    model = Practice
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
