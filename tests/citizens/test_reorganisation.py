"""A unit ends; what it left behind goes on elsewhere, with its number and its last days."""

from datetime import date

import pytest
import time_machine

from citizens.models import Case, Petition
from portal.history import events, verify
from portal.instructions import Instruction, instruct
from portal.office import setting
from portal.people import Position, Role, StandIn, Unit, User
from portal.reorganisation import Decision, close, merge, rehearsed, split
from portal.submissions import Line, Submission, submit
from portal.workflow import Refused
from tests.cast import client_of, person, place

ON = date(2026, 8, 3)


@pytest.fixture
def decision(quantri) -> Decision:
    return Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)


@pytest.fixture
def merit(units) -> Unit:
    return units["nguoi-co-cong"]


@pytest.fixture
def labour(units) -> Unit:
    return units["lao-dong"]


def lines(done, label) -> list[str]:
    return [line for group in done.moved if group["label"] == label for line in group["lines"]]


def test_a_case_keeps_its_number_clocks_and_officer(accepted, merit, labour, minh, decision):
    case = accepted()
    before = [(clock.rule, clock.started_on, clock.due) for clock in case.clocks.all()]
    merge([merit], into=labour, decision=decision)
    after = type(case).objects.get(code=case.code)
    assert (after.unit, after.officer, after.due_on) == (labour, minh, case.due_on)
    assert [(clock.rule, clock.started_on, clock.due) for clock in after.clocks.all()] == before


def test_an_assignment_and_an_event_say_since_when(accepted, merit, labour, decision):
    case = accepted()
    merge([merit], into=labour, decision=decision)
    first, second = case.assignments.all()
    assert (first.until, second.unit, second.since) == (ON, labour, ON)
    told = events(case.stream).last()
    assert (told.step, told.facts["from"]) == ("reorganise", "nguoi-co-cong")
    assert verify().intact


def test_the_protocol_names_numbers_and_last_days_alone(accepted, merit, labour, decision):
    case = accepted()
    done = merge([merit], into=labour, decision=decision)
    assert lines(done, "Vụ việc đang giải quyết") == [f"{case.code}, hạn 13/8/2026 – LĐVL"]
    assert case.title not in str(done.moved)


def test_what_is_closed_stays_with_the_old_unit(settled, merit, labour, decision):
    case = settled()
    case.end(on=date(2026, 8, 4))
    case.stage = "da-ket-thuc"
    case.save()
    merge([merit], into=labour, decision=decision)
    case.refresh_from_db()
    assert case.unit == merit


@pytest.fixture
def closed(settled):
    """A case of the old unit, closed before it ended; who settled it is gone meanwhile."""
    case = settled()
    case.end(on=date(2026, 7, 31))
    case.stage, case.officer = "da-ket-thuc", None
    case.save()
    return case


@pytest.fixture
def heirs(closed, merit, labour, units, decision) -> dict[str, User]:
    """Staff of the heir, one of them in a unit into which the heir ended later, and an outsider."""
    people = {name: person(name, name) for name in ("head", "officer", "clerk", "outsider")}
    place(people["head"], Role.HEAD, unit=labour)
    place(people["officer"], Role.OFFICER, unit=labour)
    place(people["outsider"], Role.OFFICER, unit=units["dich-vu-viec-lam"])
    merge([merit], into=labour, decision=decision)
    return people


@pytest.mark.parametrize(("who", "sees"), [("head", True), ("officer", True), ("outsider", False)])
def test_what_was_closed_is_seen_by_whoever_carries_the_work_on(who, sees, heirs, closed):
    user = heirs[who]
    assert Case.objects.visible_to(user, on=ON).filter(pk=closed.pk).exists() is sees
    letters = Petition.objects.visible_to(user, on=ON)
    assert not letters.filter(pk=closed.petition_id).exists()  # it stayed where letters are handled
    with time_machine.travel("2026-08-03 09:00+07:00", tick=False):
        browser = client_of(user)
        assert browser.get(closed.get_absolute_url()).status_code == (200 if sees else 404)
        page = browser.get("/vu-viec/?xem=tat-ca").content.decode()
        assert (closed.code in page) is sees


def test_it_is_seen_from_the_day_of_the_ending_on_and_changed_by_nobody(heirs, closed):
    officer, before = heirs["officer"], date(2026, 8, 2)
    assert not Case.objects.visible_to(officer, on=before).filter(pk=closed.pk).exists()
    case = closed.own_kind()
    for user in (officer, heirs["head"]):
        assert case.workflow.open_to(user, case, on=ON) == []


def test_the_line_of_heirs_may_be_long(heirs, closed, labour, units, quantri):
    later, last = date(2026, 9, 7), units["van-phong"]
    again = Decision("99/QĐ-UBND", date(2026, 8, 28), "Chủ tịch UBND tỉnh", later, quantri)
    newcomer = person("newcomer", "Newcomer")
    place(newcomer, Role.OFFICER, unit=last)
    merge([labour], into=last, decision=again)
    seen = Case.objects.visible_to(newcomer, on=later)
    assert seen.filter(pk=closed.pk).exists()
    assert not Case.objects.visible_to(newcomer, on=ON).filter(pk=closed.pk).exists()


def test_a_sealed_letter_moves_and_nobody_is_told(units, mai, quantri, office, decision):
    old, new = units["tiep-cong-dan"], units["van-phong"]
    bare = rehearsed(lambda: merge([old], into=new, decision=decision)).moved
    facts = {"received_on": date(2026, 7, 6), "channel": "buu_chinh", "envelope_no": "BM-1"}
    sealed = Petition.register_sealed(by=mai, on=date(2026, 7, 6), **facts)
    assert sealed.unit == old
    done = merge([old], into=new, decision=decision)
    sealed.refresh_from_db()
    assert sealed.unit == new
    assert done.moved == bare


