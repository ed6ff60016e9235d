"""A session from its plan to the notice about it."""

from datetime import date, time

import pytest
from django.db import IntegrityError

from citizens.desk import sessions_to_do
from citizens.forms.reception.enrolling import CancelRegistration
from citizens.models import Reception, Registration
from citizens.words.reception import duties, posting
from portal import history
from portal.drafts import keep, kept
from portal.instructions import Instruction, instruct
from portal.people import Role
from portal.workflow import Refused
from tests.cast import client_of, person, place
from tests.citizens.reception import a_session
from tests.citizens.visits import enter, enter_sealed

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2026, 8, 5), date(2026, 8, 20)


@pytest.fixture
def session(lan, ha):
    return a_session(lan, ha)


def test_the_head_receives_herself_and_a_deputy_is_delegated(lan, ha, dung):
    assert a_session(lan, ha).host == "thu_truong"
    assert a_session(lan, dung).host == "uy_quyen"


def test_a_periodic_session_is_not_planned_on_a_day_off(lan, ha):
    with pytest.raises(Refused, match="02/9/2026 là ngày nghỉ"):
        a_session(lan, ha, date=date(2026, 9, 2))


def test_an_extraordinary_one_may_be(lan, ha):
    assert a_session(lan, ha, date=date(2026, 9, 2), kind="dot_xuat").code == "BT-2026-0001"


def test_posted_five_working_days_before_is_in_time(session, lan):
    """Thursday 20/8 counted back: 19, 18, 17, 14, 13."""
    session.display(by=lan, on=date(2026, 8, 13), displayed_on=date(2026, 8, 13))
    words = "Đã niêm yết 13/8/2026, đúng hạn 13/8/2026"
    assert posting(session, on=DAY).words == words


def test_posted_a_day_later_is_late_in_words(session, lan):
    session.display(by=lan, on=date(2026, 8, 14), displayed_on=date(2026, 8, 14))
    stands = posting(session, on=DAY)
    assert stands.words == "Đã niêm yết 14/8/2026, chậm 1 ngày làm việc (hạn 13/8/2026)"
    assert stands.late


def test_not_posted_yet_it_says_how_many_days_are_left(session):
    assert posting(session, on=date(2026, 8, 11)).short == "Còn 2 ngày làm việc"


def test_an_extraordinary_session_owes_no_posting(lan, ha):
    assert posting(a_session(lan, ha, kind="dot_xuat"), on=BEFORE) is None


def test_online_asks_for_notice_five_days_and_a_test_one_day_before(lan, ha):
    online = a_session(lan, ha, online=True)
    told = [(duty.label, duty.standing.date) for duty in duties(online, on=BEFORE)]
    assert told == [
        ("Niêm yết", date(2026, 8, 13)),
        ("Thông báo cho các bên", date(2026, 8, 13)),
        ("Kiểm tra đường truyền", date(2026, 8, 19)),
    ]


def test_before_the_reform_nothing_was_asked_of_online_sessions(lan, ha):
    early = date(2026, 6, 1)
    online = a_session(lan, ha, on=early, date=date(2026, 6, 22), online=True)
    assert [duty.label for duty in duties(online, on=early)] == ["Niêm yết"]


def test_postponed_it_leads_to_the_new_day_posted_at_once(session, lan):
    session.display(by=lan, on=BEFORE, displayed_on=BEFORE)
    hours = {"starts_at": time(8), "ends_at": time(11)}
    new = session.postpone(by=lan, on=BEFORE, reason="Họp tỉnh.", date=date(2026, 8, 25), **hours)
    assert (session.stage, session.moved_to, session.reason) == ("da-hoan", new, "Họp tỉnh.")
    assert (new.stage, new.displayed_on, new.host_position) == (
        "chua-tiep", BEFORE, session.host_position
    )  # fmt: skip


def test_cancelled_it_keeps_its_reason_and_was_not_held(session, lan):
    session.cancel(by=lan, on=BEFORE, reason="Bão số 3.")
    session.refresh_from_db()
    assert (session.stage, session.held, session.reason) == ("da-huy", False, "Bão số 3.")


def test_nobody_came_and_the_day_counts_all_the_same(session, ha):
    session.receive_nobody(by=ha, on=DAY)
    session.refresh_from_db()
    assert (session.held, session.nobody_came) == (True, True)


