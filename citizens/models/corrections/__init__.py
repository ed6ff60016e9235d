"""Đính chính and rút lại bước: what was entered or done wrongly is put right; the event stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal import history
from portal.deadlines import DeadlineError
from portal.permissions import is_head
from portal.text import day, upper_first
from portal.workflow import Refused, key_of, take

from .. import search_row
from ..vocabulary import PaperKind
from ..waiting import waits_for_signature
from .consequences import FOLLOWS
from .facts import FACTS, ON_PAPER_DATE, PAPER, SHARED_WITH_CASE, Fact, OnPaperDate, place_of
from .undoing import UNDO, reopen


class Corrections:
    """Both verbs for petitions and cases."""

    def correct(
        self, *, by: Any, on: date, fact: str, new: Any, reason: str, paper: Any = None
    ) -> None:
        """Đính chính one fact: dates stay in clear in the history, other values can be erased."""
        known = FACTS[fact]
        with take(self, "correct", by=by, on=on) as taking:
            old = self._put_right(known, new, paper=paper, on=on)
            change = [known.words(old), known.words(new)]
            taking.facts["fact"] = fact
            if known.in_clear:
                taking.facts["change"] = change
            else:
                taking.values["change"] = f"{known.label}: {change[0]} → {change[1]}"
            taking.values["reason"] = reason

    def _put_right(self, fact: Fact, new: Any, *, paper: Any, on: date) -> Any:
        letter, case = pair_of(self)
        row = place_of(fact, letter=letter, paper=paper)
        if row is None:
            raise Refused("Đơn không ghi người gửi nên không có gì để đính chính.")
        old = getattr(row, fact.name)
        if old == new:
            raise Refused("Nội dung mới giống nội dung đang ghi.", field="new")
        other = letter if case is self else case
        counted = other.counted() if other else {}
        setattr(row, fact.name, new)
        if follows := FOLLOWS.get(fact.name):
            follows(letter, case, old)
        if fact.name == "received_on":
            move_receipt(letter, case, old, on=on)
        if fact.name == "dated_on":
            move_paper(self, paper, old, on=on)
        row.save()
        self._carry_over(fact, letter, case)
        if other:
            other.recount(counted)
        return old

    def _carry_over(self, fact: Fact, letter: Any, case: Any) -> None:
        """The case repeats some facts of its letter; search knows both."""
        if fact.place == PAPER:
            return
        letter.sender = _sender(letter)
        for item in filter(None, (letter, case)):
            item.sender = letter.sender
            for name in SHARED_WITH_CASE:
                setattr(item, name, getattr(letter, name))
            item.save()
            search_row.index(item)

    def retract(self, *, by: Any, on: date, reason: str) -> None:
        """Rút lại bước: the last one, on its own day, by whoever did it or the head of the unit."""
        with take(self, "retract", by=by, on=on) as taking:
            last = last_move(history.events(self.stream))
            if sentence := not_retractable(self, last, by=by, on=on):
                raise Refused(sentence)
            self._void_papers(last.step, on=on)
            UNDO[last.step](self, last)
            reopen(self, last)
            taking.target = stage_before(last)
            taking.facts.update(of=last.step, seq=last.seq)
            taking.values["reason"] = reason

    def _void_papers(self, step: str, *, on: date) -> None:
        for paper in self.papers.filter(step=step, approved_on=on, voided_on=None):
            if paper.dated_on:
                raise Refused(f"{paper} đã phát hành nên không rút lại được; hãy đính chính.")
            paper.voided_on = on
            paper.save()


def pair_of(item: Any) -> tuple[Any, Any]:
    """The letter and its case, one of which is the item itself, both locked."""
    if item.stream_kind == "vu-viec":
        return item.petition.lock(), item
    case = getattr(item, "case", None)
    return item, case and case.own_kind().lock()


def move_receipt(letter: Any, case: Any, old: date, *, on: date) -> None:
    """The periods that ran from the wrong day run from the right one."""
    if sentence := impossible_receipt(letter, case, on=on):
        raise Refused(sentence, field="new")
    for item in filter(None, (letter, case)):
        for clock in item.clocks.open().filter(started_on=old):
            restart(clock, on=letter.received_on)
        item.refresh_due()


def restart(clock: Any, *, on: date) -> None:
    """A period that the law did not know on the right day never ran."""
    try:
        clock.correct_start(on=on)
    except DeadlineError:
        clock.delete()


def impossible_receipt(letter: Any, case: Any, *, on: date) -> str:
    new = letter.received_on
    if new > min(on, letter.registered_on):
        return f"Ngày nhận không được sau ngày vào sổ, {day(letter.registered_on)}."
    if letter.postmark_on and new < letter.postmark_on:
        return f"Ngày nhận không được trước ngày dấu bưu điện, {day(letter.postmark_on)}."
    if case and case.accepted_on and new > case.accepted_on:
        return f"Ngày nhận không được sau ngày thụ lý, {day(case.accepted_on)}."
    return ""


def move_paper(item: Any, paper: Any, old: date, *, on: date) -> None:
    """What the law attached to the wrong date of a paper moves to the right one."""
    new, moved = paper.dated_on, ON_PAPER_DATE.get(paper.kind, OnPaperDate())
    if new > on or new < item.received_on:
        raise Refused(
            f"Ngày văn bản phải từ ngày nhận đơn, {day(item.received_on)}, đến hôm nay.",
            field="new",
        )
    for name in moved.columns:
        setattr(item, name, new)
    for clock in item.clocks.open().filter(started_on=old, rule__in=moved.starts):
        restart(clock, on=new)
    move_pauses(item, paper, old)
    item.clocks.filter(stopped_on=old).update(stopped_on=new)
    item.refresh_due()


def move_pauses(item: Any, paper: Any, old: date) -> None:
    if paper.kind not in (PaperKind.SUSPENSION, PaperKind.RESUMPTION):
        return
    was, now = old.isoformat(), paper.dated_on.isoformat()
    for clock in item.clocks.open().exclude(pauses=[]):
        clock.change(pauses=[[now if end == was else end for end in ends] for ends in clock.pauses])


def last_move(events: Iterable[Any]) -> Any:
    """The last step of a stream's events that has not been retracted; None at the start."""
    latest_first = sorted(events, key=lambda event: -event.seq)
    undone = {event.facts.get("seq") for event in latest_first if event.step == "retract"}
    for event in latest_first:
        moved = "stage" in event.facts or event.step in UNDO
        if moved and event.step != "retract" and event.seq not in undone:
            return event
    return None


def stage_before(event: Any) -> str | None:
    """Where the step came from; None where it left the stage as it was."""
    return event.facts["stage"][0] if "stage" in event.facts else None


def not_retractable(item: Any, last: Any, *, by: Any, on: date) -> str:
    if last is None or stage_before(last) == "":
        return "Chưa có bước nào để rút lại."
    if "stage" in last.facts and last.facts["stage"][1] != item.stage:
        return "Việc này đã được làm tiếp ở vụ việc; rút lại ở trang của vụ việc."
    if waiting := [*item.steps_on_their_way()]:
        return upper_first(waits_for_signature(item.workflow[waiting[0]]))
    if last.step not in UNDO:
        return f"Bước “{last.label.lower()}” không rút lại được."
    if last.on != on:
        return f"Chỉ rút lại trong ngày; bước “{last.label.lower()}” làm ngày {day(last.on)}."
    if key_of(by) not in (last.by, last.prepared_by) and not is_head(by, item, on=on):
        return "Chỉ người đã làm bước này hoặc thủ trưởng đơn vị được rút lại."
    return ""


def _sender(letter: Any) -> str:
    first = letter.parties.first()
    return first.name if first else ""