def test_a_rehearsal_counts_and_changes_nothing(accepted, merit, labour, decision):
    case = accepted()
    told = rehearsed(lambda: merge([merit], into=labour, decision=decision))
    case.refresh_from_db()
    merit.refresh_from_db()
    assert len(lines(told, "Vụ việc đang giải quyết")) == 1
    assert (case.unit, merit.closed_on) == (merit, None)


def test_the_new_unit_handles_new_letters(letter, units, decision):
    merge([units["tiep-cong-dan"]], into=units["van-phong"], decision=decision)
    assert setting("petition_unit", as_of=ON) == "van-phong"
    assert setting("petition_unit", as_of=date(2026, 8, 2)) == "tiep-cong-dan"
    assert letter(date(2026, 8, 4)).unit == units["van-phong"]


def test_instructions_lines_and_stand_ins_go_along(units, ha, lan, minh, merit, labour, decision):
    instruct(by=ha, on=ON, text="Báo cáo.", unit=merit, due_on=date(2026, 8, 10))
    Line.objects.create(unit=merit, roles=["head", "deputy_director"])
    second = person("tam", "Hồ Văn Tâm", "man")
    place(second, Role.OFFICER, unit=merit)
    StandIn.objects.create(
        absent=minh.positions.get(), stand_in=second.positions.get(),
        from_on=date(2026, 7, 30), to_on=date(2026, 8, 7),
        decision_number="1/QĐ", decided_on=date(2026, 7, 29),
    )  # fmt: skip
    merge([merit], into=labour, decision=decision)
    assert Instruction.objects.get().unit == labour
    assert Line.roles_for(labour, "accept", on=ON) == ["head", "deputy_director"]
    assert Line.roles_for(merit, "accept", on=date(2026, 8, 2)) == ["head", "deputy_director"]
    assert User.objects.get(pk=second.pk).positions_on(ON)[1].standing_in
    assert User.objects.get(pk=second.pk).positions_on(date(2026, 8, 1))[1].standing_in


@pytest.fixture
def on_its_way(complaint, lan, binh, ha) -> Submission:
    """The acceptance, prepared by Lan, before the head of the petition unit."""
    case = complaint()
    accept = case.workflow["accept"]
    return submit(case, accept, by=lan, on=date(2026, 7, 7), payload={"a": 1})


def test_a_paper_before_the_old_head_lies_before_the_new(on_its_way, units, decision):
    new = person("hung", "Phan Văn Hùng", "man")
    head = place(new, Role.HEAD, unit=units["van-phong"])
    merge([units["tiep-cong-dan"]], into=units["van-phong"], decision=decision)
    on_its_way.refresh_from_db()
    assert on_its_way.reader == head
    assert on_its_way.line[0] == head.pk


def test_without_a_new_head_it_lies_before_the_next_reader(on_its_way, units, ha, decision):
    merge([units["tiep-cong-dan"]], into=units["van-phong"], decision=decision)
    on_its_way.refresh_from_db()
    assert on_its_way.reader.user == ha


def test_a_paper_that_nobody_could_sign_stops_the_act(on_its_way, units, decision):
    on_its_way.line = on_its_way.line[:1]
    on_its_way.save()
    with pytest.raises(Refused, match="giao chức vụ người đứng đầu"):
        merge([units["tiep-cong-dan"]], into=units["van-phong"], decision=decision)
    assert Unit.objects.get(code="tiep-cong-dan").closed_on is None


def test_split_by_field_and_person(accepted, feedback, units, merit, minh, fields, decision):
    case, other = accepted(), feedback()
    other.assign(by=person_of_head(units["lao-dong"]), on=date(2026, 7, 20), unit=merit)
    into = [units["lao-dong"], units["van-phong"]]
    split(
        merit, into=into, rest=into[1], staff={minh.positions.get().pk: into[1]},
        by_field={fields["nguoi-co-cong"].pk: into[0]}, decision=decision,
    )  # fmt: skip
    case.refresh_from_db()
    other.refresh_from_db()
    assert (case.unit, case.officer) == (into[0], None)
    assert other.unit == into[1]


def person_of_head(unit):
    user = person("dung2", "Tô Văn Dũng", "man")
    place(user, Role.HEAD, unit=unit)
    return user


def test_a_part_may_be_split_off(accepted, units, merit, minh, fields, decision):
    case = accepted()
    part = units["van-phong"]
    done = split(
        merit, into=[merit, part], rest=merit, staff={minh.positions.get().pk: part},
        by_field={fields["tre-em"].pk: part}, decision=decision,
    )  # fmt: skip
    case.refresh_from_db()
    merit.refresh_from_db()
    assert (case.unit, merit.closed_on) == (merit, None)
    assert lines(done, "Cán bộ đi cùng") == ["Chuyên viên: Đỗ Hoàng Minh – Văn phòng Sở"]


def test_who_waits_for_a_decision_holds_nothing(accepted, merit, labour, minh, decision):
    case = accepted()
    done = close(merit, heir=labour, staff={}, decision=decision)
    case.refresh_from_db()
    assert (case.unit, case.officer) == (labour, None)
    assert Position.objects.open(as_of=ON).filter(user=minh).count() == 0
    assert lines(done, "Chức vụ kết thúc, chờ quyết định khác") == ["Chuyên viên: Đỗ Hoàng Minh"]
