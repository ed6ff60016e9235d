"""Nghỉ: all open work goes over in one act and comes back on return."""

import re
from datetime import date

import pytest
import time_machine

from citizens.models import Cover, Leave, Petition
from citizens.models.leave import open_work, turn_the_day
from portal.history import events
from portal.workflow import Refused
from tests.cast import client_of, person, place

TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def son(units):
    user = person("son", "Ngô Văn Sơn", "man")
    place(user, "officer", unit=units["nguoi-co-cong"])
    return user


@pytest.fixture
def tam(units):
    user = person("tam", "Lý Thị Tâm")
    place(user, "officer", unit=units["nguoi-co-cong"])
    return user


@pytest.fixture
def quyet(units):
    user = person("quyet", "Nguyễn Đức Quyết", "man")
    place(user, "head", unit=units["nguoi-co-cong"])
    return user


@pytest.fixture
def away(minh, son):
    def enter(by=minh, colleagues=None, from_on=TODAY, to_on=date(2026, 7, 24)):
        return Leave.enter(
            by=by, on=TODAY, person=minh, from_on=from_on, to_on=to_on,
            reason="Nghỉ phép năm", colleagues=colleagues or [son],
        )  # fmt: skip

    return enter


def officers():
    from citizens.models import Case

    return sorted(row.officer.username for row in Case.objects.all())


def test_all_open_work_goes_to_the_colleague(accepted, away, son):
    case = accepted()
    away()
    case.refresh_from_db()
    assert case.officer == son
    event = events(case.stream).last()
    assert (event.step, event.by, event.facts["officer"]) == ("pass_on", "minh", "son")


def test_several_colleagues_take_turns(accepted, away, son, tam):
    for _ in range(4):
        accepted()
    away(colleagues=[son, tam])
    assert officers() == ["son", "son", "tam", "tam"]


def test_the_clocks_and_the_due_date_stay(accepted, away):
    case = accepted()
    due = case.due_key
    away()
    case.refresh_from_db()
    assert case.due_key == due


def test_whoever_is_not_of_the_unit_gets_nothing(accepted, away, lan, minh):
    accepted()
    away(colleagues=[lan])
    assert officers() == ["minh"]


def test_it_comes_back_on_return(accepted, away, minh, son):
    accepted(), accepted()
    assert away().finish(by=minh, on=date(2026, 7, 23)) == 2
    assert officers() == ["minh", "minh"]
    assert not Cover.objects.current().exists()


def test_what_was_handed_on_meanwhile_does_not_come_back(accepted, away, minh, quyet, tam):
    case = accepted()
    leave = away()
    case.refresh_from_db()
    case.pass_on(by=quyet, on=TODAY, officer=tam, reason="Việc gấp.")
    assert leave.finish(by=minh, on=date(2026, 7, 23)) == 0
    assert officers() == ["tam"]


def test_a_leave_of_later_begins_and_ends_by_itself(accepted, away):
    accepted()
    away(from_on=date(2026, 7, 22), to_on=date(2026, 7, 23))
    assert officers() == ["minh"]
    turn_the_day(date(2026, 7, 22))
    assert officers() == ["son"]
    turn_the_day(date(2026, 7, 23))
    assert officers() == ["son"]
    turn_the_day(date(2026, 7, 24))
    assert officers() == ["minh"]


def test_the_head_enters_it_and_nobody_else(accepted, away, quyet, son, lan):
    accepted()
    with pytest.raises(Refused):
        away(by=son)
    with pytest.raises(Refused):
        away(by=lan)
    away(by=quyet)
    assert officers() == ["son"]


def test_a_head_passes_on_what_the_unit_has_and_nothing_else(accepted, away, quyet, units, minh):
    elsewhere, here = accepted(), accepted()
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(unit=units["lao-dong"])
    assert open_work(minh, by=quyet, on=TODAY) == [here]
    away(by=quyet)
    assert officers() == ["minh", "son"]


def test_one_leave_at_a_time(away):
    away()
    with pytest.raises(Refused, match="chưa kết thúc"):
        away()


def test_what_lies_in_the_own_book_stays(mai, lan, binh, fields, units):
    sealed = Petition.register_sealed(by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh")
    sealed.assign(by=binh, on=TODAY, unit=units["tiep-cong-dan"], officer=lan)
    assert open_work(lan, by=lan, on=TODAY) == []
    with pytest.raises(Refused, match="sổ riêng"):
        sealed.pass_on(by=lan, on=TODAY, officer=binh)


def typed(**other):
    return {"person": "minh", "from_on": "20/7/2026", "to_on": "24/7/2026",
            "reason": "Nghỉ phép năm", "colleagues": ["son"], **other}  # fmt: skip


def test_the_page_shows_what_goes_where_before_it_goes(accepted, minh, son):
    case = accepted()
    browser = client_of(minh)
    body = browser.post("/nghi/", typed()).content.decode()
    assert "Sẽ giao 1 việc" in body
    assert case.code in body
    assert not Leave.objects.exists()
    mark = re.search(r'name="da-xem" value="(\w+)"', body)[1]
    assert browser.post("/nghi/", typed(**{"da-xem": mark})).status_code == 302
    assert officers() == ["son"]


def test_both_desks_tell_it(accepted, away, minh, son):
    accepted()
    away()
    mine = client_of(minh).get("/cong-viec/").content.decode()
    assert "Đồng chí nghỉ từ 20/7/2026 đến hết ngày 24/7/2026: 1 việc" in mine
    assert "Làm thay Đỗ Hoàng Minh" in client_of(son).get("/cong-viec/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"to_on": "19/7/2026"}, "Ngày cuối đang trước ngày đầu"),
        ({"from_on": "1/7/2026"}, "không được trước"),
        ({"colleagues": []}, "Chưa chọn người làm thay"),
        ({"person": "lan"}, "person"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(wrong, words, minh, son, lan):
    answer = client_of(minh).post("/nghi/", typed(**wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_nobody_works_in_the_place_of_himself(minh, son, quyet):
    answer = client_of(quyet).post("/nghi/", typed(colleagues=["minh"]))
    assert answer.status_code == 422
    assert "không làm thay cho chính mình" in answer.content.decode()


def test_only_ones_own_leave_is_ended(away, minh, lan):
    leave = away()
    assert client_of(lan).post(f"/nghi/{leave.pk}/ket-thuc/").status_code == 404
    assert client_of(minh).post(f"/nghi/{leave.pk}/ket-thuc/").status_code == 302
    leave.refresh_from_db()
    assert leave.ended_on == TODAY


def test_one_letter_is_passed_to_somebody_of_the_unit_alone(accepted, minh, son, lan):
    case = accepted()
    address = f"{case.get_absolute_url()}giao-nguoi-lam-thay/"
    assert client_of(minh).post(address, {"officer": "lan", "reason": "Bận"}).status_code == 422
    answer = client_of(minh).post(address, {"officer": "son", "reason": "Bận họp"})
    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.officer == son
