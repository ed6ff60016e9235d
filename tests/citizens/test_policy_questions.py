"""A question about policy is answered at once and is no petition, unless the office says so."""

from datetime import date

import pytest

from citizens import sending
from citizens.models import Party, Petition, PolicyQuestion, tally
from citizens.models.policy_question import ask
from citizens.telling import told_of
from portal.office import Setting
from portal.workflow import Refused
from tests.cast import LONG_AGO, client_of

MONDAY = date(2026, 7, 6)


@pytest.fixture
def question(thao, units, minh, fields, office, ha):
    def send(**facts):
        told = {
            "title": "Hỏi mức trợ cấp người cao tuổi",
            "content": "Mẹ tôi 80 tuổi thì được bao nhiêu?",
            "channel": "truc_tuyen",
            "parties": [Party(**thao)],
        }
        return ask(
            by=sending.CITIZEN,
            on=MONDAY,
            received_on=MONDAY,
            unit=units["nguoi-co-cong"],
            officer=minh,
            **told | facts,
        )

    return send


def test_it_has_one_number_in_a_book_of_its_own(question):
    case = question()
    assert case.code == case.petition.code == "HCS-2026-0001"
    assert (case.stage, case.due_on) == ("dang-giai-quyet", date(2026, 7, 27))
    assert not case.petition.clocks.exists()


def test_it_is_no_petition_in_figures_and_lists(question, lan):
    question()
    assert {row.what for row in tally.Tally.objects.exclude(amount=0)} == {"opened"}
    kept = sorted(tally.Tally.objects.exclude(amount=0).values_list("what", "amount"))
    tally.rebuild()
    assert sorted(tally.Tally.objects.values_list("what", "amount")) == kept
    assert "HCS-2026-0001" not in client_of(lan).get("/don/").content.decode()
    assert "HCS-2026-0001" in client_of(lan).get("/vu-viec/").content.decode()


def test_the_officer_answers_and_the_citizen_reads_it_at_once(question, minh):
    case = question()
    case.answer(by=minh, on=date(2026, 7, 8), conclusion="Từ 80 tuổi: 500.000 đồng một tháng.")
    assert (case.stage, case.closed_on, case.papers.count()) == ("da-tra-loi", date(2026, 7, 8), 0)
    told = told_of(case.petition, as_of=date(2026, 7, 8), phone="1")
    assert told.sentence == "Sở đã trả lời ngày 08/7/2026."
    assert [note.text for note in told.notes] == ["Từ 80 tuổi: 500.000 đồng một tháng."]


def test_the_answer_is_retracted_on_its_day(question, minh):
    case = question()
    case.answer(by=minh, on=MONDAY, conclusion="Nhầm.")
    case.retract(by=minh, on=MONDAY, reason="Trả lời nhầm câu.")
    assert (case.stage, case.closed_on, case.decided_on) == ("dang-giai-quyet", None, None)
    assert case.clocks.open().get().rule == "PAKN_TRA_LOI"
    assert not case.notes.exists()


def test_somebody_else_does_not_answer(question, lan):
    with pytest.raises(Refused, match="người được phân công"):
        question().answer(by=lan, on=MONDAY, conclusion="x")


def test_its_page_and_its_step_open(question, minh):
    case = question()
    page = client_of(minh).get(case.get_absolute_url()).content.decode()
    assert 'href="/vu-viec/HCS-2026-0001/tra-loi/"' in page
    assert client_of(minh).get(f"{case.get_absolute_url()}tra-loi/").status_code == 200


def online(thao, kind):
    sender = {"name": thao["name"], "commune": None}
    matter = {"kind": kind, "title": "Hỏi", "content": "Hỏi về mức trợ cấp."}
    return sending.register(sender=sender, matter=matter, files=[], on=MONDAY)


def test_what_is_asked_online_goes_to_the_petition_unit(thao, units, office, binh, lan):
    letter = online(thao, "hoi_chinh_sach")
    assert letter.case.own_kind().__class__ is PolicyQuestion
    assert letter.case.unit == units["tiep-cong-dan"]
    assert letter.question


def test_the_office_may_treat_it_as_a_petition(thao, units, office, binh):
    Setting.objects.create(name="policy_questions", value="don", valid_from=LONG_AGO)
    letter = online(thao, "hoi_chinh_sach")
    assert (letter.code, letter.question) == ("D-2026-00001", False)
    assert online(thao, "phan_anh").code == "D-2026-00002"
    assert Petition.objects.filter(case=None).count() == 2
