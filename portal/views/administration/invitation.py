"""The link with which a new person sets a first password; a later one needs two people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import history
from portal.factors.restoring import waits_for_first_link
from portal.once import answered_once
from portal.people import User, doors
from portal.views.administration.door import for_the_administrator
from portal.views.administration.tables import BY_PATH
from portal.views.factors.second_step import ask_again


@for_the_administrator
@require_POST
@answered_once
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """The link is shown once, to be handed over in person."""
    user, at = get_object_or_404(User, pk=pk, is_active=True), timezone.now()
    if not waits_for_first_link(user):
        raise Http404
    back = reverse("administration-row", args=[BY_PATH["tai-khoan"].path, user.pk])
    if question := ask_again(request, to=back):
        return question
    token = doors.invite(user, at=at)
    history.record(
        f"quan-tri/tai-khoan/{user.pk}",
        "invite",
        by=request.user.key,
        on=timezone.localdate(at),
        label="Cấp liên kết đăng nhập một lần",
    )
    link = request.build_absolute_uri(reverse("first-password", args=[token]))
    context = {"table": BY_PATH["tai-khoan"], "person": user, "link": link}
    return render(request, "portal/administration/invited.html", context)
