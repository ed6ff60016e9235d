"""Clocks that run on a petition: begun, moved, stopped, reckoned anew."""

from datetime import UTC, date, datetime

import pytest

from citizens.models import Clock, Petition
from citizens.statutes import RULES
from portal.deadlines import FAR_FUTURE, DeadlineError, RuleConfirmation
from portal.working_days import Holiday, deliver_calendar, forget_calendar

pytestmark = pytest.mark.django_db
AUGUST_3 = date(2026, 8, 3)


@pytest.fixture
def petition(units):
    return Petition.objects.create(
        code="D-2026-00001",
        title="Khiếu nại quyết định thôi hưởng trợ cấp",
        channel="buu_chinh",
        received_on=AUGUST_3,
        registered_on=AUGUST_3,
        unit=units["tiep-cong-dan"],
    )


@pytest.fixture
def settling(petition) -> Clock:
    """Thirty days from acceptance on 03/8/2026: due on Thursday 03/9/2026."""
    return Clock.begin("KN_GQ1", on=AUGUST_3, petition=petition)


@pytest.fixture
def delivered():
    deliver_calendar()
    forget_calendar()
    yield
    forget_calendar()


def stored(clock: Clock) -> Clock:
    return Clock.objects.get(pk=clock.pk)


def test_a_clock_knows_its_wording_and_its_last_day(settling):
    assert stored(settling).version_from == date(2012, 7, 1)
    assert (stored(settling).nominal, stored(settling).due) == (date(2026, 9, 2), date(2026, 9, 3))


def test_a_rule_that_did_not_exist_starts_no_clock(petition):
    with pytest.raises(DeadlineError, match="chưa có quy định"):
        Clock.begin("DON_45", on=date(2026, 6, 30), petition=petition)
    assert not Clock.objects.exists()


def test_a_pause_takes_the_last_day_away_and_resuming_gives_a_later_one(settling):
    settling.pause(on=date(2026, 8, 24))
    assert stored(settling).due is None
    assert stored(settling).paused_from == date(2026, 8, 24)
    settling.resume(on=date(2026, 9, 14))
    assert stored(settling).due == date(2026, 9, 23)
    assert stored(settling).pauses == [["2026-08-24", "2026-09-14"]]


def test_a_pause_within_a_pause_is_refused_and_leaves_the_clock_as_it_was(settling):
    settling.pause(on=date(2026, 8, 24))
    with pytest.raises(DeadlineError, match="chồng lên nhau"):
        settling.pause(on=date(2026, 8, 25))
    assert settling.pauses == stored(settling).pauses == [["2026-08-24", None]]


def test_resuming_what_does_not_rest_is_refused(settling):
    with pytest.raises(DeadlineError, match="không trong thời gian tạm đình chỉ"):
        settling.resume(on=date(2026, 9, 1))


def test_resuming_before_the_pause_is_refused(settling):
    settling.pause(on=date(2026, 8, 24))
    with pytest.raises(DeadlineError, match="trước ngày tạm đình chỉ"):
        settling.resume(on=date(2026, 8, 23))


def test_complexity_lengthens(settling):
    settling.mark_complex(on=date(2026, 8, 20))
    assert stored(settling).due == date(2026, 9, 17)


def test_nothing_is_extended_after_its_last_day(settling, petition):
    with pytest.raises(DeadlineError, match="đã hết ngày 03/9/2026"):
        settling.mark_complex(on=date(2026, 9, 4))
    denunciation = Clock.begin("TC_GQ", on=AUGUST_3, petition=petition)
    denunciation.extend(on=date(2026, 9, 3))
    denunciation.extend(on=date(2026, 9, 30))
    assert stored(denunciation).due == date(2026, 11, 2)  # 01/11 is a Sunday
    with pytest.raises(DeadlineError, match="nhiều nhất 2 lần"):
        denunciation.extend(on=date(2026, 10, 30))


def test_a_corrected_start_may_change_the_wording(petition):
    clock = Clock.begin("KN_THU_LY", on=date(2026, 7, 1), petition=petition)
    clock.correct_start(on=date(2026, 6, 25))
    assert stored(clock).version_from == date(2012, 7, 1)
    assert stored(clock).due == date(2026, 7, 6)


def test_a_stopped_clock_moves_no_more(settling):
    settling.stop(on=date(2026, 8, 28), event="settle")
    for verb in (settling.pause, settling.extend, settling.stop, settling.correct_start):
        with pytest.raises(DeadlineError, match="đã kết thúc ngày 28/8/2026"):
            verb(on=date(2026, 8, 31))
    assert settling.due_key == FAR_FUTURE


def test_an_undone_step_lets_the_clock_run_again(settling):
    settling.stop(on=date(2026, 8, 28), event="settle")
    settling.reopen()
    assert stored(settling).is_open
    assert stored(settling).due_key == date(2026, 9, 3)


def test_overdue_and_soon_are_questions_about_a_day(settling, petition):
    paused = Clock.begin("KN_GQ1", on=AUGUST_3, petition=petition)
    paused.pause(on=date(2026, 8, 24))
    clocks = Clock.objects
    assert list(clocks.all().overdue(as_of=date(2026, 9, 3))) == []
    assert list(clocks.all().overdue(as_of=date(2026, 9, 4))) == [settling]
    assert list(clocks.all().soon(as_of=date(2026, 8, 25))) == []
    assert list(clocks.all().soon(as_of=date(2026, 8, 26))) == [settling]
    assert list(clocks.all().paused()) == [paused]


def test_the_standing_of_a_clock(settling):
    assert settling.standing(as_of=date(2026, 9, 4)).words == "Quá hạn 1 ngày làm việc"
    settling.pause(on=date(2026, 8, 24))
    assert settling.standing(as_of=date(2026, 9, 4)).kind == "pause"


def test_when_the_calendar_changes_open_clocks_move_and_stopped_ones_do_not(
    settling, petition, delivered
):
    stopped = Clock.begin("KN_GQ1", on=AUGUST_3, petition=petition)
    stopped.stop(on=date(2026, 8, 10))
    Holiday.objects.create(
        day=date(2026, 9, 3), name="Bão số 9", edited_by="quantri",
        edited_at=datetime(2026, 8, 30, tzinfo=UTC),
    )  # fmt: skip
    forget_calendar()
    assert Clock.objects.all().reckon() == [settling]
    assert stored(settling).due == date(2026, 9, 4)
    assert stored(stopped).due == stored(stopped).deadline().due == date(2026, 9, 3)


def test_a_last_day_from_the_old_register_holds_until_a_verb_moves_the_clock(petition):
    clock = Clock.begin("KN_GQ1", on=AUGUST_3, entered_due=date(2026, 9, 10), petition=petition)
    assert stored(clock).due == date(2026, 9, 10)
    assert "theo hạn đã ghi trong sổ nhập vào" in clock.deadline().explanation
    assert list(Clock.objects.all().reckon()) == []
    clock.mark_complex(on=date(2026, 9, 8))
    assert stored(clock).due == date(2026, 9, 17)


def test_a_confirmed_rule_says_by_whom(settling, ha):
    assert "Căn cứ chưa kiểm tra" in settling.deadline().explanation
    term = RULES["KN_GQ1"]
    RuleConfirmation.confirm(term, term.versions[0], by=ha, on=date(2026, 8, 1))
    assert f"{ha} xác nhận ngày 01/8/2026" in settling.deadline().explanation
