"""Rollups kept in the same transaction: what leaders look at costs one index read, not a count.

``rebuild()`` must give the same table as the kept one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, models, transaction

from .clock import Clock
from .vocabulary import PetitionStage

SLOTS = 8
"""Writers are spread over this many rows, so that no counter row makes them queue."""


class Tally(models.Model):
    """How many, in a month, unit and field; ``days`` is the sum behind a mean, people of visits."""

    class What(models.TextChoices):
        RECEIVED = "received", "Đơn tiếp nhận"
        HANDLED = "handled", "Đơn đã xử lý"
        OPENED = "opened", "Vụ việc mở"
        SETTLED_ON_TIME = "settled_on_time", "Giải quyết đúng hạn"
        SETTLED_LATE = "settled_late", "Giải quyết quá hạn"
        CLOSED = "closed", "Vụ việc kết thúc"
        VISITED = "visited", "Lượt tiếp công dân"
        CROWD = "crowd", "Đoàn đông người"

    what = models.CharField(max_length=16, choices=What)
    month = models.DateField()
    unit = models.BigIntegerField(default=0)
    field = models.BigIntegerField(default=0)
    slot = models.PositiveSmallIntegerField(default=0)
    amount = models.BigIntegerField(default=0)
    days = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "what", "unit", "field", "slot"], name="one_tally_row"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.month:%m/%Y}: {self.amount}"


class MonthTally(models.Model):
    """The same for the whole office: two years are read for one chart."""

    what = models.CharField(max_length=16, choices=Tally.What)
    month = models.DateField()
    slot = models.PositiveSmallIntegerField(default=0)
    amount = models.BigIntegerField(default=0)
    days = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "what", "slot"], name="one_month_tally_row")
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.month:%m/%Y}: {self.amount}"


class CommuneTally(models.Model):
    """Petitions by commune; of which kind it is, the commune itself says when it is asked."""

    what = models.CharField(max_length=16, choices=Tally.What)
    month = models.DateField()
    commune = models.BigIntegerField(default=0)
    slot = models.PositiveSmallIntegerField(default=0)
    amount = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "what", "commune", "slot"], name="one_commune_tally_row"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.month:%m/%Y}: {self.amount}"


Row = tuple[str, date, int, int, int]
"""What, month, unit, field, commune: 0 where there is none; visits tell no commune."""

Counted = dict[Row, tuple[int, int]]
"""The amount and the days that one petition or case adds to each row."""


def counted_of_petition(petition: Any) -> Counted:
    """A plain petition is received, then handled; one that left the open book never was."""
    if petition.sealed or petition.question or petition.stage == PetitionStage.OWN_BOOK:
        return {}
    received = _row("received", petition, petition.received_on)
    if petition.handled_on is None:
        return {received: (1, 0)}
    return {received: (1, 0), _row("handled", petition, petition.handled_on): (1, 0)}


def counted_of_case(case: Any) -> Counted:
    """A case is opened with the receipt of its letter, settled on time or late, closed."""
    found = {_row("opened", case, case.received_on): (1, 0)}
    if case.closed_on is not None:
        found[_row("closed", case, case.closed_on)] = (1, 0)
    if case.decided_on is not None:
        settled = "settled_late" if case.settled_late() else "settled_on_time"
        days = (case.decided_on - (case.accepted_on or case.received_on)).days
        found[_row(settled, case, case.decided_on)] = (1, days)
    return found


def counted_of_visit(visit: Any) -> Counted:
    """Somebody was received; five or more together are a crowd. A denunciation never was here.

    What else was told in the same talk is a line of the register and no visit.
    """
    if visit.sealed or not visit.received or not visit.own_visit:
        return {}
    whats = ("visited", "crowd") if visit.is_crowd else ("visited",)
    return {_row(what, visit, visit.received_on): (1, visit.people) for what in whats}


def _row(what: str, item: Any, on: date) -> Row:
    commune = getattr(item, "commune_id", None) or 0
    return what, on.replace(day=1), item.unit_id or 0, item.field_id or 0, commune


def summed(counted: Iterable[Counted]) -> Counted:
    """What many together add."""
    totals: Counted = {}
    for each in counted:
        for row, (amount, days) in each.items():
            had, had_days = totals.get(row, (0, 0))
            totals[row] = (had + amount, had_days + days)
    return totals


def change(before: Counted, after: Counted) -> None:
    """Count what one petition or case now adds, and no longer what it added before."""
    changed = []
    for row in sorted({*before, *after}):
        (had, had_days), (has, has_days) = before.get(row, (0, 0)), after.get(row, (0, 0))
        if (had, had_days) != (has, has_days):
            changed.append((*row, has - had, has_days - had_days))
    if changed:
        _add(changed)


def _add(changed: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ADDED, [*map(list, zip(*changed, strict=True)), *[os.getpid() % SLOTS] * 3])


ADDED = """
    WITH added AS (
        SELECT * FROM unnest(
            %s::text[], %s::date[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[],
            %s::bigint[]
        ) AS added (what, month, unit, field, commune, amount, days)
    ), counted AS (
        INSERT INTO citizens_tally (what, month, unit, field, slot, amount, days)
        SELECT what, month, unit, field, %s, sum(amount), sum(days) FROM added
        GROUP BY what, month, unit, field HAVING sum(amount) <> 0 OR sum(days) <> 0
        ORDER BY what, month, unit, field
        ON CONFLICT (month, what, unit, field, slot) DO UPDATE
        SET amount = citizens_tally.amount + excluded.amount,
            days = citizens_tally.days + excluded.days
    ), of_communes AS (
        INSERT INTO citizens_communetally (what, month, commune, slot, amount)
        SELECT what, month, commune, %s, sum(amount) FROM added
        WHERE what IN ('received', 'handled', 'opened', 'settled_on_time', 'settled_late')
        GROUP BY what, month, commune HAVING sum(amount) <> 0
        ORDER BY what, month, commune
        ON CONFLICT (month, what, commune, slot) DO UPDATE
        SET amount = citizens_communetally.amount + excluded.amount
    )
    INSERT INTO citizens_monthtally (what, month, slot, amount, days)
    SELECT what, month, %s, sum(amount), sum(days) FROM added
    GROUP BY what, month HAVING sum(amount) <> 0 OR sum(days) <> 0
    ORDER BY what, month
    ON CONFLICT (month, what, slot) DO UPDATE
    SET amount = citizens_monthtally.amount + excluded.amount,
        days = citizens_monthtally.days + excluded.days
"""
"""Rows in one order, so that two writers wait for each other and never both."""


@transaction.atomic
def rebuild() -> int:
    """Count everything anew; returns the rows written. Acts under way wait, or are waited for."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(TABLES)} IN EXCLUSIVE MODE")
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        late, rules = Clock.objects.settled_late().values("case").query.sql_with_params()
        own_book = PetitionStage.OWN_BOOK.value
        cursor.execute(REBUILT.format(late=late), [own_book, own_book, *rules])
        rows = cursor.rowcount
        cursor.execute(SUMMED)
        cursor.execute(REBUILT_OF_COMMUNES.format(late=late), [own_book, *rules])
        return rows


