"""The first page: what a citizen may do here, how to reach the office, the next reception day."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.models import Reception


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    posted = Reception.objects.with_words().on_show(as_of=on)
    context = {"reception": posted.to_come().first()}
    return render(request, "portal/public/home.html", context)
