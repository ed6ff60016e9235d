"""/cai-cach/: the rooms of the programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reforms.rules import works_in_the_office


@require_safe
def reforms(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    context = {"works_here": works_in_the_office(request.user, on=on), "on": on}
    return render(request, "reforms/home.html", context)
