"""What staff must be told: when, for how long, to whom, and what stays a line."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from democracy import items
from democracy.models import Posting
from portal.attachments import receive
from portal.forms import StepForm
from portal.workflow import Refused
from portal.working_days import calendar
from tests.democracy.conftest import DECIDED
from tests.portal.specimens import pdf

pytestmark = pytest.mark.django_db


def noted(by, unit, **facts):
    facts = {"item": "46.9", "title": "Nội quy", "decided_on": DECIDED, "unit": unit} | facts
    return Posting.note_posting(by=by, on=facts["decided_on"], **facts)


def test_the_list_of_the_law_has_twelve_items():
    clauses = {item.article for item in items.PUBLICISED.values()}
    assert clauses == {f"khoản {n} Điều 46" for n in range(1, 13)}


def test_the_lists_of_opinions_and_decisions_are_whole():
    assert [len(items.CONSULTED), len(items.DECIDED)] == [11, 4]


def test_the_fifth_working_day_after_the_decision_is_the_last(posting):
    assert posting.due_on == date(2026, 5, 11)


def test_days_off_are_not_counted(tuan, units):
    before_tet = noted(tuan, units["van-phong"], decided_on=date(2026, 2, 12))
    assert before_tet.due_on == calendar().add(date(2026, 2, 12), 5)
    assert before_tet.due_on > date(2026, 2, 19)


def test_no_clock_runs_for_what_was_decided_before_the_law(tuan, units):
    old = noted(tuan, units["van-phong"], decided_on=date(2023, 6, 30))
    assert old.due_on is None


def test_it_stands_for_twenty_days_at_least(posting, tuan):
    with pytest.raises(Refused, match="ít nhất 20 ngày"):
        posting.display(by=tuan, on=date(2026, 5, 6), until=date(2026, 5, 25))


def test_it_is_posted_here_in_any_case(posting, tuan):
    posting.display(by=tuan, on=date(2026, 5, 6), forms=["a"])
    assert (posting.forms, posting.posted_until) == (["a", "b"], date(2026, 5, 26))
    assert posting.is_on_show(as_of=date(2026, 5, 26))
    assert not posting.is_on_show(as_of=date(2026, 5, 27))


def test_a_gap_begins_the_twenty_days_anew(posting, tuan):
    posting.display(by=tuan, on=date(2026, 5, 6))
    posting.take_down(by=tuan, on=date(2026, 5, 10), reason="Đăng nhầm bản")
    posting.display(by=tuan, on=date(2026, 5, 12))
    assert posting.posted_until == date(2026, 6, 1)
    assert [row.too_short for row in posting.displays.all()] == [True, False]


def test_a_declaration_of_assets_is_a_line_and_never_a_file(tuan, units):
    file = receive(SimpleUploadedFile("ke-khai.pdf", pdf()), by=tuan)
    with pytest.raises(Refused, match="một dòng"):
        noted(tuan, units["van-phong"], item="46.7-ke-khai", file=file)
    line = noted(tuan, units["van-phong"], item="46.7-ke-khai", circle="units")
    line.file = file
    with pytest.raises(IntegrityError):
        line.save()


def test_a_line_not_yet_posted_is_known_to_those_who_post_it(posting, minh, mai, board, ha):
    day = date(2026, 5, 11)
    seen = {user: posting in Posting.objects.visible_to(user, on=day) for user in
            (minh, mai, board, ha)}  # fmt: skip
    assert seen == {minh: False, mai: True, board: True, ha: True}


def test_a_late_line_is_known_to_everybody(posting, minh):
    assert posting in Posting.objects.visible_to(minh, on=date(2026, 5, 12))


def test_a_line_for_two_units_is_for_them(tuan, units, minh, lan):
    row = noted(tuan, units["van-phong"], circle="units", units=[units["nguoi-co-cong"]])
    row.display(by=tuan, on=date(2026, 5, 6))
    seen = [row in Posting.objects.visible_to(user, on=date(2026, 5, 7)) for user in (minh, lan)]
    assert seen == [True, False]


def test_the_administrator_sees_none(posting, quantri, tuan):
    posting.display(by=tuan, on=date(2026, 5, 6))
    assert not Posting.objects.visible_to(quantri, on=date(2026, 5, 7)).exists()


def test_a_secret_keeps_its_line(posting, ha, tuan):
    with pytest.raises(Refused):
        posting.withhold(by=tuan, on=date(2026, 5, 6), reason="Bí mật công tác")
    posting.withhold(by=ha, on=date(2026, 5, 6), reason="Bí mật công tác")
    assert Posting.objects.get().withheld_because == "Bí mật công tác"


def test_who_asks_after_the_time_is_given_the_document(posting, tuan, minh):
    posting.file = receive(SimpleUploadedFile("qd.pdf", pdf()), by=tuan)
    posting.save()
    posting.display(by=tuan, on=date(2026, 5, 6))
    later = date(2026, 6, 1)
    assert not posting.opens_file_to(minh, on=later)
    posting.request_information(by=minh, on=later, ground="het-thoi-gian")
    posting.give_information(by=tuan, on=later, answer="Văn bản đính kèm")
    assert posting.opens_file_to(minh, on=later)


def test_a_ground_that_does_not_fit_is_refused(posting, tuan, minh):
    posting.display(by=tuan, on=date(2026, 5, 6))
    with pytest.raises(Refused, match="chưa hết thời gian đăng"):
        posting.request_information(by=minh, on=date(2026, 5, 7), ground="het-thoi-gian")


def test_only_grounds_that_fit_the_day_are_offered(posting, tuan, minh):
    posting.display(by=tuan, on=date(2026, 5, 6))
    form = StepForm.of(posting, "request_information")
    for on, grounds in ((date(2026, 5, 7), 1), (date(2026, 6, 1), 2)):
        assert len(form(subject=posting, by=minh, on=on).fields["ground"].choices) == grounds


def test_a_change_of_the_calendar_moves_open_last_days(posting):
    from dataclasses import replace

    off = calendar()
    changed = replace(off, off={**off.off, date(2026, 5, 7): "nghỉ bù"})
    moved = Posting.moving(changed)
    assert [(row.before, row.after) for row in moved] == [(date(2026, 5, 11), date(2026, 5, 12))]
