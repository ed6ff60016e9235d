"""What the registers keep, refuse and follow."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from portal import history
from portal.activities import (
    Dialogue,
    Limitation,
    OpinionNote,
    Outreach,
    PartyFigures,
    PlannedVisit,
)
from portal.activities.opinions import names_a_person
from portal.activities.planned_visits import clashes_of
from portal.instructions import Instruction
from portal.planning import Plan
from portal.workflow import Refused
from tests.portal.activities.conftest import DAY

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 1)


def test_a_line_counts_for_one_programme_or_for_both(lines, tuan, units):
    Outreach.note(by=tuan, on=DAY, programme="cai-cach", title="Bưu chính công ích", from_on=DAY,
                  unit=units["van-phong"], way="to-roi", audience="nhan-dan")  # fmt: skip
    assert Outreach.objects.of_programme("dan-chu").count() == 1
    assert Outreach.objects.of_programme("cai-cach").count() == 2


def test_a_line_is_crossed_out_with_a_reason_and_counts_no_longer(lines, tuan):
    lines["outreach"].strike(by=tuan, on=DAY, reason="Ghi hai lần")
    assert list(Outreach.objects.kept()) == []
    assert Outreach.objects.get().struck_because == "Ghi hai lần"
    with pytest.raises(Refused):
        lines["outreach"].amend(by=tuan, on=DAY, title="Khác")


def test_what_a_line_said_before_stays_in_the_history(lines, tuan):
    lines["outreach"].amend(by=tuan, on=DAY, people=45, title="Phổ biến Luật 10/2022")
    event = history.events(lines["outreach"].stream).latest("seq")
    assert set(event.values.values()) == {"42", "Phổ biến Luật Thực hiện dân chủ"}


def test_another_unit_corrects_nothing(lines, khanh):
    with pytest.raises(Refused):
        lines["outreach"].strike(by=khanh, on=DAY, reason="Không đúng")


# inspections


def visit(tuan, units, first, last, **facts):
    facts = {"visited": units["dich-vu-viec-lam"], "programme": "cai-cach"} | facts
    return PlannedVisit.note(by=tuan, on=DAY, title="Cải cách hành chính", unit=units["van-phong"],
                             team="Đoàn 2", from_on=first, to_on=last, **facts)  # fmt: skip


def test_two_visits_to_one_unit_in_one_window_are_shown(lines, tuan, units):
    same = visit(tuan, units, date(2026, 5, 1), date(2026, 5, 4))
    visit(tuan, units, date(2026, 5, 5), date(2026, 5, 9))
    visit(tuan, units, DAY, DAY, visited=units["lao-dong"])
    pair = [lines["planned-visit"], same]
    assert set(PlannedVisit.objects.clashing()) == set(pair)
    found = clashes_of(PlannedVisit.objects.all())
    assert {key: [each.pk for each in rows] for key, rows in found.items()} == {
        pair[0].pk: [pair[1].pk], pair[1].pk: [pair[0].pk]
    }  # fmt: skip


def test_visits_that_are_combined_do_not_clash_and_are_made_once(lines, tuan, units):
    first = lines["planned-visit"]
    others = [visit(tuan, units, DAY, DAY, combined_with=first) for _ in range(2)]
    assert list(PlannedVisit.objects.clashing()) == []
    assert clashes_of([first, *others]) == {}
    first.carry_out(by=tuan, on=LATER, held_on=DAY, outcome="Nền nếp")
    assert set(PlannedVisit.objects.values_list("stage", "held_on")) == {("done", DAY)}


def test_a_visit_that_was_crossed_out_meets_nobody(lines, tuan, units):
    visit(tuan, units, DAY, DAY).strike(by=tuan, on=DAY, reason="Không đi nữa")
    assert list(PlannedVisit.objects.clashing()) == []


def test_a_visit_is_overdue_when_its_window_is_over(lines):
    assert list(PlannedVisit.objects.overdue(as_of=DAY)) == []
    assert list(PlannedVisit.objects.overdue(as_of=LATER)) == [lines["planned-visit"]]


# limitations


def test_a_remedy_is_ordered_and_stands_on_both_desks(lines, ha, units):
    row, unit = lines["limitation"], units["dich-vu-viec-lam"]
    row.order_remedy(by=ha, on=DAY, text="Lập lịch công khai", unit=unit, due_on=LATER)
    order = Instruction.objects.get()
    assert (order.unit, order.due_on, order.stream) == (unit, LATER, row.stream)
    assert list(Limitation.objects.overdue(as_of=LATER)) == []
    assert list(Limitation.objects.overdue(as_of=date(2026, 6, 2))) == [row]


def test_a_task_of_a_plan_is_a_remedy_too(lines, tuan, ha, units):
    plan = Plan.draw_up(
        by=tuan, on=DAY, programme="dan-chu", title="Kế hoạch", unit=units["so"], year=2026,
        coordinating_unit=units["van-phong"], from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    plan.add_task(by=tuan, on=DAY, ref="1", text="Lập lịch công khai", due=LATER,
                  time_kind="deadline", lead_unit=units["van-phong"])  # fmt: skip
    plan.issue(by=ha, on=DAY)
    plan.send_out(by=tuan, on=DAY, number="7", symbol="KH-S", dated_on=DAY)
    row = lines["limitation"]
    row.link_remedy(by=tuan, on=DAY, share=plan.shares.get())
    assert row.due_on == LATER
    assert "Lập lịch công khai" in row.remedy_words


def test_nothing_is_remedied_before_somebody_was_told_to(lines, ha, tuan, units):
    row = lines["limitation"]
    with pytest.raises(Refused, match="chưa giao việc khắc phục"):
        row.resolve(by=tuan, on=LATER, resolved_on=LATER, result="Xong")
    row.order_remedy(by=ha, on=DAY, text="Lập lịch", unit=units["van-phong"], due_on=LATER)
    row.resolve(by=tuan, on=LATER, resolved_on=LATER, result="Đã đăng đủ")
    assert (row.stage, row.due_on) == ("done", None)


# dialogues


def test_a_promise_is_followed_until_it_is_kept(lines, tuan, units):
    row = lines["dialogue"]
    promise = row.promise(by=tuan, on=DAY, text="Chi trả tại nhà", unit=units["lao-dong"],
                          due_on=LATER)  # fmt: skip
    late = Dialogue.objects.with_promises(row.promises.overdue(as_of=date(2026, 6, 2)))
    assert list(late) == [row]
    row.keep_promise(by=tuan, on=LATER, promise=promise, kept_on=LATER, result="Đã chi trả")
    assert list(row.promises.open()) == []


def test_a_question_is_answered_at_once_or_later(lines, tuan):
    row = lines["dialogue"]
    row.add_question(by=tuan, on=DAY, text="Khi nào chi trả?", answer="Ngày 5")
    asked = row.add_question(by=tuan, on=DAY, text="Vì sao chậm?")
    assert list(row.questions.unanswered()) == [asked]
    row.answer_question(by=tuan, on=LATER, question=asked, answer="Do thiếu danh sách")
    assert row.lacks_open_question()


# opinions and the Party


@pytest.mark.parametrize(
    ("text", "named"),
    [("Gọi 0912 345 678", True), ("Số 012345678901", True), ("ten@coquan.gov.vn", True),
     ("Năm 2026 có 1.250 người, Nghị định 131/2021/NĐ-CP", False), ("Mức 2.055.000 đồng", False)],
)  # fmt: skip
def test_a_number_of_somebody_is_seen(text, named):
    assert names_a_person(text) is named


def test_opinions_are_read_by_those_who_answer_for_them(lines, tuan, ha, khanh, mai):
    readers = [user for user in (tuan, ha, khanh, mai)
               if OpinionNote.objects.visible_to(user, on=DAY).exists()]  # fmt: skip
    assert readers == [tuan, ha, mai]  # Mai works in the unit that wrote it down


def test_figures_of_a_day_are_never_overwritten(lines, tuan, units):
    facts = {"programme": "dan-chu", "title": "Đảng bộ Sở", "unit": units["van-phong"],
             "cells": 8, "members": 140, "committee": 14}  # fmt: skip
    PartyFigures.note(by=tuan, on=LATER, from_on=LATER, **facts)
    newest = PartyFigures.objects.holding_on(LATER).first()
    assert (newest.members, PartyFigures.objects.holding_on(DAY).first().members) == (140, 135)
    with pytest.raises(IntegrityError), transaction.atomic():
        PartyFigures.note(by=tuan, on=LATER, from_on=DAY, **facts)
