"""Totals out of the minutes: two thirds, more than half, a third, and sums that must hold."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from democracy.models import StaffDecision
from democracy.models.staff_decision import a_third
from tests.cast import client_of

DAY = date(2026, 3, 20)
TYPED = {
    "item": "49.1", "title": "Bầu Ban Thanh tra nhân dân", "unit": "so", "held_on": "20/3/2026",
    "proposed_by": "dai-dien", "way": "hoi-nghi", "convened": "60", "present": "40",
    "yes": "21", "no": "15", "other": "4",
}  # fmt: skip


def totals(convened=60, present=40, yes=21) -> StaffDecision:
    return StaffDecision(convened=convened, present=present, yes=yes, no=present - yes, other=0)


@pytest.mark.parametrize(("staff", "needed"), [(30, 20), (31, 21), (100, 67)])
def test_two_thirds_are_rounded_up(staff, needed):
    assert totals(convened=staff).quorum == needed


@pytest.mark.parametrize(("yes", "passed"), [(20, False), (21, True)])
def test_exactly_half_is_not_enough(yes, passed):
    assert totals(yes=yes).is_passed is passed


def test_without_a_quorum_nothing_is_passed():
    assert totals(present=39, yes=39).outcome == "Chưa đủ số người dự (cần ít nhất 40)"


def test_a_third_is_rounded_up():
    assert [a_third(9), a_third(10)] == [3, 4]


@pytest.mark.django_db
def test_votes_that_do_not_add_up_are_refused_at_their_field(office, tuan, units):
    answer = client_of(tuan).post("/dan-chu/quyet-dinh/moi/", TYPED | {"yes": "25"})
    assert answer.status_code == 422
    assert "Cộng ba số được 44, khác số người dự hoặc phiếu: 40" in answer.content.decode()


@pytest.mark.django_db
def test_a_ballot_says_why(office, tuan, units):
    answer = client_of(tuan).post("/dan-chu/quyet-dinh/moi/", TYPED | {"way": "phieu"})
    assert "Ghi vì sao gửi phiếu" in answer.content.decode()


@pytest.mark.django_db
def test_a_third_of_the_staff_is_counted(office, tuan, units):
    typed = TYPED | {"proposed_by": "mot-phan-ba", "proposers": "19"}
    answer = client_of(tuan).post("/dan-chu/quyet-dinh/moi/", typed)
    assert "Cần ít nhất 20 người đề xuất" in answer.content.decode()


@pytest.mark.django_db
def test_the_whole_staff_reads_the_result(office, tuan, minh, units):
    answer = client_of(tuan).post("/dan-chu/quyet-dinh/moi/", TYPED)
    shown = client_of(minh).get(answer.url).content.decode()
    assert "Được thông qua" in shown
    assert "Được thông qua" in client_of(minh).get("/dan-chu/quyet-dinh/").content.decode()


@pytest.mark.django_db
def test_the_database_refuses_sums_that_do_not_hold(tuan, units):
    with pytest.raises(IntegrityError):
        StaffDecision.note(
            by=tuan, on=timezone.localdate(), item="49.4", title="Quỹ", unit=units["so"],
            way="hoi-nghi", proposed_by="dai-dien", held_on=DAY, convened=60, present=40,
            yes=41, no=0, other=0,
        )  # fmt: skip
