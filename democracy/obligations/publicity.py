"""T1, T2: what staff must be told within five working days, and for twenty days in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, F, Q

from democracy.models import Display, Posting
from democracy.models.posting import Stage
from portal.obligations import Duty, Owed, in_time, register
from portal.people import Unit

MOST = 100
"""Rows told one by one; the list of postings has them all."""


def to_post(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """What waits and what came late, one by one; what was in time, as a number a unit."""
    rows = Posting.objects.filter(unit__in=units, due_on__year=year)
    by_id = {unit.pk: unit for unit in units}
    late = Q(stage=Stage.POSTED, posted_on__gt=F("due_on"))
    for row in rows.filter(Q(stage=Stage.DUE) | late).order_by("due_on", "pk")[:MOST]:
        yield Owed(
            row.title, by_id[row.unit_id], due=row.due_on, done_on=row.posted_on,
            record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip
    kept = rows.filter(stage=Stage.POSTED, posted_on__lte=F("due_on")).order_by()
    counts = kept.values_list("unit").annotate(n=Count("pk"))
    told = [(by_id[unit], n) for unit, n in counts]
    yield from in_time("{n} nội dung đã công khai đúng hạn", told, on=as_of,
                       url="/dan-chu/cong-khai/")  # fmt: skip


def to_keep(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Taken down before the twenty days were over: to be posted anew."""
    ended = Display.objects.filter(posting__unit__in=units, taken_down_on__year=year)
    by_id = {unit.pk: unit for unit in units}
    rows = ended.select_related("posting").order_by("taken_down_on", "pk")[:MOST]
    for row in (row for row in rows if row.too_short):
        again = row.posting.posted_on
        yield Owed(
            f"Đăng lại: {row.posting.title}", by_id[row.posting.unit_id],
            due=row.taken_down_on, done_on=again, record=row.posting.code,
            url=row.posting.get_absolute_url(),
        )  # fmt: skip


register(
    Duty(
        "T1",
        "Công khai trong 5 ngày làm việc",
        "khoản 2 Điều 47 Luật Thực hiện dân chủ ở cơ sở",
        to_post,
    )
)
register(
    Duty(
        "T2",
        "Đăng liên tục ít nhất 20 ngày",
        "khoản 1, khoản 2 Điều 48 Luật Thực hiện dân chủ ở cơ sở",
        to_keep,
    )
)
