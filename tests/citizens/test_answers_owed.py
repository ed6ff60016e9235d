"""Phúc đáp both ways, đôn đốc: what we owe who forwarded, what others owe us, and the list."""

from datetime import date

import pytest

from citizens import desk
from citizens.models import Clock, Petition
from citizens.telling import told_of
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.conftest import number

MONDAY = date(2026, 7, 6)
LIST = "/don/phuc-dap/"


@pytest.fixture
def from_delegates(letter, lan, binh):
    """Forwarded to us by the delegates, not ours."""

    def enter():
        petition = letter(MONDAY, channel="chuyen_den", forwarded_by="Đoàn đại biểu Quốc hội tỉnh")
        petition.classify(by=lan, on=MONDAY, kind="kien_nghi", eligible=True, competent=False)
        return petition

    return enter


@pytest.fixture
def forwarded(letter, lan, binh, mai):
    def forward():
        petition = letter(MONDAY)
        petition.classify(by=lan, on=MONDAY, kind="kien_nghi", eligible=True, competent=False)
        petition.forward(by=binh, on=MONDAY, addressee="Bảo hiểm xã hội tỉnh", ground="Khác.")
        number(petition, mai, "phieu_chuyen", MONDAY, "1/PC")
        return petition

    return forward


def test_whoever_forwarded_hears_in_seven_working_days_of_what_was_done(from_delegates, binh, mai):
    petition = from_delegates()
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã", ground="Thuộc xã.")
    number(petition, mai, "phieu_huong_dan", MONDAY)
    owed = Clock.objects.get(petition=petition, rule="TCD_PHUC_DAP")
    assert (owed.started_on, owed.due) == (MONDAY, date(2026, 7, 15))
    assert Petition.objects.get().due_on == date(2026, 7, 15)


def test_the_letter_stops_the_period_with_its_number(from_delegates, binh, lan, mai):
    petition = from_delegates()
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã", ground="Thuộc xã.")
    number(petition, mai, "phieu_huong_dan", MONDAY)
    on = date(2026, 7, 8)
    petition.report_back(by=binh, on=on, prepared_by=lan, ground="Đã hướng dẫn.", draft="Kính gửi")
    number(petition, mai, "vb_phuc_dap", on, "2/SLĐTBXH")
    assert Clock.objects.get(petition=petition, rule="TCD_PHUC_DAP").stopped_on == on
    assert "đã phúc đáp" in petition.workflow["report_back"].missing(petition)


def test_a_settled_case_owes_the_same(feedback, binh, mai, lan, ha):
    case = feedback()
    Petition.objects.update(channel="chuyen_den", forwarded_by="Báo Tân Giang")
    case.answer(by=ha, on=date(2026, 7, 15), conclusion="Đã lắp.")
    number(case, mai, "vb_tra_loi", date(2026, 7, 16), "12/SLĐTBXH")
    assert Clock.objects.get(rule="TCD_PHUC_DAP").due == date(2026, 7, 27)


def test_what_was_sent_back_owes_nothing(from_delegates, binh, mai):
    petition = from_delegates()
    petition.send_back(by=binh, on=MONDAY, ground="Chuyển nhầm.")
    number(petition, mai, "tra_lai", MONDAY)
    assert not Clock.objects.filter(rule="TCD_PHUC_DAP").exists()


def test_nothing_to_report_back_about_ones_own_post(forwarded):
    petition = forwarded()
    assert "không do cơ quan khác" in petition.workflow["report_back"].missing(petition)


def test_an_answer_received_is_told_to_the_citizen_and_ends_the_urging(forwarded, binh, lan, mai):
    petition, on = forwarded(), date(2026, 8, 10)
    petition.urge(
        by=binh, on=on, addressee="Bảo hiểm xã hội tỉnh", due_on=date(2026, 8, 20), ground="Chậm."
    )
    later = date(2026, 8, 18)
    petition.record_reply(
        by=lan,
        on=later,
        body="Bảo hiểm xã hội tỉnh",
        number="88/BHXH",
        dated_on=on,
        content="Đã chi.",
    )
    assert petition.urgings.get().answered_on == later
    told = told_of(petition, as_of=later, phone="1").sentence
    assert "Bảo hiểm xã hội tỉnh đã trả lời Sở bằng văn bản số 88/BHXH ngày 10/8/2026" in told


