"""The door of every page that is not public. Apart from `portal.middleware`, which logging loads
before there are tables."""

from collections.abc import Callable

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.middleware import LoginRequiredMiddleware, get_user
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import urlencode

from portal import drafts
from portal.views.going import set_aside


class SignInFirst(LoginRequiredMiddleware):
    """Whoever posts after the session has ended finds what was typed again after signing in."""

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: tuple, view_kwargs: dict
    ) -> HttpResponseBase | None:
        """What follows asks the reader for rights thousands of times: not through a lazy stand-in.

        A public page that never asks who reads it does not learn it here either.
        """
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        if answer is None and getattr(view_func, "login_required", True):
            request.user = get_user(request)
        return answer

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable
    ) -> HttpResponseRedirect:
        token = set_aside(request) if request.method == "POST" else ""
        if not token:
            return super().handle_no_permission(request, view_func)
        back = f"{request.path}?{urlencode({drafts.PARAMETER: token})}"
        return redirect_to_login(back, self.get_login_url(view_func), REDIRECT_FIELD_NAME)
