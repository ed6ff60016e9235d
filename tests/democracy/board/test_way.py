"""B1–B5: whom a board counts, recognition, term, notice, answer; and what others cannot do."""

from dataclasses import replace
from datetime import date

import pytest

from democracy.models import BoardInspection, BoardRecommendation, BoardRequest, BoardTerm
from portal.people import Body
from portal.workflow import Refused
from portal.working_days import calendar
from tests.cast import person, place
from tests.democracy.board.conftest import ELECTED, HOME, RECOGNISED, SENT, elected

pytestmark = pytest.mark.django_db


# B1


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"staff": 7}, "staff"), ({"places": 2}, "places"), ({"places": 10}, "more_because")],
)
def test_a_board_counts_three_to_nine_and_none_for_seven_people(khanh, body, units, facts, field):
    with pytest.raises(Refused) as refusal:
        elected(khanh, body, units[HOME], **facts)
    assert refusal.value.field == field


def test_eight_people_may_have_a_board_and_ten_members_a_reason(khanh, body, units):
    reason = {"places": 10, "more_because": "Năm cơ sở ở xa nhau"}
    assert elected(khanh, body, units[HOME], staff=8, **reason).code == "BTT-2026-0001"


def test_the_head_deputies_and_the_chief_accountant_are_not_on_it(term, khanh, hoa, units):
    deputy = person("pho", "Trần Văn Phó")
    place(deputy, "deputy_head", unit=units[HOME], title="Phó Giám đốc Trung tâm")
    accountant = person("ketoan", "Vũ Thị Kế")
    place(accountant, "officer", unit=units[HOME], title="Kế toán trưởng")
    term.places = 9
    term.save()
    for user in (hoa, deputy, accountant):
        with pytest.raises(Refused, match="không tham gia Ban"):
            term.fill_seat(by=khanh, on=ELECTED, user=user, since=ELECTED)


def test_a_head_of_division_may_sit_on_the_board_of_the_office(khanh, body, units, binh):
    one = elected(khanh, body, units["so"])
    one.fill_seat(by=khanh, on=ELECTED, user=binh, since=ELECTED)
    assert one.members.get().user == binh


def test_a_small_board_has_one_deputy_and_nine_may_have_two(term, khanh):
    first, second = term.members.exclude(user=khanh)
    term.change_seat(by=khanh, on=ELECTED, seat=first, office="pho-ban")
    with pytest.raises(Refused, match="nhiều nhất 1"):
        term.change_seat(by=khanh, on=ELECTED, seat=second, office="pho-ban")
    term.places = 9
    term.save()
    term.change_seat(by=khanh, on=ELECTED, seat=second, office="pho-ban")
    assert term.members.filter(office="pho-ban").count() == 2


def test_a_member_who_leaves_is_a_vacancy_until_it_is_filled(running, khanh, colleagues):
    seat = running.members.get(user=colleagues[0])
    running.vacate_seat(by=khanh, on=SENT, seat=seat, left_on=SENT, reason="Chuyển công tác")
    assert running.vacancies == 1
    running.fill_seat(by=khanh, on=SENT, user=colleagues[2], since=SENT)
    assert (running.vacancies, running.seats.count()) == (0, 4)


# T5, B2


def test_recognition_is_due_five_working_days_after_the_conference(term):
    assert term.recognise_due == date(2026, 3, 27)
    assert term.standing(as_of=date(2026, 3, 30)).late


def test_two_years_run_from_recognition_and_sixty_days_before_it_is_told(running):
    assert running.ends_on == date(2028, 3, 27)  # 26/3/2028 is a Sunday
    assert not running.ends_soon(as_of=date(2028, 1, 26))
    assert running.ends_soon(as_of=date(2028, 1, 27))


def test_two_members_are_too_few_to_be_recognised(term, khanh, representative, colleagues):
    seat = term.members.get(user=colleagues[0])
    term.vacate_seat(by=khanh, on=RECOGNISED, seat=seat, left_on=RECOGNISED, reason="Xin thôi")
    with pytest.raises(Refused, match="cần ít nhất 3"):
        term.recognise(by=representative, on=RECOGNISED, recognised_on=RECOGNISED, recognition="1")


