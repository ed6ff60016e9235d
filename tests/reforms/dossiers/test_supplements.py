"""Waiting for papers: the clock stands still or begins anew, and asking twice counts as late."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from portal.office import Setting
from portal.workflow import Refused
from reforms.dossiers.due_times import Limit, Unit
from reforms.dossiers.supplements import AfterSupplement, Term, Wait
from reforms.dossiers.working_hours import BY_DAY, BY_HOUR
from reforms.models import LateDossier
from tests.cast import person, place
from tests.reforms.dossiers.conftest import late_dossier
from tests.reforms.dossiers.test_due_times import CLOCK

PAUSE, RESTART = AfterSupplement
FIVE, TWENTY = Limit(Decimal(5)), Limit(Decimal(20), Unit.CALENDAR)
RECEIVED = "2026-11-23 08:15"
WAITED = Wait(datetime(2026, 11, 24, 16), datetime(2026, 11, 26, 8))  # 1 + 8 + 1 working hours

VECTORS = [
    # the first vector of the due times: five working days from Monday 08:15
    (FIVE, BY_HOUR, "2026-11-30 08:15", PAUSE, "2026-12-01 10:15"),
    (FIVE, BY_DAY, "2026-11-30 17:00", PAUSE, "2026-12-02 17:00"),
    (FIVE, BY_HOUR, "2026-11-30 08:15", RESTART, "2026-12-03 08:00"),
    (FIVE, BY_DAY, "2026-11-30 17:00", RESTART, "2026-12-03 17:00"),
    # twenty days: two days later is a Wednesday; twenty from the 26th are a Wednesday too
    (TWENTY, BY_HOUR, "2026-12-14 17:00", PAUSE, "2026-12-16 17:00"),
    (TWENTY, BY_HOUR, "2026-12-14 17:00", RESTART, "2026-12-16 17:00"),
    # nobody wrote the limit: it took forty hours
    (None, BY_HOUR, "2026-11-30 08:15", PAUSE, "2026-12-01 10:15"),
    (None, BY_HOUR, "2026-11-30 08:15", RESTART, "2026-12-03 08:00"),
]


@pytest.mark.parametrize(("limit", "mode", "due", "rule", "again"), VECTORS)
def test_a_wait_moves_the_due_time(limit, mode, due, rule, again):
    term = Term(datetime.fromisoformat(RECEIVED), datetime.fromisoformat(due), limit, mode)
    assert term.after(WAITED, CLOCK, rule=rule) == datetime.fromisoformat(again)


def at(day: int, hour: int) -> datetime:
    return timezone.make_aware(datetime(2026, 11, day, hour))


@pytest.fixture
def head(units):
    user = person("hoang", "Đỗ Văn Hoàng", "man")
    place(user, "head", unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


@pytest.fixture
def waiting(head, units, office):
    """Received Monday the 2nd at 8, due on Friday the 20th at 16; asked on the 18th at 9."""
    row = late_dossier(head, units["nguoi-co-cong"])
    row.ask_supplement(by=head, on=date(2026, 11, 18), asked_at=at(18, 9), content="Bản sao CCCD")
    return row


@pytest.mark.django_db
def test_what_waits_is_never_late(waiting):
    assert waiting.next_due is None
    assert not LateDossier.objects.overdue(as_of=date(2026, 12, 31)).exists()
    assert not LateDossier.objects.without_letter(as_of=date(2026, 12, 31)).exists()


@pytest.mark.django_db
def test_when_it_is_there_the_rest_of_the_time_runs(waiting, head):
    waiting.receive_supplement(by=head, on=date(2026, 11, 23), supplied_at=at(20, 9))
    assert waiting.due_at == at(24, 16)  # two working days later than Friday the 20th
    assert (waiting.stage, waiting.due_on) == ("open", date(2026, 11, 24))
    [one] = waiting.supplements.all()
    assert (one.due_before, one.due_after) == (at(20, 16), at(24, 16))


@pytest.mark.django_db
def test_the_office_may_let_it_begin_anew(waiting, head):
    Setting.objects.create(name="dossier_supplement", value=RESTART, valid_from=date(2026, 1, 1))
    LateDossier.objects.filter(pk=waiting.pk).update(quantity=5, measure="working")
    waiting.refresh_from_db()
    waiting.receive_supplement(by=head, on=date(2026, 11, 23), supplied_at=at(20, 9))
    assert waiting.due_at == at(27, 9)


@pytest.mark.django_db
def test_asked_twice_it_is_late_by_decision_766(waiting, head):
    waiting.receive_supplement(by=head, on=date(2026, 11, 19), supplied_at=at(19, 9))
    assert not LateDossier.objects.asked_twice().exists()
    waiting.ask_supplement(by=head, on=date(2026, 11, 19), asked_at=at(19, 14), content="Ảnh")
    assert LateDossier.objects.asked_twice().get() == waiting


@pytest.mark.django_db
def test_after_its_hour_the_clock_stops_no_more(head, units, office):
    row = late_dossier(head, units["nguoi-co-cong"])
    with pytest.raises(Refused, match="đã quá giờ hẹn trả"):
        row.ask_supplement(by=head, on=date(2026, 11, 23), asked_at=at(20, 16), content="Ảnh")


@pytest.mark.django_db
def test_nothing_came_and_it_ends_after_the_last_day(waiting, head):
    assert waiting.wait_until == date(2026, 12, 9)  # fifteen working days after the 18th
    with pytest.raises(Refused, match="đến hết 09/12/2026"):
        waiting.stop(by=head, on=date(2026, 12, 9), ending="khong-bo-sung")
    waiting.stop(by=head, on=date(2026, 12, 10), ending="khong-bo-sung")
    assert not LateDossier.objects.overdue(as_of=date(2026, 12, 31)).exists()


@pytest.mark.django_db
def test_the_pages_of_a_wait(client, waiting, head):
    client.force_login(head)
    page = client.get(waiting.get_absolute_url()).content.decode()
    assert "Nhận bổ sung đến hết" in page
    url = f"{waiting.get_absolute_url()}ghi-da-nhan-bo-sung/"
    early = client.post(url, {"day": "18/11/2026", "hour": "08:00"})
    assert early.status_code == 422
    assert "Sau 9 giờ 00, 18/11/2026" in early.content.decode()
    assert client.post(url, {"day": "20/11/2026", "hour": "09:00"}).status_code == 302
    assert (
        "sau bổ sung: 16:00, 24/11/2026" in client.get(waiting.get_absolute_url()).content.decode()
    )
