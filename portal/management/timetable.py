"""What happens at which time of day."""

from datetime import date, datetime, time

from django.core.management import call_command
from django.utils import timezone
from django.utils.timezone import make_aware

from citizens.models.leave import turn_the_day
from citizens.models.month_end import keep_month_ends
from citizens.sending import forget_unsent
from democracy.models.slip import open_box
from portal.dashboard.reminders.sending import remind
from portal.drafts import forget_set_aside
from portal.factors.devices import forget_unknown
from portal.factors.sign_ins import forget_ended
from portal.history import close_day
from portal.importing import forget_unwritten
from portal.jobs import Job
from portal.notifications import mail_again
from portal.once import forget_old
from portal.planning import forget_unread
from portal.successor import DAYS_AT_HAND, forget_archives
from portal.throttling import forget_before
from portal.working_days import days_after
from reforms.models import Indicator
from reforms.models.survey.answer import shuffle_answers


def close_the_day_before(day: date) -> None:
    close_day(days_after(day, -1))


def open_the_box(day: date) -> None:
    """What was dropped up to yesterday; a night that was missed is made up for by the next."""
    open_box(on=day)
    shuffle_answers(on=day)


def forget_old_sessions(day: date) -> None:
    """And what is told of them; devices that are no longer known."""
    call_command("clearsessions")
    at = timezone.now()
    forget_ended(at=at)
    forget_unknown(at=at)


def forget_finished_tasks(day: date) -> None:
    call_command("prune_db_task_results", verbosity=0)


def forget_what_was_typed(day: date) -> None:
    forget_old(as_of=timezone.now())
    forget_set_aside(as_of=timezone.now())


def forget_unsent_files(day: date) -> None:
    forget_unsent(as_of=timezone.now())


def forget_unwritten_tables(day: date) -> None:
    """And archives of exports: who asked for one has fetched it within the week."""
    forget_unwritten(as_of=timezone.now())
    forget_unread(as_of=timezone.now())
    forget_archives(before=days_after(day, -DAYS_AT_HAND))


def forget_old_tries(day: date) -> None:
    forget_before(make_aware(datetime.combine(day, time.min)))


def count_indicators(day: date) -> None:
    """What the portal counts for the targets of the reform, as of the night."""
    from portal import urls  # noqa: F401  with the rooms all figures are known

    Indicator.objects.count_up(on=day)


def remind_everybody(day: date) -> None:
    """A day that was missed is not reminded of again: its digest would say what today's does."""
    if day == timezone.localdate():
        remind(day)


def mail_what_failed(day: date) -> None:
    """The mail server was down in the morning: what it did not take goes again."""
    mail_again(since=day, at=timezone.now())


JOBS = (
    Job("close_day", time(0, 10), close_the_day_before),
    Job("turn_leaves", time(0, 15), turn_the_day),
    Job("open_box", time(0, 25), open_the_box),
    Job("keep_month_ends", time(0, 20), keep_month_ends),
    Job("count_indicators", time(0, 40), count_indicators),
    Job("forget_old_sessions", time(1, 0), forget_old_sessions),
    Job("forget_unsent_files", time(1, 5), forget_unsent_files),
    Job("forget_unwritten_tables", time(1, 5), forget_unwritten_tables),
    Job("forget_what_was_typed", time(1, 5), forget_what_was_typed),
    Job("forget_finished_tasks", time(1, 10), forget_finished_tasks),
    Job("remind", time(6, 45), remind_everybody),
    Job("mail_again_morning", time(9, 0), mail_what_failed),
    Job("mail_again_noon", time(13, 0), mail_what_failed),
    Job("forget_old_tries", time(1, 20), forget_old_tries),
)