def test_recognition_is_skipped_only_where_nobody_is_left_to_give_it(term, khanh, representative):
    with pytest.raises(Refused, match="đang có tổ chức đại diện"):
        term.skip_recognition(by=khanh, on=RECOGNISED, reason="Không còn công đoàn")
    Body.objects.filter(code="cong-doan").update(closed_on=date(2026, 1, 1))
    term.skip_recognition(by=khanh, on=RECOGNISED, reason="Không còn công đoàn")
    assert (term.stage, term.recognised_on) == ("running", None)


def test_a_board_of_the_old_decree_is_kept_without_clocks(
    khanh, body, units, representative, colleagues
):
    old = date(2022, 3, 18)
    one = elected(khanh, body, units[HOME], elected_on=old)
    for user in (khanh, *colleagues[:2]):
        one.fill_seat(by=khanh, on=old, user=user, since=old)
    one.recognise(by=representative, on=old, recognised_on=old, recognition="02/QĐ-CĐCS")
    assert one.is_of_the_old_decree
    assert (one.recognise_due, one.ends_on) == (None, None)
    asked = BoardRecommendation.send_recommendation(
        by=khanh, on=old, term=one, title="Niêm yết bảng lương", received_on=old
    )
    assert (asked.due_on, asked.reckoned_with(None)) == (None, None)


def test_a_board_has_one_term_at_a_time(running, khanh, body, units):
    with pytest.raises(Refused, match="còn một nhiệm kỳ"):
        elected(khanh, body, units[HOME])


# B4


def test_notice_is_due_five_working_days_before_the_first_day(inspection, khanh):
    assert inspection.notify_due == calendar().subtract(date(2026, 5, 18), 5) == date(2026, 5, 11)
    with pytest.raises(Refused, match="chậm nhất 11/5/2026"):
        inspection.notify(by=khanh, on=date(2026, 5, 12), told_representative=True)
    inspection.notify(by=khanh, on=date(2026, 5, 11), told_representative=True)
    assert inspection.stage == "notified"


def test_a_first_day_too_near_to_tell_the_unit_in_time_is_refused(inspection, khanh):
    near = {"starts_on": date(2026, 5, 19), "ends_by": date(2026, 5, 22)}
    with pytest.raises(Refused, match="chậm nhất 12/5/2026") as refusal:
        inspection.edit(by=khanh, on=date(2026, 5, 13), **near)
    assert refusal.value.field == "starts_on"
    inspection.edit(by=khanh, on=date(2026, 5, 12), **near)
    assert inspection.notify_due == date(2026, 5, 12)
    inspection.edit(by=khanh, on=date(2026, 5, 14), title="Việc khác", **near)


def test_a_representative_that_is_gone_need_not_be_told_but_why_not(inspection, khanh):
    with pytest.raises(Refused) as refusal:
        inspection.notify(by=khanh, on=SENT, told_representative=False)
    assert refusal.value.field == "untold_because"
    inspection.notify(by=khanh, on=SENT, told_representative=False, untold_because="Đã kết thúc")


def test_a_later_first_day_is_announced_anew(inspection, khanh):
    inspection.notify(by=khanh, on=SENT, told_representative=True)
    later = {"starts_on": date(2026, 6, 1), "ends_by": date(2026, 6, 3)}
    inspection.put_off(by=khanh, on=date(2026, 5, 15), reason="Đơn vị quyết toán", **later)
    assert (inspection.stage, inspection.notify_due) == ("planned", date(2026, 5, 25))


def test_results_are_in_writing_and_not_before_it_began(inspection, khanh):
    inspection.notify(by=khanh, on=SENT, told_representative=True)
    with pytest.raises(Refused, match="chưa có kết quả"):
        inspection.write_results(by=khanh, on=date(2026, 5, 15), results="Đủ")
    inspection.write_results(by=khanh, on=date(2026, 5, 25), results="Công khai đủ, chậm 2 lần")
    assert inspection.stage == "done"


# B5


def test_the_head_answers_within_fifteen_days_of_receipt(asked):
    assert asked.due_on == date(2026, 5, 19)
    assert not asked.standing(as_of=date(2026, 5, 19)).late
    assert asked.standing(as_of=date(2026, 5, 20)).late


