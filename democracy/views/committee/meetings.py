"""``/dan-chu/ban-chi-dao/hop/``: meetings of all committees, and their minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy.models import CommitteeMeeting
from portal.attachments import serve
from portal.filters import Choice, Listing, Order, Reader, Tab, Within, unit_of, unit_options
from portal.views.own_list import OwnList
from portal.views.planning.lists import words_in


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(version__unit=unit_of(code))


class MeetingList(OwnList):
    model, beside = CommitteeMeeting, ("version__body", "version__unit", "plan")
    listing = Listing(
        conditions=(
            words_in("text", "version__body__name"),
            Choice("don-vi", "Ban của đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Within("hop-trong", "Họp trong", "met_on"),
        ),
        orders=(Order("ngay", "Ngày họp", "met_on"),),
        tabs=(Tab("Tất cả"),),
        usual="-ngay",
        found="-ngay",
    )
    columns = ("pk", "met_on")
    template = "democracy/committee/meetings.html"
    noun = "cuộc họp"
    begins = None
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa ghi cuộc họp nào",
        "words": "Cuộc họp được ghi ở trang của từng Ban.",
        "url": "",
        "act": "",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return self.wholes(found)


@require_safe
def minutes(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    seen = CommitteeMeeting.objects.visible_to(request.user, on=timezone.localdate())
    meeting = get_object_or_404(seen.select_related("minutes"), version__code=code, pk=pk)
    if meeting.minutes is None:
        raise Http404
    return serve(meeting.minutes)
