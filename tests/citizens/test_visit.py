"""A visit in the book: its number, what it owes, what it may not hold."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from citizens.models import Representative, Visit
from citizens.models.reception import Reception
from citizens.models.visit.group import most_speakers, too_many
from portal.grounds import RECEPTION, ground
from portal.grounds.delivered import RECEIVING
from portal.workflow import Refused
from tests.citizens.visits import DAY, enter, enter_sealed

pytestmark = pytest.mark.usefixtures("office", "fields")


def test_each_book_counts_for_itself(lan):
    codes = [enter(lan).code, enter_sealed(lan).code, enter(lan).code]
    assert codes == ["TD-2026-0001", "TDR-2026-0001", "TD-2026-0002"]


def test_a_letter_taken_in_owes_a_result_within_ten_working_days(lan):
    visit = enter(lan)
    assert (visit.stage, visit.due_on) == ("cho-bao-ket-qua", date(2026, 8, 17))


def test_what_was_answered_at_once_owes_nothing(lan):
    visit = enter(lan, result="tra_loi", answer="Theo Điều 5.")
    assert (visit.stage, visit.due_on) == ("da-xong", None)


def test_the_notice_stops_the_clock_on_its_own_date(lan):
    visit = enter(lan)
    visit.tell_result(
        by=lan,
        on=date(2026, 8, 14),
        told_as="thu_ly",
        number="9/TB-SLĐTBXH",
        dated_on=date(2026, 8, 12),
    )
    assert (visit.stage, visit.clocks.get().stopped_on) == ("da-bao-ket-qua", date(2026, 8, 12))


def test_a_notice_dated_before_the_visit_is_refused(lan):
    visit = enter(lan)
    with pytest.raises(Refused, match="từ ngày tiếp"):
        visit.tell_result(by=lan, on=DAY, told_as="thu_ly", number="9", dated_on=date(2026, 8, 1))


@pytest.mark.parametrize("ground", [code for code, _ in RECEIVING])
def test_only_two_grounds_of_refusal_need_a_written_notice(lan, ground):
    visit = enter(lan, result="tu_choi", ground=ground)
    written = ground in ("9.3", "4.1.h")
    expected = ("cho-thong-bao-tu-choi", date(2026, 8, 6)) if written else ("da-tu-choi", None)
    assert (visit.stage, visit.due_on) == expected


@pytest.mark.parametrize("ground", ["4.1.h", "4.1.a"])
def test_a_ground_of_the_decree_refuses_nobody_before_the_decree(lan, ground):
    with pytest.raises(Refused, match="có hiệu lực từ ngày 01/7/2026"):
        enter(lan, received_on=date(2026, 6, 30), result="tu_choi", ground=ground)
    assert (
        enter(lan, received_on=date(2026, 7, 1), result="tu_choi", ground=ground).ground == ground
    )


def test_a_ground_of_the_law_is_older_than_the_decree(lan):
    visit = enter(lan, received_on=date(2026, 6, 30), result="tu_choi", ground="9.3")
    assert (visit.stage, visit.due_on) == ("cho-thong-bao-tu-choi", None)


def test_a_ground_names_its_article():
    assert ground(RECEPTION, "4.1.h").law == "điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP"
    assert ground(RECEPTION, "9.3").law == "khoản 3 Điều 9 Luật Tiếp công dân"


def test_before_the_decree_a_refusal_in_writing_had_no_period(lan):
    visit = enter(lan, on=date(2026, 6, 1), result="tu_choi", ground="9.3")
    assert (visit.stage, visit.due_on) == ("cho-thong-bao-tu-choi", None)


def test_a_refusal_without_a_ground_is_refused(lan):
    with pytest.raises(Refused, match="căn cứ từ chối"):
        enter(lan, result="tu_choi")


@pytest.mark.parametrize(("people", "most"), [(1, 1), (4, 4), (5, 2), (10, 2), (11, 5), (60, 5)])
def test_how_many_may_speak_for_a_group(people, most):
    assert most_speakers(people) == most
    assert not too_many(people=people, speakers=most)
    assert too_many(people=people, speakers=most + 1)


def test_a_group_with_too_many_speakers_is_refused_with_its_article(lan):
    others = [Representative(name="Lò Văn A"), Representative(name="Lò Văn B")]
    with pytest.raises(Refused, match=r"nhiều nhất 2 người đại diện .Điều 29"):
        enter(lan, people=7, representatives=others)


def test_representatives_stand_beside_the_visitor(lan):
    visit = enter(lan, people=7, representatives=[Representative(name="Lò Văn A")])
    assert [one.name for one in visit.representatives.all()] == ["Lò Văn A"]


def test_a_session_of_that_day_and_host_is_found(lan, ha):
    session = Reception.objects.create(
        code="BT-2026-0001", date=DAY, kind="dinh_ky", host="thu_truong"
    )
    assert enter(lan, kind="dinh_ky", host="thu_truong").reception == session
    assert enter(lan, kind="dinh_ky", host="uy_quyen").reception is None


def test_a_leaders_day_names_its_host(lan):
    with pytest.raises(Refused, match="người chủ trì"):
        enter(lan, kind="dinh_ky")


def test_who_has_no_part_in_reception_enters_no_visit(minh):
    with pytest.raises(Refused, match="Sổ tiếp công dân"):
        enter(minh)


# denunciations


@pytest.mark.parametrize("word", ["name", "address", "id_number", "phone", "content", "note"])
def test_a_visit_about_a_denunciation_takes_no_word(lan, word):
    with pytest.raises(Refused, match="không ghi họ tên"):
        enter_sealed(lan, **{word: "099158000999"})


def test_the_database_itself_refuses_a_name_in_a_sealed_visit(lan):
    visit = enter_sealed(lan)
    with pytest.raises(IntegrityError, match="sealed_visit_holds_no_text"), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(name="Zq99zN")


def test_the_database_refuses_a_representative_of_a_sealed_visit(lan):
    visit = enter_sealed(lan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Representative.objects.create(visit=visit, name="Zq99zN")


def test_the_database_refuses_an_open_line_about_a_denunciation(lan):
    visit = enter(lan)
    with pytest.raises(IntegrityError, match="is_sealed"), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(petition_kind="to_cao")


def test_sealing_leaves_an_empty_line_and_a_number_in_the_other_book(lan):
    visit = enter(lan, people=2, representatives=[Representative(name="Lò Văn A")])
    sealed = visit.seal(by=lan, on=DAY, reason="Nói rõ là tố cáo.")
    visit.refresh_from_db()
    assert (visit.name, visit.content, visit.stage) == ("", "", "chuyen-so-rieng")
    assert (sealed.code, sealed.people, sealed.stage) == ("TDR-2026-0001", 2, "cho-bao-ket-qua")
    assert not visit.representatives.exists()
    assert not hasattr(visit, "search_row")


def test_sealing_erases_what_a_correction_had_kept(lan):
    visit = enter(lan)
    visit.correct(by=lan, on=DAY, fact="name", new="Đinh Thị Zq77zN", reason="Nghe nhầm.")
    visit.seal(by=lan, on=DAY, reason="Tố cáo.")
    from portal.history import events

    assert "Zq77zN" not in "".join(str(event.values) for event in events(visit.stream))


def test_a_sealed_letter_takes_its_visit_along(lan, mai, thao):
    from citizens.models import Party

    visit = enter(lan)
    letter = visit.take_petition(by=lan, on=DAY, parties=[Party(**thao)], title="Đơn")
    sealed = letter.seal(
        by=lan, on=DAY, reason="Tố cáo.", envelope_no="1", envelope_place="tủ", envelope_keeper="L"
    )
    visit.refresh_from_db()
    assert (visit.name, visit.petition) == ("", None)
    assert Visit.objects.get(sealed=True).petition == sealed


def test_sealing_cuts_a_visit_off_from_the_cases_of_its_matter(lan):
    visit = enter(lan, matter=enter(lan).matter)
    sealed = visit.seal(by=lan, on=DAY, reason="Tố cáo.")
    visit.refresh_from_db()
    assert (visit.matter, sealed.matter.visits.get()) == (None, sealed)


def test_a_sealed_letter_leaves_the_matter_of_its_visit(lan, thao):
    from citizens.models import Party

    visit = enter(lan)
    letter = visit.take_petition(by=lan, on=DAY, parties=[Party(**thao)], title="Đơn")
    letter.seal(
        by=lan, on=DAY, reason="Tố cáo.", envelope_no="1", envelope_place="tủ", envelope_keeper="L"
    )
    letter.refresh_from_db()
    assert letter.matter is None


def test_denunciations_are_seen_by_their_group_alone(lan, mai, ha, dung, minh):
    visit = enter_sealed(lan)
    seen = [
        user.username
        for user in (lan, mai, ha, dung, minh)
        if Visit.objects.visible_to(user, on=DAY).filter(pk=visit.pk).exists()
    ]
    assert seen == ["lan", "ha"]


# what follows


def test_a_visit_becomes_a_petition_in_one_step(lan, thao):
    from citizens.models import Party

    visit = enter(lan, people=3)
    letter = visit.take_petition(by=lan, on=DAY, parties=[Party(**thao)], title="Đơn khiếu nại")
    assert (letter.channel, letter.people, letter.received_on) == ("tiep_dan", 3, DAY)
    assert (visit.petition, visit.matter) == (letter, letter.matter)


def test_a_denouncers_envelope_goes_to_its_own_book(lan):
    visit = enter_sealed(lan)
    letter = visit.take_envelope(
        by=lan, on=DAY, envelope_no="7", envelope_place="tủ", envelope_keeper="Lan"
    )
    assert (letter.sealed, visit.petition) == (True, letter)


def test_a_visit_joins_the_matter_of_a_case(lan, complaint):
    case, visit = complaint(), enter(lan)
    visit.join(by=lan, on=DAY, case=case)
    assert visit.matter == case.matter


def test_a_correction_keeps_the_old_words_in_the_history(lan):
    visit = enter(lan)
    visit.correct(by=lan, on=DAY, fact="address", new="Thôn 4", reason="Nghe nhầm.")
    from portal.history import events

    last = events(visit.stream).last()
    assert last.values["change"] == "Địa chỉ: Thôn 3, xã An Phú → Thôn 4"


def test_the_national_database_is_reported_once(lan):
    visit = enter(lan)
    visit.report_nationally(by=lan, on=DAY, reported_on=DAY)
    with pytest.raises(Refused, match="đã cập nhật"):
        visit.report_nationally(by=lan, on=DAY, reported_on=DAY)
