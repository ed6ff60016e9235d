"""/xem-thu/: one click signs in as each of the cast. Only in demo mode, only on loopback."""

import json
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.people import User
from portal.views.factors import session

CAST = ("lan", "binh", "ha", "dung", "minh", "mai", "quantri")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    if not (settings.DEMO and on_loopback(request)):
        raise Http404
    if request.method == "POST":
        user = get_object_or_404(cast(), username=request.POST.get("user", ""))
        session.begin(request, user, checked=None, at=timezone.now())
        return redirect(settings.LOGIN_REDIRECT_URL)
    people = [(user, posts_of(user)) for user in in_order()]
    return render(request, "portal/demo.html", {"cast": people, "codes": codes()})


def cast():
    """Everybody in the invented office who holds a position of note."""
    return User.objects.filter(is_active=True, username__in=[*CAST, *others()])


def others() -> list[str]:
    return [name for name in told().get("cast", []) if isinstance(name, str)]


def in_order() -> list[User]:
    places = {name: place for place, name in enumerate([*CAST, *others()])}
    return sorted(cast(), key=lambda user: places[user.username])


def posts_of(user: User) -> str:
    """The post and its unit first, then what else somebody is: on a board, in an association."""
    held = [row for row in user.positions_on(timezone.localdate()) if not row.standing_in]
    words = [row.printed_title for row in held]
    if held and held[0].unit:
        words[0] += f", {held[0].unit.name}"
    return "; ".join(words)


def codes() -> list[dict[str, str]]:
    """Look-up codes that the demo left readable; a real one is known to its paper alone."""
    return told().get("codes", [])[:3]


def told() -> dict:
    """What `seed_demo` wrote into the mark of the demo."""
    try:
        found = json.loads(settings.DEMO_MARK.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def on_loopback(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