def test_an_urging_asks_for_a_day_to_come(forwarded, binh):
    with pytest.raises(Refused, match="phải sau hôm nay") as refusal:
        forwarded().urge(by=binh, on=MONDAY, addressee="x", due_on=MONDAY, ground="x")
    assert refusal.value.field == "due_on"


def test_the_list_says_who_owes_what(forwarded, from_delegates, binh, mai, lan, accepted, ha):
    ours = from_delegates()
    ours.guide(by=binh, on=MONDAY, addressee="UBND xã", ground="Thuộc xã.")
    number(ours, mai, "phieu_huong_dan", MONDAY)
    theirs = forwarded()
    slow = accepted()
    slow.urge(
        by=ha,
        on=date(2026, 8, 20),
        addressee="Phòng Người có công",
        due_on=date(2026, 8, 25),
        ground="Quá hạn.",
    )
    first, second, third = pages(lan)
    assert ours.code in first
    assert slow.code in second
    assert "Phòng Người có công" in second
    assert theirs.code in third
    assert theirs.code not in first + second


def pages(user):
    browser = client_of(user)
    return [
        browser.get(f"{LIST}{part}").content.decode() for part in ("", "don-doc/", "da-chuyen/")
    ]


def test_each_list_is_empty_in_words(lan, quantri):
    first, second, third = pages(lan)
    assert "Không có đơn nào Sở còn phải phúc đáp" in first
    assert "Không có văn bản đôn đốc nào còn chờ trả lời" in second
    assert "Mọi đơn đã chuyển đều có phúc đáp" in third
    assert "Danh sách này dành cho người xử lý" in pages(quantri)[0]


def test_many_bodies_are_urged_from_the_list_of_those_not_heard_of(forwarded, lan, mai):
    petition = forwarded()
    for user, offered in ((lan, True), (mai, False)):
        page = client_of(user).get(f"{LIST}da-chuyen/").content.decode()
        assert (f'name="so" value="{petition.code}"' in page) is offered
        assert ('formaction="/don/hang-loat/don-doc/"' in page) is offered


def test_a_long_list_goes_on_behind_a_cursor(forwarded, lan, few_statements):
    for petition in (every := [forwarded() for _ in range(3)]):
        petition.refresh_from_db()
    Petition.objects.filter(pk=every[0].pk).update(handled_on=date(2026, 7, 1))
    at, last = f"{LIST}da-chuyen/", every[2]
    browser = client_of(lan)
    browser.get(at)
    with few_statements(6):
        whole = browser.get(at).content.decode()
    assert whole.index(every[0].code) < whole.index(every[1].code) < whole.index(last.code)
    rest = browser.get(f"{at}?sau={every[1].handled_on}.{every[1].pk}").content.decode()
    assert [each.code in rest for each in every] == [False, False, True]
    beyond = browser.get(f"{at}?sau={last.handled_on}.{last.pk}").content.decode()
    assert "Không còn dòng nào ở trang này" in beyond
    assert browser.get(f"{at}?sau=mai").status_code == 400


def test_moving_a_case_to_another_unit_leaves_its_clocks_alone(accepted, ha, units):
    case = accepted()
    before = list(case.clocks.values_list("rule", "started_on", "due", "stopped_on"))
    case.assign(by=ha, on=date(2026, 7, 30), unit=units["lao-dong"])
    assert list(case.clocks.values_list("rule", "started_on", "due", "stopped_on")) == before
    assert case.received_on == MONDAY
    assert [str(row.unit) for row in case.assignments.all()] == [
        "Phòng Người có công",
        "Phòng Lao động – Việc làm",
    ]


def test_the_desk_shows_what_is_still_to_be_answered(from_delegates, binh, mai, lan):
    petition = from_delegates()
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã", ground="Thuộc xã.")
    assert [each.act for each in desk.work(binh, on=MONDAY)] == []
    number(petition, mai, "phieu_huong_dan", MONDAY)
    waiting = desk.work(binh, on=MONDAY)
    assert [(each.code, each.act) for each in waiting] == [(petition.code, "Phúc đáp")]
