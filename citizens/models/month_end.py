"""What stood late at the end of each month: of the past, so it is counted at night and kept."""

from __future__ import annotations

from datetime import date

from django.db import connection, models

from portal.periods import Month
from portal.working_days import months_after

from .. import statutes

LOOK_BACK = 25
"""Months: the last day of the same period of last year is compared with."""


class MonthEnd(models.Model):
    """Số quá hạn vào ngày cuối tháng, theo thời hạn ghi đến nay."""

    on = models.DateField("ngày cuối tháng", unique=True)
    petitions = models.PositiveIntegerField("đơn quá hạn")
    cases = models.PositiveIntegerField("vụ việc quá hạn")
    unsettled = models.PositiveIntegerField("vụ việc chưa giải quyết đang quá hạn")

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}: {self.cases}"


def keep_month_ends(day: date) -> None:
    """Count the months that are over anew: a paper may bear a date of a month ago."""
    this = day.replace(day=1)
    months = (Month.containing(months_after(this, -back)) for back in range(1, LOOK_BACK + 1))
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [day, list(statutes.WATCHED), [month.end for month in months]])


COUNTED = """
    WITH ever_late AS MATERIALIZED (
        SELECT clock.started_on, clock.due, clock.stopped_on, clock.case_id,
            petition.id AS petition_id, settled.decided_on
        FROM citizens_clock AS clock
        LEFT JOIN citizens_case AS settled ON settled.id = clock.case_id
        LEFT JOIN citizens_petition AS petition
            ON petition.id = clock.petition_id AND NOT petition.sealed
        WHERE clock.due < coalesce(clock.stopped_on, %s) AND NOT clock.rule = ANY(%s)
    )
    INSERT INTO citizens_monthend ("on", petitions, cases, unsettled)
    SELECT ended, count(DISTINCT petition_id), count(DISTINCT case_id),
        count(DISTINCT case_id) FILTER (WHERE decided_on IS NULL OR decided_on > ended)
    FROM unnest(%s::date[]) AS ended
    LEFT JOIN ever_late ON started_on <= ended AND due < ended
        AND (stopped_on IS NULL OR stopped_on > ended)
    GROUP BY ended
    ON CONFLICT ("on") DO UPDATE SET petitions = excluded.petitions, cases = excluded.cases,
        unsettled = excluded.unsettled
"""
