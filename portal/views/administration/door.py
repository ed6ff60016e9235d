"""Who comes in here."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from portal.permissions import is_administrator


def for_the_administrator(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For everybody else these pages do not exist."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_administrator(request.user, on=timezone.localdate()):
            raise Http404
        return view(request, *args, **kwargs)

    return answer
