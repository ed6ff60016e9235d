"""A letter of several contents: each under its own number, one day of receipt, one code."""

from datetime import date

from citizens.models import LookupCode, Petition
from citizens.models.receipt import give_receipt
from citizens.telling import told_by_code
from tests.cast import client_of
from tests.citizens.conftest import opened_by

MONDAY = date(2026, 7, 6)
ENVELOPE = {"envelope_no": "BM-01", "envelope_place": "Tủ sắt", "envelope_keeper": "Văn thư"}


def divided(letter, lan, **facts):
    petition = letter(date(2026, 7, 3), **facts)
    code = LookupCode.issue(petition, on=MONDAY)
    part = petition.split(by=lan, on=MONDAY, title="Đề nghị sửa đường", content="Đường hỏng.")
    return petition, part, code


def test_a_part_has_its_own_number_and_the_same_receipt(letter, lan):
    petition, part, _ = divided(letter, lan, incoming_no="77")
    assert (part.code, part.split_from) == ("D-2026-00002", petition)
    assert (part.received_on, part.incoming_no, part.sender) == (
        date(2026, 7, 3),
        "77",
        petition.sender,
    )
    assert part.clocks.get(rule="DON_XL").started_on == date(2026, 7, 3)


def test_one_code_tells_of_both(letter, lan):
    petition, part, code = divided(letter, lan)
    told = told_by_code(code, as_of=MONDAY, phone="1")
    assert (told.code, [each.code for each in told.parts]) == (petition.code, [part.code])
    assert opened_by(code) == petition


def test_a_receipt_given_later_leads_to_both_too(letter, lan):
    petition, part, _ = divided(letter, lan)
    again = LookupCode.issue(petition, on=MONDAY)
    assert [each.code for each in told_by_code(again, as_of=MONDAY, phone="1").parts] == [part.code]


def test_the_page_shown_to_the_citizen_names_both_numbers(letter, lan, client):
    _, part, code = divided(letter, lan)
    page = client.post("/tra-cuu/", {"code": code}).content.decode()
    assert f"Nội dung tách riêng: đơn số {part.code}" in page


def test_a_part_that_is_a_denunciation_shares_no_code_with_its_senders_letter(letter, lan):
    petition, part, code = divided(letter, lan)
    LookupCode.issue(part, on=MONDAY)
    sealed = part.seal(by=lan, on=MONDAY, reason="Tố cáo.", **ENVELOPE)
    of_sender = {bytes(each.digest) for each in petition.lookup_codes.all()}
    assert not of_sender & {bytes(each.digest) for each in sealed.lookup_codes.all()}
    assert sealed.lookup_codes.count() == 1
    assert told_by_code(code, as_of=MONDAY, phone="1").parts == []


def test_a_letter_that_is_a_denunciation_shares_no_code_with_its_part(letter, lan):
    petition, part, code = divided(letter, lan)
    sealed = petition.seal(by=lan, on=MONDAY, reason="Tố cáo.", **ENVELOPE)
    assert not sealed.lookup_codes.exists()
    assert told_by_code(code, as_of=MONDAY, phone="1").code == part.code


def test_the_code_of_a_lost_receipt_opens_no_part_either(letter, lan):
    petition, _, lost = divided(letter, lan)
    give_receipt(petition, by=lan, on=MONDAY)
    assert told_by_code(lost, as_of=MONDAY, phone="1") is None


def test_each_is_classified_on_its_own(letter, lan):
    petition, part, _ = divided(letter, lan)
    part.classify(by=lan, on=MONDAY, kind="kien_nghi", eligible=True, competent=False)
    assert Petition.objects.get(pk=petition.pk).stage == "cho-phan-loai"


def test_both_pages_lead_to_each_other(letter, lan):
    petition, part, _ = divided(letter, lan)
    assert part.code in client_of(lan).get(petition.get_absolute_url()).content.decode()
    assert petition.code in client_of(lan).get(part.get_absolute_url()).content.decode()


def test_a_part_that_is_a_denunciation_is_no_longer_beside_its_senders_letter(letter, lan):
    petition, part, _ = divided(letter, lan)
    part.seal(by=lan, on=MONDAY, reason="Tố cáo.", **ENVELOPE)
    assert part.code not in client_of(lan).get(petition.get_absolute_url()).content.decode()


def test_a_part_does_not_lead_to_the_denunciation_it_came_with(letter, lan):
    petition, part, _ = divided(letter, lan)
    petition.seal(by=lan, on=MONDAY, reason="Tố cáo.", **ENVELOPE)
    assert petition.code not in client_of(lan).get(part.get_absolute_url()).content.decode()
