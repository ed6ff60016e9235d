"""What a board writes × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy import board_rules
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
)
from democracy.models.board.request import BoardRequests
from portal.people import Body
from portal.working_days import days_after
from tests.citizens.roles.people import HOME, NOBODY
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import (
    holds_contents,
    loosen,
    status,
    walk_of,
    works_in,
    wrong_answers,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
READERS = {"director", "deputy_director", "coordinator", "staff_representative"}
WALKERS = (
    *("director", "stand_in", "coordinator", "head", "deputy_head", "officer", "colleague"),
    *("head_elsewhere", "clerk", "administrator", "inspection_board", "staff_representative"),
    *("newcomer", NOBODY),
)
BOARD, ASKER = "inspection_board", "colleague"
PARTS = dict.fromkeys(
    ("purpose", "demands", "contents", "times", "funding", "carrying_out"), "Đủ phần"
)


WORDS = {
    "its board": lambda who: BOARD in roles(who),
    "staff representative": lambda who: "staff_representative" in roles(who),
    "head of its unit": lambda who: heads(who, HOME),
    "coordinator of a board that is gone": lambda who: False,
    "staff": lambda who: works_in(who, HOME),
    "–": lambda who: False,
}


def may(section: str, step: str, who: str) -> bool:
    taken, prepared = steps(section)[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def sees(section: str, kept_back: bool, who: str) -> bool:
    if BOARD in roles(who):
        return True
    if section == "Board requests":
        return who == ASKER
    told = bool(roles(who) & READERS) or works_in(who, HOME)
    return holds_contents(who) and told and not kept_back


def records(people, units) -> list:
    """(section, record) in each stage that somebody may act on."""
    by, on, unit = people[BOARD], TODAY(), units[HOME]
    term = BoardTerm.elect(by=by, on=on, body=Body.objects.get(kind=BOARD), unit=unit,
                           elected_on=on, staff=20, places=4)  # fmt: skip
    for who in ("officer", "colleague", "verifier"):
        term.fill_seat(by=by, on=on, user=people[who], since=on)
    of = {"by": by, "on": on, "term": term}
    draft = BoardProgramme.draw_up(**of, period_code=f"{on.year}", **PARTS)
    issued = BoardProgramme.draw_up(**of, period_code=f"{on.year}-q1", **PARTS)
    issued.issue(by=by, on=on)
    planned, notified = (
        BoardInspection.plan_inspection(
            **of, inspected=unit, title="Việc", plan="Cách làm", starts_on=days_after(on, 30),
            ends_by=days_after(on, 31),
        )
        for _ in range(2)
    )  # fmt: skip
    notified.notify(by=by, on=on, told_representative=True)
    asked, answered = (
        BoardRecommendation.send_recommendation(**of, title="Việc", received_on=on)
        for _ in range(2)
    )
    answered.answer_recommendation(by=people["head"], on=on, outcome="tiep-thu", answer="Đã làm")
    dates = {"kind": "nam", "from_on": on, "to_on": on, "label": "Năm nay"}
    found = [
        ("Board terms", term),
        *(("Board programmes", row) for row in (draft, issued)),
        *(("Board inspections", row) for row in (planned, notified)),
        *(("Board recommendations", row) for row in (asked, answered)),
        ("Board reports", BoardReport.compile_report(**of, **dates)),
    ]
    term.recognise(by=people["staff_representative"], on=on, recognised_on=on, recognition="1")
    request = BoardRequest.ask_board(by=people[ASKER], on=on, term=term, title="Việc", text="Lời")
    return [*found, ("Board requests", request)]


def cells(found):
    for section, record in found:
        record.refresh_from_db()
        kept_back = record.stage in type(record).kept_back
        for who in WALKERS:
            seen = sees(section, kept_back, who)
            yield who, "GET", record.get_absolute_url(), status(who, seen)
            for step in open_steps(record)[: None if seen else 1]:
                ready = not step.missing(record) and may(section, step.name, who)
                expected = status(who, seen, (302, 422) if ready else (409,))
                yield who, "POST", f"{record.get_absolute_url()}{step.path}/", expected


def open_steps(record) -> list:
    return [step for step in record.workflow if record.stage in step.sources]


walk = walk_of(records)


def faults(walk, **which) -> Iterator[str]:
    world, found = walk
    return wrong_answers(world, cells(found), **which)


@pytest.mark.parametrize("one_in", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in)) == []


def test_a_head_who_edits_the_boards_records_would_be_seen(walk, monkeypatch):
    """A planted defect: the head of the unit is let into the board's own steps."""
    loose = board_rules.on_its_board | board_rules.heads_its_unit
    for model, name in ((BoardInspection, "edit"), (BoardProgramme, "adjust")):
        loosen(monkeypatch, model, name, loose)
    assert any(fault.startswith("head ") for fault in faults(walk, only="dieu-chinh-chuong-trinh"))


def test_a_request_shown_to_leaders_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets that only the board and the sender know of it."""
    monkeypatch.setattr(BoardRequests, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="/de-nghi/"))


def test_an_inspection_known_before_it_is_announced_would_be_seen(walk, monkeypatch):
    """A planted defect: nothing is kept back."""
    monkeypatch.setattr(BoardInspection, "kept_back", ())
    world, found = walk
    planned = next(row for section, row in found if section == "Board inspections")
    assert world.ask("head", "GET", planned.get_absolute_url(), {}).status_code == 200


AT = "/dan-chu/thanh-tra-nhan-dan"
BEGUN = ("nhiem-ky/moi", "chuong-trinh/moi", "kiem-tra/moi", "kien-nghi/moi", "bao-cao/moi",
         "de-nghi/nhan-truc-tiep")  # fmt: skip


def test_nobody_else_begins_anything_in_the_boards_name(walk):
    world, _ = walk
    wrong = [
        f"{who} {method} {page}"
        for who in WALKERS
        for page in BEGUN
        for method, open_to in (("GET", (200,)), ("POST", (422,)))
        if world.ask(who, method, f"{AT}/{page}/", {"gui": "1"}).status_code
        not in status(who, BOARD in roles(who), open_to)
    ]
    assert wrong == []
