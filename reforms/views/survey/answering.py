"""/hai-long/: who answers is nobody; ``portal.middleware.Unseen`` has taken everything away.

As in the suggestion box there is no receipt, no kept draft and no forgery token.
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

from portal.people import Unit
from portal.throttling import allow
from reforms.forms.survey import Slip
from reforms.models import SurveyToken
from reforms.models.survey.answer import answer_at_counter, answer_slip
from reforms.models.survey.campaign import digest_of
from reforms.surveys import Questionnaire, at_the_counter

ONE_DAY = 24 * 3600
MOST_A_DAY = 300
USED = "Phiếu này đã trả lời, đã hết hạn hoặc không có"


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def survey_slip(request: HttpRequest, key: str) -> HttpResponse:
    """One answer a key."""
    on = timezone.localdate()
    token = SurveyToken.objects.filter(digest=digest_of(key))
    row = token.select_related("batch__campaign").first()
    campaign = row.batch.campaign if row else None
    if campaign is None or not campaign.opens_on <= on <= campaign.closes_on:
        return render(request, "reforms/survey/used.html", {"words": USED}, status=404)
    form = Slip(sent(request), questionnaire=campaign.questionnaire)
    if request.method == "POST" and form.is_valid():
        if answer_slip(key, form.ticked(), on=on):
            return redirect("survey-thanks")
        return render(request, "reforms/survey/used.html", {"words": USED}, status=404)
    return page(request, form, campaign.questionnaire, title=campaign.title)


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def survey_counter(request: HttpRequest, code: str) -> HttpResponse:
    """The square at a counter: attitude and clarity, never how a matter ended."""
    on = timezone.localdate()
    unit = Unit.objects.open(as_of=on).filter(code=code).first()
    if unit is None:
        raise Http404
    asked = at_the_counter()
    form = Slip(sent(request), questionnaire=asked)
    if request.method == "POST" and form.is_valid():
        midnight = make_aware(datetime.combine(on, time.min))
        if allow(f"hai-long/{unit.pk}", limit=MOST_A_DAY, per_seconds=ONE_DAY, now=midnight):
            answer_at_counter(unit, form.ticked(), questions=asked.code, on=on)
            return redirect("survey-thanks")
        form.add_error(None, "Hôm nay đã nhận đủ ý kiến tại quầy này; xin trở lại ngày mai")
    return page(request, form, asked, title=unit.name)


def sent(request: HttpRequest) -> Any:
    """Nothing ticked is an answer that wants a word, not a page that was opened."""
    return request.POST if request.method == "POST" else None


def page(
    request: HttpRequest, form: Any, questionnaire: Questionnaire, *, title: str
) -> HttpResponse:
    context = {"form": form, "questionnaire": questionnaire, "title": title}
    status = 422 if form.is_bound else 200
    return render(request, "reforms/survey/slip.html", context, status=status)


@login_not_required
@require_safe
def survey_thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "reforms/survey/thanks.html")
