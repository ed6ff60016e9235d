"""Files of petitions and cases: served to whoever may see the record that links to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from citizens.models import Attachment, Case, Conclusion, Paper, Petition, Reception
from citizens.models.attachment import fresh_uploads
from portal.attachments import File, page, serve
from portal.attachments.files import LOCKED_UP


def attachment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One file; what may not be seen does not exist."""
    on = timezone.localdate()
    return serve(get_object_or_404(files_visible_to(request.user, on=on), pk=pk))


def attachment_page(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """A page of a scanned PDF as a picture."""
    seen = files_visible_to(request.user, on=timezone.localdate())
    picture = page(get_object_or_404(seen, pk=pk), number)
    if not picture:
        raise Http404
    return HttpResponse(
        picture, content_type="image/png", headers={"Content-Security-Policy": LOCKED_UP}
    )


def files_visible_to(user: Any, *, on: Any) -> Any:
    """Of visible petitions, cases, sessions: their files, signed scans, and one's own uploads."""
    petitions = Petition.objects.visible_to(user, on=on).values("pk")
    cases = Case.objects.visible_to(user, on=on).values("pk")
    own = Q(petition__in=petitions) | Q(case__in=cases) | Q(petition__case__in=cases)
    linked = Attachment.objects.filter(own).values("file")
    signed = Paper.objects.filter(own, scan__isnull=False).values("scan")
    sessions = Reception.objects.visible_to(user, on=on).values("pk")
    notices = Conclusion.objects.filter(reception__in=sessions, scan__isnull=False).values("scan")
    fresh = fresh_uploads(user).values("pk")
    several = Q(pk__in=linked) | Q(pk__in=signed) | Q(pk__in=notices) | Q(pk__in=fresh)
    return File.objects.filter(several)
