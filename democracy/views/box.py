"""/dan-chu/hom-thu/: letters and opinions without a name.

``portal.middleware.Unseen`` has taken away cookies, address and browser before these views run.
No receipt is kept of what was sent (`once`), nothing typed is kept elsewhere, no forgery token is
asked for: all of these would tie a slip to a browser and an hour.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import make_aware
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from democracy.forms.consultation import AnonymousOpinion
from democracy.forms.suggestion import Letter
from democracy.models import Consultation
from democracy.models.slip import drop
from portal.throttling import allow

ONE_DAY = 24 * 3600
MOST_A_DAY = 500


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def box(request: HttpRequest) -> HttpResponse:
    """The suggestion box; ``?gui=board`` of a poster chooses the reader beforehand."""
    if request.method != "POST":
        form = Letter(initial={"addressed_to": request.GET.get("gui", "leaders")})
        return page(request, form)
    return dropped(request, Letter(request.POST))


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def opinion_box(request: HttpRequest, key: str) -> HttpResponse:
    """An opinion without a name: the address is known to those who are asked."""
    on = timezone.localdate()
    asked = Consultation.objects.asking(as_of=on).filter(key=key).first()
    if asked is None:
        raise Http404
    if request.method != "POST":
        return page(request, AnonymousOpinion(), asked=asked)
    return dropped(request, AnonymousOpinion(request.POST), asked=asked)


def dropped(request: HttpRequest, form: Any, *, asked: Any = None) -> HttpResponse:
    on = timezone.localdate()
    if not form.is_valid():
        return page(request, form, asked=asked, status=422)
    midnight = make_aware(datetime.combine(on, time.min))
    if not allow("hom-thu", limit=MOST_A_DAY, per_seconds=ONE_DAY, now=midnight):
        form.add_error(None, "Hôm nay hòm thư đã nhận quá nhiều thư; xin gửi lại vào ngày mai")
        return page(request, form, asked=asked, status=429)
    drop(on=on, **form.cleaned_data, **({"consultation": asked} if asked else {}))
    return redirect("box-sent")


def page(request: HttpRequest, form: Any, *, asked: Any = None, status: int = 200) -> HttpResponse:
    context = {"form": form, "asked": asked}
    return render(request, "democracy/box/letter.html", context, status=status)


@login_not_required
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "democracy/box/sent.html")
