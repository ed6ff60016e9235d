"""C1–C8: what the law says of a conference, at its edges."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from democracy import agenda, statutes
from democracy.models import Conference
from democracy.models.conference.counting import (
    check_day,
    is_majority,
    last_day_for,
    quorum_of,
    year_in_question,
)
from portal.workflow import Refused
from tests.democracy.conference.conftest import (
    ADOPTED,
    HOUR,
    MET,
    PLANNED,
    go_through,
    meet,
    planned,
    resolve,
    vote,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("convened", "needed"), [(30, 20), (31, 21), (100, 67), (1, 1)])
def test_c1_two_thirds_are_rounded_up(convened, needed):
    assert quorum_of(convened) == needed


def test_c1_one_person_too_few_is_a_convening_in_vain(one, hoa):
    meet(one, by=hoa, present=26)
    assert (one.stage, one.held_on) == ("planned", None)
    meet(one, by=hoa, present=27)
    assert (one.stage, one.held_on, one.present) == ("held", MET, 27)


@pytest.mark.parametrize(("yes", "passed"), [(20, False), (21, True)])
def test_c2_exactly_half_is_not_enough(yes, passed):
    assert is_majority(yes, of=40) is passed


def test_c2_a_resolution_that_got_half_is_not_adopted(held, hoa, units):
    go_through(held, by=hoa)
    vote(held, by=hoa, yes=18)
    with pytest.raises(Refused, match="chưa có biểu quyết thông qua"):
        resolve(held, by=hoa, focal=units["dich-vu-viec-lam"])


def test_c3_the_last_day_is_the_31st_of_march(one, hoa):
    assert one.due_on == date(2026, 3, 31)
    assert one.standing(as_of=date(2026, 4, 1)).late
    meet(one, by=hoa, present=40, on=date(2026, 3, 31))
    assert not one.was_late


def test_c3_a_day_later_is_late(one, hoa):
    meet(one, by=hoa, present=40, on=date(2026, 4, 1))
    assert one.was_late


def test_c4_ninety_nine_people_need_a_reason_for_delegates(units, hoa):
    unit = units["dich-vu-viec-lam"]
    with pytest.raises(Refused, match="phải ghi lý do"):
        planned(unit, by=hoa, total_staff=99, mode="dai-bieu")
    planned(unit, by=hoa, total_staff=99, mode="dai-bieu", delegates_because="Trực ca")
    planned(unit, by=hoa, total_staff=100, mode="dai-bieu", work_year=2024)


def test_c4_the_database_holds_it(one):
    with pytest.raises(IntegrityError), transaction.atomic():
        Conference.objects.filter(pk=one.pk).update(mode="dai-bieu")


def test_c5_up_to_seven_people_may_do_without(units, hoa):
    one = planned(units["dich-vu-viec-lam"], by=hoa, total_staff=7)
    one.go_without(by=hoa, on=PLANNED, reason="Chỉ có 7 người")
    assert one.standing(as_of=date(2026, 5, 1)).words == "Không tổ chức"


def test_c5_eight_may_not(units, hoa):
    one = planned(units["dich-vu-viec-lam"], by=hoa, total_staff=8)
    with pytest.raises(Refused, match="phải tổ chức hội nghị"):
        one.go_without(by=hoa, on=PLANNED, reason="Ít người")


BALLOT = {"because": "Nhiều người đi công tác", "agreed_with": "Ban Chấp hành Công đoàn",
          "agreed_on": MET, "counted_on": MET, "returned": 30}  # fmt: skip


def test_c6_two_convenings_in_vain_open_the_ballot(one, hoa):
    meet(one, by=hoa, present=10)
    with pytest.raises(Refused, match="Chưa triệu tập 2 lần"):
        one.ballot(by=hoa, on=MET, ground="hai-lan", **BALLOT)
    meet(one, by=hoa, present=20)
    one.ballot(by=hoa, on=MET, ground="hai-lan", **BALLOT)
    assert (one.stage, one.convened, one.present) == ("held", 40, 30)


def called(one, *, by, on, meets_on):
    return one.convene(by=by, on=on, meets_on=meets_on, hour=HOUR, place="Nhà văn hóa", convened=40)


def test_a_meeting_is_put_off_by_calling_it_again_before_its_day(one, hoa):
    called(one, by=hoa, on=PLANNED, meets_on=MET)
    called(one, by=hoa, on=PLANNED, meets_on=date(2026, 3, 20))
    assert [(row.number, row.meets_on) for row in one.convenings.all()] == [(1, date(2026, 3, 20))]


def test_from_its_day_on_who_came_is_counted_first(one, hoa):
    called(one, by=hoa, on=PLANNED, meets_on=MET)
    with pytest.raises(Refused, match="chưa ghi số người dự"):
        called(one, by=hoa, on=MET, meets_on=date(2026, 3, 20))


def test_c6_force_majeure_needs_no_convening_and_no_parts(one, hoa, units):
    one.ballot(by=hoa, on=MET, ground="bat-kha-khang", **BALLOT)
    row = vote(one, by=hoa, yes=21)
    assert (row.way, row.ballot_because) == ("phieu", BALLOT["because"])
    resolve(one, by=hoa, focal=units["dich-vu-viec-lam"])
    assert one.stage == "adopted"


def test_c7_checks_are_due_every_six_months_from_the_day_of_the_meeting(adopted, hoa):
    assert adopted.next_check_on == date(2026, 9, 12)
    adopted.check_resolution(by=hoa, on=date(2026, 9, 1), checked_on=date(2026, 9, 1), text="Tốt")
    assert adopted.next_check_on == date(2027, 3, 12)
    assert check_day(date(2026, 8, 31), 1) == date(2027, 2, 28)


def test_c7_a_new_resolution_ends_the_checks_of_the_last(adopted, hoa, units):
    unit = units["dich-vu-viec-lam"]
    following = planned(unit, by=hoa, on=date(2027, 1, 5), work_year=2026)
    meet(following, by=hoa, present=40, on=date(2027, 2, 1))
    go_through(following, by=hoa, on=date(2027, 2, 1))
    vote(following, by=hoa, on=date(2027, 2, 1))
    resolve(following, by=hoa, on=date(2027, 2, 2), focal=unit)
    adopted.refresh_from_db()
    assert (adopted.next_check_on, following.next_check_on) == (None, date(2027, 8, 1))


def test_c7_the_whole_unit_is_told_of_a_check(adopted, hoa, units):
    check = adopted.check_resolution(by=hoa, on=date(2026, 9, 10), checked_on=date(2026, 9, 9),
                                     text="Một việc xong")  # fmt: skip
    assert check.posting.due_on == date(2026, 9, 16)
    assert list(check.posting.units.all()) == [units["dich-vu-viec-lam"]]


def test_c8_december_counts_for_the_year_that_is_ending(units, hoa):
    one = planned(units["dich-vu-viec-lam"], by=hoa, on=date(2025, 12, 1))
    meet(one, by=hoa, present=40, on=date(2025, 12, 20))
    assert one.is_before_the_year_ends
    assert not one.was_late


def test_the_year_in_question_turns_in_december():
    assert [year_in_question(date(2026, month, 1)) for month in (1, 11, 12)] == [2025, 2025, 2026]


def test_no_clock_runs_for_the_years_of_the_old_decree():
    assert last_day_for(2022) is None
    assert last_day_for(2023) == date(2024, 4, 1)  # 31/3/2024 was a Sunday
    assert check_day(date(2023, 3, 1), 1) is None


def test_one_regular_conference_a_unit_and_year(one, units, hoa):
    with pytest.raises(Refused, match=one.code):
        planned(units["dich-vu-viec-lam"], by=hoa)
    planned(units["dich-vu-viec-lam"], by=hoa, kind="bat-thuong", proposed_by="dai-dien")


def test_the_agenda_has_nine_parts_in_the_order_of_the_law(one):
    assert "".join(row.letter for row in one.parts_told()) == "abcdđeghi"


def test_a_part_of_a_body_that_is_gone_is_passed_over_with_a_reason(held, hoa):
    held.skip_part(by=hoa, on=MET, part="b", reason="Không còn Công đoàn từ 15/6/2025")
    assert held.parts_told()[1].is_done
    with pytest.raises(Refused, match="hội nghị nào cũng phải có"):
        held.skip_part(by=hoa, on=MET, part="a", reason="Vội")


def test_the_pledge_and_the_resolution_are_not_just_said(held, hoa):
    for part in ("h", "i"):
        with pytest.raises(Refused, match="bước riêng"):
            held.report_part(by=hoa, on=MET, part=part, reporter="Chủ tọa", summary="Đã ký")


def test_an_unsaid_part_holds_the_resolution_up(held, hoa, units):
    vote(held, by=hoa)
    with pytest.raises(Refused, match="nội dung a, b, c, d, đ, e, g, h chưa ghi"):
        resolve(held, by=hoa, focal=units["dich-vu-viec-lam"])


def test_votes_add_up_to_those_present(held, hoa):
    with pytest.raises(Refused, match="Cộng ba số được 35, khác số người dự: 36"):
        held.note_vote(by=hoa, on=MET, item="49.3", title="Nghị quyết", yes=30, no=5, other=0)


def test_a_wrong_vote_is_struck_and_counts_for_nothing(held, hoa, units):
    go_through(held, by=hoa)
    row = vote(held, by=hoa)
    held.strike_vote(by=hoa, on=MET, vote=row, reason="Ghi nhầm cột")
    assert (row.is_passed, row.outcome) == (False, "Đã gạch, ghi sai")
    with pytest.raises(Refused, match="chưa có biểu quyết thông qua"):
        resolve(held, by=hoa, focal=units["dich-vu-viec-lam"])


def test_a_wrong_number_of_people_is_mended_before_anything_was_voted_on(held, hoa):
    held.count_again(by=hoa, on=MET, present=30, reason="Ghi nhầm")
    assert (held.stage, held.present, held.convenings.get().present) == ("held", 30, 30)
    held.count_again(by=hoa, on=MET, present=20, reason="Đếm lại")
    assert (held.stage, held.held_on) == ("planned", None)


def test_after_a_vote_the_number_of_people_stays(held, hoa):
    vote(held, by=hoa)
    with pytest.raises(Refused, match="đã có biểu quyết"):
        held.count_again(by=hoa, on=MET, present=30, reason="Ghi nhầm")


def test_the_vote_on_the_board_is_where_a_board_begins(held, hoa):
    assert held.board_election is None
    row = vote(held, by=hoa, item=agenda.BOARD_ELECTION, title="Bầu Ban Thanh tra nhân dân")
    assert Conference.objects.get(pk=held.pk).board_election == row


def test_the_items_of_the_resolution_are_tasks_of_a_plan(adopted, units):
    plan = adopted.plan
    assert (plan.kind, plan.stage, plan.unit) == ("nghi-quyet", "draft", adopted.unit)
    assert [task.text for task in plan.tasks.all()] == ["Niêm yết thu chi mỗi quý", "Sửa nhà để xe"]


def test_a_check_counts_the_items_that_are_done(adopted, hoa, mai):
    plan = adopted.plan
    plan.issue(by=hoa, on=ADOPTED)
    plan.send_out(by=mai, on=ADOPTED, number="01", symbol="NQ-TTDVVL", dated_on=ADOPTED)
    share = plan.shares.first()
    share.finish(by=hoa, on=ADOPTED, result="Xong", product="Bảng số 1", finished_on=ADOPTED)
    assert adopted.progress() == (0, 2)
    share.confirm(by=hoa, on=ADOPTED)
    assert adopted.progress() == (1, 2)


def test_the_pledge_waits_for_both(held, hoa, representative):
    held.sign_pledge(by=hoa, on=MET, text="Thi đua", signed_on=MET)
    assert not held.parts_told()[7].is_done
    held.cosign(by=representative, on=MET, paper="giao-uoc")
    assert held.parts_told()[7].is_done
    assert held.pledges.get().partner == "Chu Văn Đoàn"


def test_every_number_of_the_law_names_its_article():
    numbers = (statutes.QUORUM, statutes.MAJORITY, statutes.DELEGATES_FROM,
               statutes.OPTIONAL_UP_TO, statutes.IN_VAIN, statutes.CONFERENCE_KEPT)  # fmt: skip
    assert all(each.article and each.words for each in numbers)
