"""What others wrote about a letter goes too when it turns out to be a denunciation."""

from datetime import date

import pytest

from portal.drafts import Draft
from portal.instructions import Instruction, instruct
from portal.workflow import Refused

MONDAY = date(2026, 7, 6)
ENVELOPE = {"envelope_no": "BM-01", "envelope_place": "Tủ sắt", "envelope_keeper": "Văn thư"}
NAME = "Hoàng Bạch Yến Oanh"


def order(petition, ha, units, text=NAME):
    return instruct(
        by=ha, on=MONDAY, text=text, unit=units["tiep-cong-dan"], due_on=MONDAY, subject=petition
    )


@pytest.fixture
def sealed(letter, lan):
    return letter().seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)


def test_an_instruction_is_emptied_and_closed(letter, lan, ha, units):
    petition = letter()
    given = order(petition, ha, units)
    petition.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    given.refresh_from_db()
    assert (NAME in given.text, given.report, given.closed_on) == (False, "", MONDAY)


def test_a_void_paper_keeps_no_words(letter, lan, binh):
    petition = letter()
    petition.classify(by=lan, on=MONDAY, kind="phan_anh", eligible=True, competent=False)
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã", ground="x", draft=f"Kính gửi bà {NAME}")
    petition.retract(by=binh, on=MONDAY, reason="Nhầm")
    petition.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    assert petition.papers.get().text == ""


def test_what_was_typed_as_the_session_ended_goes_too(letter, lan, stranger):
    petition = letter()
    stranger.post(f"{petition.get_absolute_url()}phan-loai/", {"title": NAME})
    assert Draft.objects.count() == 1
    petition.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    assert Draft.objects.count() == 0


def test_nobody_instructs_about_a_sealed_petition(sealed, ha, units):
    with pytest.raises(Refused, match="ghi trên giấy"):
        order(sealed, ha, units)
    assert not Instruction.objects.exists()
