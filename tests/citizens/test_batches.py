"""Letters handed over on paper; labels and covers."""

import re
from datetime import date

import pytest
import time_machine

from citizens.models import Batch, Petition
from portal.history import events
from portal.workflow import Refused
from tests.cast import client_of

TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


def marked(*petitions, at="/don/ban-giao/moi/"):
    return at + "?" + "&".join(f"so={each.code}" for each in petitions)


def drawn_up(user, *petitions):
    browser, address = client_of(user), marked(*petitions)
    seen = re.search(r'da-xem-dong" value="(\w+)"', browser.get(address).content.decode())[1]
    return browser.post(address, {"da-xem-dong": seen})


def test_each_unit_gets_a_slip_of_its_own(letter, mai, binh, units):
    first, second, third = letter(), letter(), letter()
    third.assign(by=binh, on=TODAY, unit=units["nguoi-co-cong"])
    assert drawn_up(mai, first, second, third).url == "/don/ban-giao/"
    slips = {slip.unit.code: slip.lines.count() for slip in Batch.objects.all()}
    assert slips == {"tiep-cong-dan": 2, "nguoi-co-cong": 1}
    assert sorted(slip.code for slip in Batch.objects.all()) == ["BG-2026-0001", "BG-2026-0002"]


def test_the_unit_acknowledges_with_one_press(letter, mai, lan):
    letter_ = letter()
    slip = Batch.draw_up(by=mai, on=TODAY, unit=letter_.unit, petitions=[letter_])
    assert "Đã nhận đủ 1 đơn" in client_of(lan).get(slip.get_absolute_url()).content.decode()
    client_of(lan).post(f"{slip.get_absolute_url()}nhan/")
    slip.refresh_from_db()
    assert (slip.received_by, slip.received_on) == (lan, TODAY)
    steps = [event.step for event in events(letter_.stream)]
    assert steps[-2:] == ["hand_paper", "take_paper"]


def test_nobody_else_acknowledges_and_nobody_twice(letter, mai, lan, minh):
    letter_ = letter()
    slip = Batch.draw_up(by=mai, on=TODAY, unit=letter_.unit, petitions=[letter_])
    assert client_of(minh).post(f"{slip.get_absolute_url()}nhan/").status_code == 404
    slip.receive(by=lan, on=TODAY)
    with pytest.raises(Refused):
        slip.receive(by=lan, on=TODAY)


def test_a_letter_that_its_unit_has_is_not_handed_over_again(letter, mai):
    letter_ = letter()
    drawn_up(mai, letter_)
    body = client_of(mai).get(marked(letter_)).content.decode()
    assert "Đã có trong phiếu BG-2026-0001" in body


def test_an_envelope_goes_by_the_paper_book(letter, mai, fields):
    sealed = Petition.register_sealed(by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh")
    assert sealed.code not in client_of(mai).get(marked(letter(), sealed)).content.decode()
    with pytest.raises(Refused, match="sổ giấy"):
        Batch.draw_up(by=mai, on=TODAY, unit=sealed.unit, petitions=[sealed])


def test_a_letter_sealed_later_leaves_only_its_number(letter, mai, lan):
    letter_ = letter()
    slip = Batch.draw_up(by=mai, on=TODAY, unit=letter_.unit, petitions=[letter_])
    letter_.seal(by=lan, on=TODAY, reason="Có nội dung tố cáo.", envelope_no="BM-1/2026")
    body = client_of(mai).get(slip.get_absolute_url()).content.decode()
    assert letter_.code in body
    assert "Thảo" not in body


def test_only_who_enters_letters_draws_up(letter, minh, dung):
    for user in (minh, dung):
        assert client_of(user).get(marked(letter())).status_code == 404


def test_labels_name_nobody(letter, lan, thao):
    letter_ = letter()
    body = client_of(lan).get(marked(letter_, at="/don/in-nhan/")).content.decode()
    assert letter_.code in body
    assert thao["name"] not in body


def test_the_cover_lists_what_lies_in_the_case(accepted, minh):
    case = accepted()
    body = client_of(minh).get(f"/vu-viec/{case.code}/bia/").content.decode()
    assert "96/TB-SLĐTBXH" in body
    assert case.petition.code in body
