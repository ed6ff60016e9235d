"""The timetable: each job once for each day, a missed day with the next."""

from datetime import date, datetime, time

import pytest

from portal.jobs import Job, JobRun, run_due
from portal.management.timetable import JOBS

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)


@pytest.fixture
def job():
    done = []
    return Job("count", time(6, 0), done.append)


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


def test_before_its_hour_yesterday_is_the_last_day_due(job):
    assert run_due([job], now=at(SATURDAY, 5)) == [("count", FRIDAY)]


def test_each_day_is_done_once_however_often_it_is_looked_at(job):
    assert run_due([job], now=at(SATURDAY, 7)) == [("count", SATURDAY)]
    assert run_due([job], now=at(SATURDAY, 8)) == []


def test_missed_days_are_made_up_in_order(job):
    run_due([job], now=at(date(2026, 11, 18), 7))
    made_up = run_due([job], now=at(SATURDAY, 7))
    assert [day.day for _, day in made_up] == [19, 20, 21]


def test_a_job_that_fails_is_not_noted_as_done():
    failing = Job("fail", time(6), lambda day: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_due([failing], now=at(SATURDAY, 7))
    assert not JobRun.objects.exists()


def test_the_second_of_two_timetables_finds_the_day_done(job):
    JobRun.objects.create(name="count", on=SATURDAY)
    assert job.run(SATURDAY) is False


def test_every_job_of_the_timetable_runs(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    done = run_due(JOBS, now=at(SATURDAY, 7))
    assert [name for name, _ in done] == [job.name for job in JOBS]
