"""A committee by its decisions: versions, duties, and what is amiss with it."""

from datetime import date

import pytest

from democracy.models import CommitteeVersion
from democracy.models.committee.alerts import alerts_of, programmes, seats_read, working_here
from democracy.views.committee.pages import mine
from portal.people import Position
from portal.planning import Plan
from portal.workflow import Refused
from tests.democracy.committee.conftest import DRAFTED, SINCE

pytestmark = pytest.mark.django_db
LATER = date(2026, 9, 1)
APRIL = date(2026, 4, 1)


def words(version, *, on: date) -> list[str]:
    row = CommitteeVersion.objects.prefetch_related(seats_read()).get(pk=version.pk)
    plan = programmes([row], year=on.year).get(row.body_id)
    found = alerts_of(row, programme=plan, here=working_here([row], on=on), on=on)
    return [alert.words for alert in found]


def test_a_new_decision_is_a_new_version_and_the_old_one_stays(decided, tuan, ha, minh, units):
    after = CommitteeVersion.compose(by=tuan, on=LATER, unit=units["so"], body=decided.body)
    empty = after.seats.get(user=None)
    after.change_seat(by=tuan, on=LATER, seat=empty, role="uy-vien", post="Công đoàn", user=minh)
    after.reconstitute(by=ha, on=LATER, valid_from=LATER, prepared_by=tuan)
    in_force = CommitteeVersion.objects.in_force
    assert in_force(as_of=date(2026, 8, 31)).get() == decided
    assert in_force(as_of=LATER).get() == after
    assert decided.seats.filter(user=None).count() == 1


def test_a_version_that_was_decided_is_not_changed(decided, tuan):
    with pytest.raises(Refused, match="Chưa thể thêm thành viên"):
        decided.add_seat(by=tuan, on=LATER, role="uy-vien", post="Trưởng phòng")


def test_a_version_begins_after_the_one_before(decided, tuan, ha, units):
    after = CommitteeVersion.compose(by=tuan, on=LATER, unit=units["so"], body=decided.body)
    with pytest.raises(Refused) as refusal:
        after.reconstitute(by=ha, on=LATER, valid_from=SINCE)
    assert refusal.value.field == "valid_from"


def test_seats_and_duties_are_copied_into_the_next_draft(decided, tuan, binh, units, fields):
    seat = decided.seats.get(user=binh)
    decided.assign_duty(by=tuan, on=SINCE, seat=seat, text="Theo dõi tiếp công dân",
                        fields=[fields["nguoi-co-cong"]], units=[units["lao-dong"]])  # fmt: skip
    after = CommitteeVersion.compose(by=tuan, on=LATER, unit=units["so"], body=decided.body)
    copied = after.seats.get(user=binh).duties.get()
    assert (copied.text, copied.units.get()) == ("Theo dõi tiếp công dân", units["lao-dong"])


def test_one_draft_at_a_time(draft, tuan, units):
    with pytest.raises(Refused, match="đang có một dự thảo"):
        CommitteeVersion.compose(by=tuan, on=LATER, unit=units["so"], body=draft.body)


def test_nobody_leads_it_no_decision(tuan, ha, body, units):
    one = CommitteeVersion.compose(by=tuan, on=DRAFTED, unit=units["so"], body=body)
    with pytest.raises(Refused, match="chưa có Trưởng ban"):
        one.reconstitute(by=ha, on=SINCE, valid_from=SINCE)


def test_two_do_not_lead_it_and_nobody_sits_twice(draft, tuan, minh, binh):
    with pytest.raises(Refused, match="đã có Trưởng ban"):
        draft.add_seat(by=tuan, on=DRAFTED, role="truong-ban", post="Phó Giám đốc", user=minh)
    with pytest.raises(Refused, match="đã có tên"):
        draft.add_seat(by=tuan, on=DRAFTED, role="thu-ky", post="Thư ký", user=binh)


def test_a_unit_may_have_a_campaign_board_of_its_own(units, minh):
    one = CommitteeVersion.compose(
        by=minh, on=DRAFTED, unit=units["nguoi-co-cong"], kind="ban-van-dong", name="Ban Vận động"
    )
    assert (one.body.kind, str(one), one.get_kind_display()) == (
        "steering", "Ban Vận động", "Ban Vận động",
    )  # fmt: skip


def test_alerts_name_the_empty_seat_the_idle_member_and_who_left(decided, binh):
    assert words(decided, on=SINCE)[1:] == [
        "Phạm Thị Hà: chưa được phân công",
        "Trần Văn Bình: chưa được phân công",
        "Ủy viên (Chủ tịch Công đoàn): chưa có người",
    ]
    Position.objects.filter(user=binh).update(closed_on=LATER)
    assert "Trần Văn Bình: không còn làm việc trong cơ quan, cần kiện toàn" in words(
        decided, on=LATER
    )


def test_the_programme_of_the_year_is_late_after_the_first_quarter(decided, tuan, ha, mai, units):
    assert words(decided, on=date(2026, 3, 31))[0].endswith("ban hành trước 31/3/2026")
    assert words(decided, on=APRIL)[0] == "Chưa có chương trình công tác năm 2026, hạn 31/3/2026"
    plan = Plan.draw_up(
        by=tuan, on=APRIL, kind="chuong-trinh", programme="dan-chu", title="Công tác năm",
        unit=units["so"], body=decided.body, coordinating_unit=units["van-phong"], year=2026,
        from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    plan.add_task(by=tuan, on=APRIL, text="Sơ kết 6 tháng")
    plan.issue(by=ha, on=APRIL)
    plan.send_out(by=mai, on=APRIL, number="02", symbol="CTr-BCĐ", dated_on=APRIL)
    assert not any("chương trình" in each for each in words(decided, on=APRIL))


def test_a_member_reads_what_is_theirs(decided, tuan, binh, minh):
    seat = decided.seats.get(user=binh)
    decided.assign_duty(by=tuan, on=SINCE, seat=seat, text="Theo dõi tiếp công dân")
    assert [duty.text for duty in mine(binh, on=SINCE)] == ["Theo dõi tiếp công dân"]
    assert mine(minh, on=SINCE) == []


def test_a_committee_that_ended_owes_nothing_more(decided, ha):
    decided.end_committee(by=ha, on=LATER, ended_on=LATER, reason="Theo quyết định sắp xếp")
    assert not CommitteeVersion.objects.in_force(as_of=LATER).exists()
    assert CommitteeVersion.objects.in_force(as_of=date(2026, 8, 31)).exists()


def test_only_the_head_of_the_office_signs(draft, tuan, binh):
    with pytest.raises(Refused, match="do Giám đốc"):
        draft.reconstitute(by=binh, on=SINCE, valid_from=SINCE)
