"""Of everybody in the invented office: after they have left, nothing open bears their name."""

import datetime

import pytest
from django.db import transaction

from citizens.models import Case, Petition, Reception
from portal.instructions import Instruction
from portal.leaving import HELD, leave
from portal.management.commands.seed_demo import Command
from portal.people import User
from portal.reorganisation import rehearsed
from portal.submissions import Submission

TODAY = datetime.date(2026, 11, 20)


def left_with(person: User) -> list[str]:
    """What is open and still says the name."""
    rows = [row.code for held in HELD for row in held.rows(person)]
    rows += [each.code for each in Petition.objects.waiting().filter(officer=person)]
    rows += [each.code for each in Case.objects.open().filter(officer=person)]
    slips = Submission.objects.filter(state="open", reader__user=person)
    rows += [each.stream for each in slips]
    sessions = Reception.objects.filter(stage="chua-tiep", host_position__user=person)
    rows += [each.code for each in sessions]
    rows += [each.text for each in Instruction.objects.unreported().filter(user=person)]
    return rows


def after_leaving(person: User, heir: User, by: User) -> list[str]:
    def act() -> list[str]:
        leave(person, heir=heir, by=by, on=TODAY, decision="Quyết định 1/QĐ")
        return left_with(person)

    return rehearsed(act)


@pytest.mark.slow
def test_whoever_leaves_leaves_nothing_open_behind(db):
    with transaction.atomic():
        Command().fill(today=TODAY, since=TODAY - datetime.timedelta(days=60), often=False)
    by = User.objects.get(username="quantri")
    staff = [each for each in User.objects.filter(is_active=True) if each.positions_on(TODAY)]
    had, kept = 0, {}
    for person in staff:
        if person == by:
            continue
        had += len(left_with(person))
        heir = next(each for each in staff if each not in (person, by))
        if rest := after_leaving(person, heir, by):
            kept[person.key] = rest
    assert had > 20
    assert kept == {}