def test_an_answer_after_the_last_day_stays_late(asked, hoa):
    asked.answer_recommendation(
        by=hoa, on=date(2026, 5, 25), outcome="tiep-thu", answer="Niêm yết từ 25/5/2026"
    )
    assert (asked.stage, asked.was_late) == ("answered", True)


def test_what_is_not_settled_goes_back_and_the_first_answer_is_kept(asked, hoa, khanh):
    day = date(2026, 5, 12)
    asked.answer_recommendation(by=hoa, on=day, outcome="giai-trinh", answer="Đã có trên bảng")
    asked.send_again(by=khanh, on=day, reason="Bảng chưa có quy chế")
    assert (asked.stage, asked.due_on, asked.answer) == ("waiting", date(2026, 5, 27), "")
    asked.answer_recommendation(by=hoa, on=day, outcome="tiep-thu", answer="Đã niêm yết")
    asked.confirm_settled(by=khanh, on=day)
    assert asked.stage == "settled"


def test_a_change_of_the_calendar_moves_the_last_day(asked):
    kept = calendar()
    changed = replace(kept, off={**kept.off, date(2026, 5, 19): "nghỉ bù"})
    moved = BoardRecommendation.moving(changed)
    assert [(row.before, row.after) for row in moved] == [(date(2026, 5, 19), date(2026, 5, 20))]


# whose room it is


def test_the_head_only_answers(inspection, asked, hoa, running):
    with pytest.raises(Refused, match="không ai khác sửa được"):
        inspection.edit(by=hoa, on=SENT, title="Việc khác")
    with pytest.raises(Refused, match="không ai khác sửa được"):
        asked.lay_aside(by=hoa, on=SENT, reason="Không cần")
    with pytest.raises(Refused, match="không ai khác sửa được"):
        running.end_term(by=hoa, on=SENT, ended_on=SENT, reason="Giải thể")


def test_another_board_writes_nothing_here(asked, units):
    other = Body.objects.create(code="b2", name="Ban khác", kind="inspection_board")
    stranger = person("la", "Người Ban khác")
    place(stranger, "inspection_board", body=other)
    with pytest.raises(Refused):
        asked.lay_aside(by=stranger, on=SENT, reason="Nhầm")


def test_what_a_board_that_is_gone_left_open_ends_with_a_reason(asked, running, body, units):
    tuan = person("tuan", "Ngô Anh Tuấn", "man")
    place(tuan, "coordinator", unit=units["van-phong"])
    with pytest.raises(Refused):
        asked.lay_aside(by=tuan, on=SENT, reason="Sáp nhập")
    body.closed_on = SENT
    body.save()
    asked = BoardRecommendation.objects.get()
    asked.lay_aside(by=tuan, on=SENT, reason="Trung tâm sáp nhập")
    BoardTerm.objects.get().end_term(by=tuan, on=SENT, ended_on=SENT, reason="Trung tâm sáp nhập")
    assert asked.stage == "aside"


def test_a_request_is_known_to_the_board_and_the_sender(running, colleagues, khanh, hoa, ha):
    dao, bac = colleagues[:2]
    BoardRequest.ask_board(by=dao, on=SENT, term=running, title="Chấm công", text="Xin xem lại")
    seen = [
        user.username
        for user in (dao, bac, khanh, hoa, ha)
        if BoardRequest.objects.visible_to(user, on=SENT).exists()
    ]
    assert seen == ["dao", "khanh"]


def test_staff_of_another_unit_do_not_turn_to_this_board(running, minh):
    with pytest.raises(Refused, match="Ban của đơn vị mình"):
        BoardRequest.ask_board(by=minh, on=SENT, term=running, title="Việc", text="Nội dung")


def test_an_inspection_is_the_boards_alone_until_it_is_announced(inspection, khanh, hoa, ha):
    def seen(user):
        return BoardInspection.objects.visible_to(user, on=SENT).exists()

    assert [seen(user) for user in (khanh, hoa, ha)] == [True, False, False]
    inspection.notify(by=khanh, on=SENT, told_representative=True)
    assert [seen(user) for user in (khanh, hoa, ha)] == [True, True, True]
