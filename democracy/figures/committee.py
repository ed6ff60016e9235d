"""Meetings of the steering committees."""

from __future__ import annotations

from democracy.models import CommitteeMeeting
from portal.statistics.counting import counts

COMMITTEE_MEETINGS = counts(
    "committee_meetings",
    "Cuộc họp của Ban Chỉ đạo",
    "số cuộc họp có ngày họp trong kỳ",
    unit="cuộc",
    among=lambda period: CommitteeMeeting.objects.filter(met_on__range=period.dates),
    of_unit="version__unit__code",
    opens=lambda period: ("/dan-chu/ban-chi-dao/hop/", {"hop-trong": period.address}),
)
