"""seed_demo leaves what the verbs allow, and touches nothing that is not its own."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from citizens.models import Batch, Case, Flag, Leave, Party, Petition, Reception, Visit
from portal import history
from portal.filters import SavedFilter
from portal.instructions import Instruction
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
    assert missing_on_desks() == []
    assert everything_of_reception() <= shown_of_reception()


def missing_on_desks() -> list[str]:
    """Of what somebody who tries the portal out looks for in a week's daily work."""
    texts = Petition.objects.waiting().exclude(content="").values("content")
    found = {
        "bộ lọc riêng": SavedFilter.objects.filter(unit=None),
        "bộ lọc của đơn vị": SavedFilter.objects.exclude(unit=None),
        "phiếu đã ký nhận": Batch.objects.exclude(received_on=None),
        "phiếu chưa ký nhận": Batch.objects.filter(received_on=None),
        "diện đông người": Flag.objects.filter(kind=Flag.Kind.CROWD),
        "đơn cùng nội dung": texts.annotate(letters=Count("pk")).filter(letters__gt=3),
        "bàn giao khi nghỉ": Leave.objects.exclude(begun_on=None),
        "khiếu nại về lao động": Case.objects.filter(regime="lao_dong"),
    }
    return [words for words, rows in found.items() if not rows.order_by().exists()]


def shown_of_reception() -> set[str]:
    """What somebody who tries the portal out finds of reception."""
    sessions = Reception.objects.all()
    found = {session.get_stage_display() for session in sessions}
    found |= {"không có công dân đến" for session in sessions if session.nobody_came}
    found |= {"trực tuyến" for session in sessions if session.online}
    found |= {"việc đã xong" if task.closed_on else "việc còn mở" for task in tasks()}
    found |= {"nhiều nội dung" for visit in Visit.objects.filter(own_visit=False)}
    found |= {"đoàn từ 5 người" for visit in Visit.objects.filter(people__gte=5)}
    found |= {visit.get_stage_display() for visit in Visit.objects.filter(ground="9.3")}
    return found


def tasks() -> list[Instruction]:
    return list(Instruction.objects.filter(stream__startswith="buoi-tiep/"))


def everything_of_reception() -> set[str]:
    return {
        *("Chưa tiếp", "Đã tiếp", "Đã hoãn", "Đã hủy", "không có công dân đến", "trực tuyến"),
        *("việc đã xong", "việc còn mở", "nhiều nội dung", "đoàn từ 5 người", "Đã từ chối tiếp"),
    }


def plainly_invented(parties) -> bool:
    return parties.exists() and not parties.exclude(id_number__startswith="999").exists()


def test_it_refuses_a_database_that_holds_somebody(lan):
    with pytest.raises(CommandError, match="còn trống"):
        call_command("seed_demo", "--yes")


def test_it_refuses_a_database_of_ones_own_without_yes(db, settings):
    settings.EMBEDDED = False
    with pytest.raises(CommandError, match="--yes"):
        call_command("seed_demo")
