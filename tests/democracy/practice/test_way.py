"""A model from its enrolment to those who do the same."""

from datetime import date

import pytest
from django.db import IntegrityError

from democracy.models import Practice
from democracy.views.practice.lacking import units_without
from portal.attachments import File
from portal.workflow import Refused
from tests.democracy.practice.conftest import CENTRE, DAY, LATER, facts_of

pytestmark = pytest.mark.django_db


def test_the_task_it_serves_is_required_by_the_table_itself(one):
    one.serves = ""
    with pytest.raises(IntegrityError):
        one.save()


def test_an_exemplary_person_has_a_name(khanh, units, fields):
    facts = facts_of(units[CENTRE], fields["lao-dong-viec-lam"], kind="dien-hinh", holder="ca-nhan")
    with pytest.raises(IntegrityError):
        Practice.enrol(by=khanh, on=DAY, **facts)


def test_what_waits_for_the_list_is_known_to_its_unit_and_those_who_decide(one, minh, khanh, ha):
    seen = [one in Practice.objects.visible_to(user, on=DAY) for user in (minh, khanh, ha)]
    assert seen == [False, True, True]
    one.list_up(by=ha, on=DAY)
    assert one in Practice.objects.visible_to(minh, on=DAY)


def test_the_list_is_the_leaders(one, tuan, hoa):
    for user in (tuan, hoa):
        with pytest.raises(Refused, match="lãnh đạo cơ quan"):
            one.list_up(by=user, on=DAY)


def test_people_reached_are_counted_up_to_now(running, khanh):
    running.note_progress(by=khanh, on=LATER, text="Hai thôn", reached=80)
    with pytest.raises(Refused, match="không ít hơn lần trước"):
        running.note_progress(by=khanh, on=LATER, text="Nhầm", reached=40)
    running.note_progress(by=khanh, on=LATER, text="Chưa đếm lại")
    assert running.reached == 80


def test_nothing_is_assessed_of_which_nothing_was_told(running, hoa):
    with pytest.raises(Refused, match="chưa ghi tiến độ"):
        running.self_assess(by=hoa, on=LATER, assessment="Tốt")


def test_the_director_recognises_and_the_number_follows(recognised, mai):
    row = recognised.recognitions.get()
    assert (row.level, row.reference) == ("so", "")
    recognised.note_recognition(
        by=mai, on=LATER, level="so", reference="15/QĐ-SLĐTBXH", dated_on=LATER
    )
    assert recognised.recognitions.get().reference == "15/QĐ-SLĐTBXH"


def test_no_number_stands_for_a_recognition_that_nobody_gave(running, khanh, hoa, mai):
    running.note_progress(by=khanh, on=LATER, text="Xong")
    running.self_assess(by=hoa, on=LATER, assessment="Đạt")
    with pytest.raises(Refused, match="chưa công nhận"):
        running.note_recognition(by=mai, on=LATER, level="so", reference="1/QĐ", dated_on=LATER)
    running.note_recognition(
        by=mai, on=LATER, level="tinh", reference="9/QĐ-UBND", dated_on=LATER, issuer="UBND tỉnh"
    )
    assert running.stage == "recognised"


def test_another_unit_says_once_that_it_does_the_same(recognised, minh, units):
    own = units["nguoi-co-cong"]
    recognised.replicate(by=minh, on=LATER, from_on=DAY, unit=own, reached=40)
    with pytest.raises(Refused, match="đã được ghi"):
        recognised.replicate(by=minh, on=LATER, from_on=DAY, unit=own)
    with pytest.raises(Refused, match="đơn vị mình"):
        recognised.replicate(by=minh, on=LATER, from_on=DAY, unit=units["lao-dong"])


def test_its_own_unit_does_not_do_the_same(recognised, tuan, khanh, units):
    with pytest.raises(Refused, match="đơn vị đang thực hiện"):
        recognised.replicate(by=tuan, on=LATER, from_on=DAY, unit=units[CENTRE])
    with pytest.raises(Refused, match="chính đơn vị làm theo"):
        recognised.replicate(by=khanh, on=LATER, from_on=DAY, place="Xã An Phú")


def test_a_picture_is_a_picture(running, khanh):
    paper = File.objects.create(name="a.pdf", size=1, sha256="0" * 64, mime="application/pdf",
                                path="00/a")  # fmt: skip
    with pytest.raises(Refused, match="JPG hoặc PNG"):
        running.add_picture(by=khanh, on=LATER, file=paper, caption="Ngày hội")


def test_what_stopped_is_presented_no_longer(recognised, hoa):
    recognised.present(by=hoa, on=LATER, showcase="Ngày hội ở thôn")
    recognised.stop(by=hoa, on=LATER, reason="Sáp nhập xã")
    assert (recognised.stage, recognised.showcased_on, recognised.to_on) == ("stopped", None, LATER)


def test_units_with_nothing_on_the_list_of_the_year_are_found(one, ha, units):
    def without(year: int) -> list[str]:
        return [unit.code for unit in units_without(year=year, on=LATER)]

    assert CENTRE in without(2026)
    one.list_up(by=ha, on=DAY)
    assert CENTRE not in without(2026)
    assert CENTRE in without(2025)
    assert "so" not in without(2025)


def test_a_model_of_several_years_counts_in_each(running, hoa, khanh):
    in_2027 = Practice.objects.listed().of_year(2027)
    assert running in in_2027
    running.stop(by=hoa, on=date(2026, 12, 1), reason="Hết kinh phí")
    assert running not in in_2027.all()