def test_a_visit_in_the_own_book_refuses_nothing_to_whoever_may_not_know(session, lan, ha):
    coordinator = person("son", "Lê Văn Sơn")
    place(coordinator, Role.COORDINATOR, unit=lan.positions.get().unit)
    enter_sealed(lan, on=DAY, received_on=DAY, kind="dinh_ky", host="thu_truong")
    with pytest.raises(Refused, match="đã có lượt tiếp trong sổ"):
        session.receive_nobody(by=ha, on=DAY)
    session.receive_nobody(by=coordinator, on=DAY)
    assert session.nobody_came


def test_a_plain_visit_says_that_somebody_came(session, lan):
    enter(lan, on=DAY, received_on=DAY, kind="dinh_ky", host="thu_truong")
    with pytest.raises(Refused, match="đã có lượt tiếp trong sổ"):
        session.receive_nobody(by=lan, on=DAY)


def test_whoever_registered_is_expected_on_the_new_day(session, lan):
    session.enrol(by=lan, on=BEFORE, **THAO)
    session.enrol_sealed(by=lan, on=BEFORE, channel="truc_tiep")
    hours = {"starts_at": time(8), "ends_at": time(11)}
    new = session.postpone(by=lan, on=BEFORE, reason="Họp.", date=date(2026, 8, 25), **hours)
    assert [row.sealed for row in new.registrations.all()] == [False, True]


def test_it_is_not_held_before_its_day(session, ha):
    with pytest.raises(Refused, match="Chưa đến ngày tiếp, 20/8/2026"):
        session.hold(by=ha, on=BEFORE)


def test_whoever_does_not_host_announces_nothing(session, lan, dung):
    session.write_conclusion(by=lan, on=DAY, text="Giao trả lời.")
    with pytest.raises(Refused, match="người chủ trì buổi tiếp hoặc Giám đốc"):
        session.announce(by=dung, on=DAY)


def test_the_notice_is_approved_then_numbered_by_the_clerk(session, lan, ha, mai):
    session.write_conclusion(by=lan, on=DAY, text="Giao trả lời.")
    session.announce(by=ha, on=DAY, prepared_by=lan, draft="Thông báo.")
    session.send_out(by=mai, on=date(2026, 8, 24), number="9/TB", dated_on=date(2026, 8, 24))
    notice = Reception.objects.get().conclusion
    assert (notice.notice, notice.approved_by, notice.number) == ("Thông báo.", ha, "9/TB")


def test_after_approval_the_conclusion_stays_as_it_is(session, lan, ha):
    session.write_conclusion(by=lan, on=DAY, text="Giao trả lời.")
    session.announce(by=ha, on=DAY)
    with pytest.raises(Refused, match="thông báo kết luận đã duyệt"):
        session.write_conclusion(by=lan, on=DAY, text="Khác.")


def test_a_task_stands_on_the_desk_of_the_unit_until_it_is_closed(session, lan, ha, binh, units):
    session.write_conclusion(by=lan, on=DAY, text="Giao trả lời.")
    about = {"unit": units["tiep-cong-dan"], "due_on": date(2026, 9, 4), "subject": session}
    task = instruct(by=ha, on=DAY, text="Trả lời công dân.", **about)
    assert list(Instruction.objects.for_user(binh, on=DAY).open()) == [task]
    assert list(Instruction.objects.about(session)) == [task]


# who registers


def test_a_registration_needs_a_name_and_a_sealed_one_can_have_none(session, lan):
    told = {"registered_by": lan, "registered_on": BEFORE, "channel": "truc_tiep"}
    with pytest.raises(IntegrityError):
        Registration.objects.create(reception=session, sealed=True, name="Đinh Thị Thảo", **told)


def test_a_sealed_registration_is_its_groups_and_whose_who_took_it_down(session, lan, mai, dung):
    session.enrol_sealed(by=mai, on=BEFORE, channel="truc_tiep")
    seen = [Registration.objects.visible_to(user, on=BEFORE).exists() for user in (lan, mai, dung)]
    assert seen == [True, True, False]


def test_it_leaves_no_trace_on_the_session(session, mai):
    before = (session.version, history.events(session.stream).count())
    session.enrol_sealed(by=mai, on=BEFORE, channel="truc_tiep")
    session.refresh_from_db()
    assert (session.version, history.events(session.stream).count()) == before


def test_nobody_registers_for_a_day_that_has_passed(session, mai):
    with pytest.raises(Refused, match="đã qua ngày"):
        session.enrol(by=mai, on=date(2026, 8, 21), name="Thảo", content="x", channel="truc_tiep")


THAO = {
    "name": "Đinh Thị Thảo",
    "id_number": "099158000123",
    "phone": "0912345678",
    "address": "Thôn 3",
    "content": "Tố ông Tám",
    "channel": "dien_thoai",
}


