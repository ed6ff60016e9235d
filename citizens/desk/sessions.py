"""Sessions as they lie on a desk: to be posted in time, a notice that waits for its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from portal.deadlines import standing
from portal.working_days import calendar, days_after, days_between

from .. import rules
from ..models import Reception, Registration
from ..words.reception import posting
from .circles import units_headed
from .rows import Work

MOST = 50
DAYS_SEEN_AHEAD = 14


def sessions_to_do(user: Any, *, on: date) -> list[Work]:
    """In one statement, and none for whoever neither arranges, numbers nor heads a unit."""
    arranges, numbers = rules.arranges_receptions(user, on=on), rules.is_clerk(user, on=on)
    if not arranges and (headed := units_headed(user, on=on)):
        return to_prepare(headed, on=on)
    wanted = Q()
    if arranges:
        near = (on, days_after(on, 2 * DAYS_SEEN_AHEAD))
        wanted |= Q(stage="chua-tiep", kind="dinh_ky", announced=False, date__range=near)
    if numbers:
        wanted |= Q(conclusion__approved_on__isnull=False, conclusion__dated_on=None)
    if not wanted:
        return []
    rows = Reception.objects.filter(wanted).select_related("conclusion__approved_by")
    return [work for row in rows[:MOST] for work in works_of(row, on=on)]


def to_prepare(units: list[int], *, on: date) -> list[Work]:
    """Who comes to a leader's day, about what these units are to have an opinion on."""
    rows = Registration.objects.named().filter(unit__in=units, reception__date__gte=on)
    coming = rows.filter(reception__stage="chua-tiep").select_related(
        "reception__host_position__user"
    )
    return [preparing(row, on=on) for row in coming.order_by("reception__date", "pk")[:MOST]]


def preparing(row: Registration, *, on: date) -> Work:
    session = row.reception
    url = f"{session.get_absolute_url()}tom-tat/?nguoi={row.pk}"
    return Work(
        code=session.code,
        url=url,
        title=f"{row.name}: {row.content}",
        words=f"{session.title}, {session.host_words} chủ trì",
        standing=standing(session.date, as_of=on, calendar=calendar()),
        act="Chuẩn bị ý kiến",
        act_url=url,
        due_on=session.date,
    )


def works_of(session: Any, *, on: date) -> Iterator[Work]:
    """One row at most: a session that is posted has been held before its notice is numbered."""
    notice = session.concluded
    if notice and notice.waits:
        said = f"{notice.approved_by} duyệt"
        yield work_of(session, "Lấy số, phát hành", "send_out", "Thông báo kết luận", said)
        return
    stands = posting(session, on=on)
    if stands and stands.date and (stands.late or days_between(on, stands.date) <= DAYS_SEEN_AHEAD):
        yield work_of(session, "Niêm yết", "display", session.title, "Chưa niêm yết", stands)


def work_of(session: Any, act: str, step: str, title: str, words: str, stands: Any = None) -> Work:
    url = session.get_absolute_url()
    stands = stands or session.standing(as_of=session.date)
    return Work(
        code=session.code,
        url=url,
        title=title,
        words=words,
        standing=stands,
        act=act,
        act_url=f"{url}{session.workflow[step].path}/",
        due_on=stands.date or session.date,
    )