TABLES = ("citizens_tally", "citizens_monthtally", "citizens_communetally")

REBUILT_OF_COMMUNES = """
    INSERT INTO citizens_communetally (what, month, commune, slot, amount)
    SELECT what, date_trunc('month', day)::date, coalesce(commune_id, 0), 0, count(*)
    FROM (
        SELECT what, day, commune_id FROM citizens_petition,
            LATERAL (VALUES ('received', received_on), ('handled', handled_on)) AS done (what, day)
        WHERE NOT sealed AND NOT question AND stage <> %s
        UNION ALL
        SELECT what, day, commune_id
        FROM citizens_case AS one JOIN citizens_petition AS letter ON letter.id = petition_id,
            LATERAL (VALUES ('opened', one.received_on),
                (CASE WHEN one.id IN ({late}) THEN 'settled_late' ELSE 'settled_on_time' END,
                 one.decided_on)) AS done (what, day)
    ) AS counted WHERE day IS NOT NULL
    GROUP BY 1, 2, 3
"""


SUMMED = """
    INSERT INTO citizens_monthtally (what, month, slot, amount, days)
    SELECT what, month, 0, sum(amount), sum(days) FROM citizens_tally GROUP BY what, month
"""

REBUILT = """
    INSERT INTO citizens_tally (what, month, unit, field, slot, amount, days)
    SELECT what, date_trunc('month', day)::date, coalesce(unit_id, 0), coalesce(field_id, 0), 0,
           count(*), sum(days)
    FROM (
        SELECT 'received' AS what, received_on AS day, unit_id, field_id, 0 AS days
        FROM citizens_petition WHERE NOT sealed AND NOT question AND stage <> %s
        UNION ALL
        SELECT 'handled', handled_on, unit_id, field_id, 0
        FROM citizens_petition
        WHERE NOT sealed AND NOT question AND stage <> %s AND handled_on IS NOT NULL
        UNION ALL
        SELECT 'opened', received_on, unit_id, field_id, 0 FROM citizens_case
        UNION ALL
        SELECT CASE WHEN id IN ({late}) THEN 'settled_late' ELSE 'settled_on_time' END,
               decided_on, unit_id, field_id, decided_on - coalesce(accepted_on, received_on)
        FROM citizens_case WHERE decided_on IS NOT NULL
        UNION ALL
        SELECT 'closed', closed_on, unit_id, field_id, 0
        FROM citizens_case WHERE closed_on IS NOT NULL
        UNION ALL
        SELECT what, received_on, unit_id, field_id, people
        FROM citizens_visit, unnest(ARRAY['visited', 'crowd']) AS what
        WHERE NOT sealed AND result <> 'tu_choi' AND stage <> 'chuyen-so-rieng' AND own_visit
          AND (what = 'visited' OR people >= 5)
    ) AS counted
    GROUP BY 1, 2, 3, 4 ORDER BY 2
"""
"""Months lie together, as when they are kept: a period is read from few pages."""