def words_of(row) -> str:
    return "".join(getattr(row, name) for name in Registration.PERSONAL)


def test_what_turns_out_to_be_a_denunciation_loses_its_name_and_nothing_tells(session, lan, mai):
    row = session.enrol(by=lan, on=BEFORE, **THAO)
    keep(lan, "buoi-tiep-enrol", session.code, {"name": ["Đinh Thị Thảo"]})
    keep(lan, "buoi-tiep-write_conclusion", session.code, {"text": ["Giao"]})
    before = (session.version, history.events(session.stream).count())
    session.seal_registration(by=mai, on=BEFORE, registration=row)
    row.refresh_from_db()
    session.refresh_from_db()
    assert (row.sealed, words_of(row), row.people) == (True, "", 1)
    assert (session.version, history.events(session.stream).count()) == before
    assert kept(lan, "buoi-tiep-enrol", session.code) is None
    assert kept(lan, "buoi-tiep-write_conclusion", session.code)


def test_a_visit_that_goes_to_the_own_book_takes_its_registration_along(session, lan):
    row = session.enrol(by=lan, on=BEFORE, **THAO)
    other = session.enrol(by=lan, on=BEFORE, **THAO | {"name": "Lò Văn Hải", "id_number": ""})
    visit = enter(lan, on=DAY, received_on=DAY, kind="dinh_ky", host="thu_truong")
    assert visit.reception == session
    visit.seal(by=lan, on=DAY, reason="Tố cáo.")
    sealed = [Registration.objects.get(pk=each.pk).sealed for each in (row, other)]
    assert sealed == [True, False]


def test_whoever_does_not_come_any_more_is_gone_for_everybody(session, lan, mai, ha):
    row = session.enrol(by=lan, on=BEFORE, **THAO)
    before = (session.version, history.events(session.stream).count())
    session.cancel_registration(by=mai, on=BEFORE, registration=row)
    row.refresh_from_db()
    session.refresh_from_db()
    assert (row.sealed, row.cancelled_on, words_of(row)) == (False, BEFORE, "")
    assert (session.version, history.events(session.stream).count()) == before
    assert not any(Registration.objects.visible_to(user, on=BEFORE) for user in (lan, mai, ha))


def test_a_sealed_registration_is_cancelled_by_its_group_alone(session, lan, mai, dung):
    row = session.enrol_sealed(by=lan, on=BEFORE, channel="truc_tiep")
    forms = [CancelRegistration(subject=session, by=user, on=BEFORE) for user in (lan, mai)]
    asked = [form.fields["registration"] for form in forms]
    assert [list(each.queryset) for each in asked] == [[row], []]
    assert asked[0].label_from_instance(row) == "Đăng ký riêng"


def test_the_unit_that_prepares_reads_about_the_person_and_not_the_session(session, lan, units):
    inspector = person("tam", "Lý Văn Tám")
    place(inspector, Role.HEAD, unit=units["lao-dong"])
    session.enrol(by=lan, on=BEFORE, unit=units["lao-dong"], **THAO)
    session.enrol(by=lan, on=BEFORE, **THAO | {"name": "Lò Văn Hải"})
    [work] = sessions_to_do(inspector, on=BEFORE)
    assert work.title == "Đinh Thị Thảo: Tố ông Tám"
    assert work.standing.short == "Còn 11 ngày làm việc"
    told = client_of(inspector).get(work.act_url).content.decode()
    assert "Đinh Thị Thảo" in told
    assert "Lò Văn Hải" not in told
    assert f'href="{session.get_absolute_url()}"' not in told
    assert client_of(inspector).get(session.get_absolute_url()).status_code == 404


def test_online_a_denouncer_is_asked_about_secrecy(lan, ha):
    online = a_session(lan, ha, online=True)
    told = {"by": lan, "on": BEFORE, "channel": "dien_thoai"}
    for answer in (None, False):
        with pytest.raises(Refused, match="không tiếp trực tuyến") as refusal:
            online.enrol_sealed(**told, accepts_online=answer)
        assert refusal.value.field == "accepts_online"
    assert online.enrol_sealed(**told, accepts_online=True).accepts_online


def test_a_name_goes_online_too_whatever_was_agreed(lan, ha):
    online = a_session(lan, ha, online=True)
    row = online.enrol(by=lan, on=BEFORE, **THAO)
    online.seal_registration(by=lan, on=BEFORE, registration=row, accepts_online=False)
    assert (row.sealed, row.accepts_online) == (True, False)
