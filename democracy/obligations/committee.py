"""The programme of the year that a steering committee owes by the end of the first quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy.models import CommitteeVersion
from democracy.models.committee.alerts import programme_due, programmes
from portal.obligations import Duty, Owed, register
from portal.people import Unit


def yearly_programmes(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    rows = CommitteeVersion.objects.in_force(as_of=as_of).filter(unit__in=units)
    held = list(rows.select_related("body"))
    plans = programmes(held, year=year)
    for row in held:
        plan = plans.get(row.body_id)
        yield Owed(
            f"Chương trình công tác năm {year}", body=row.body, due=programme_due(year),
            done_on=plan.dated_on if plan else None, record=plan.reference if plan else "",
            url=plan.get_absolute_url() if plan else row.get_absolute_url(),
        )  # fmt: skip


register(
    Duty("BCĐ", "Chương trình năm của Ban Chỉ đạo", "quy định của Sở: quý I", yearly_programmes)
)
