"""seed_demo leaves what the verbs allow, and touches nothing that is not its own."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from citizens.models import Case, Party, Petition
from portal import history
from portal.management.commands.seed_demo import Command

TODAY = date(2026, 11, 20)


def test_the_office_its_letters_and_a_true_history_stand(db):
    """A short telling: the same office and verbs, fewer letters."""
    Command().fill(today=TODAY, since=TODAY - timedelta(days=60), often=False)
    assert Petition.objects.filter(sealed=True).count() == 4
    assert Case.objects.open().exists()
    assert Case.objects.exclude(closed_on=None).exists()
    assert Case.objects.overdue(as_of=TODAY).exists()
    assert Case.objects.exclude(paused_from=None).exists()
    assert plainly_invented(Party.objects.exclude(id_number=""))
    assert history.verify().intact


def plainly_invented(parties) -> bool:
    return parties.exists() and not parties.exclude(id_number__startswith="999").exists()


def test_it_refuses_a_database_that_holds_somebody(lan):
    with pytest.raises(CommandError, match="còn trống"):
        call_command("seed_demo", "--yes")


def test_it_refuses_a_database_of_ones_own_without_yes(db, settings):
    settings.EMBEDDED = False
    with pytest.raises(CommandError, match="--yes"):
        call_command("seed_demo")
