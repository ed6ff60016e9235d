"""/dan-chu/: what waits for this reader, and the rooms of the programme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.models import Consultation, Posting, Suggestion
from democracy.models.posting import Stage as PostingStage
from democracy.views.committee.pages import mine

NEWEST = 5


@require_safe
def democracy(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    user = request.user
    works = rules.works_in_the_office(user, on=on)
    context = {
        "works_here": works,
        "on": on,
        **(shown_to(user, on=on) if works else {}),
    }
    return render(request, "democracy/home.html", context)


def shown_to(user: Any, *, on: date) -> dict[str, Any]:
    postings = Posting.objects.visible_to(user, on=on)
    letters = Suggestion.objects.visible_to(user, on=on)
    return {
        "tiles": [
            (postings.on_show(as_of=on).count(), "nội dung đang đăng",
             "/dan-chu/cong-khai/?xem=dang-hien"),
            (postings.filter(stage=PostingStage.DUE).count(), "nội dung chờ công khai",
             "/dan-chu/cong-khai/?xem=cho"),
            (postings.overdue(as_of=on).count(), "nội dung quá hạn công khai",
             "/dan-chu/cong-khai/?xem=qua-han"),
            (letters.waiting().count(), "thư góp ý chờ trả lời",
             "/dan-chu/gop-y/?xem=cho-tra-loi"),
        ],
        "in_charge": mine(user, on=on),
        "asking": list(
            Consultation.objects.visible_to(user, on=on).asking(as_of=on)
            .order_by("closes_on")[:NEWEST]
        ),
        "newest": list(
            postings.on_show(as_of=on).select_related("unit").order_by("-posted_on")[:NEWEST]
        ),
    }  # fmt: skip
