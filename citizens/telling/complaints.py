"""Where a complaint is (Luật Khiếu nại): from the receipt to a decision in effect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from citizens import statutes
from citizens.models import PaperKind, Pause
from citizens.models.vocabulary import CaseStage, Level, Outcome
from portal.deadlines import compute
from portal.text import day, lower_first
from portal.working_days import calendar, days_after

from .answer import KEEP_THE_PAPERS, NOTHING_TO_DO, Stage, Where
from .facts import CaseFact, Story

STAGE = CaseStage
WORK = {
    STAGE.ACCEPTED: "xem xét, kiểm tra",
    STAGE.VERIFYING: "xác minh",
    STAGE.DIALOGUE: "chuẩn bị đối thoại",
    STAGE.VERIFIED: "xem xét kết quả xác minh",
    STAGE.SETTLED: "trình quyết định giải quyết",
}
"""What the unit is doing; anything else is not told before its paper has left the office."""

ENDED_AS: dict[str, str] = {
    STAGE.DECLINED: "Không thụ lý",
    STAGE.PASSED_UP: "Chuyển giải quyết lần hai",
}
AFTER_TERMINATION = (
    "Nếu vẫn muốn khiếu nại, ông/bà gửi đơn khiếu nại tiếp trong 30 ngày kể từ ngày có văn bản"
    " đình chỉ."
)


def where(story: Story) -> Where:
    case = story.case
    assert case is not None
    chosen: tuple[tuple[object, Callable[[Story, CaseFact], Where]], ...] = (
        (case.decided_on, decided),
        (case.stage == STAGE.PASSED_UP, passed_up),
        (case.closed_on and case.stage == STAGE.DECLINED, declined),
        (case.closed_on, terminated),
        (case.paused_from, paused),
        (case.accepted_on, accepted),
    )
    tell = next((tell for holds, tell in chosen if holds), received)
    return tell(story, case)


def received(story: Story, case: CaseFact) -> Where:
    return Where(
        heading="Sở đang xem xét đơn",
        sentence=f"Sở đã nhận đơn của ông/bà ngày {day(story.petition.received_on)}.",
        promise="Sở báo cho ông/bà biết có thụ lý hay không",
    )


def accepted(story: Story, case: CaseFact) -> Where:
    doing = WORK.get(STAGE(case.stage), "xem xét")
    if case.stage == STAGE.DIALOGUE and not story.dialogue:
        doing = WORK[STAGE.VERIFIED]
    return Where(
        heading=f"Đơn đã được thụ lý, đang {doing}",
        sentence=(
            f"Đơn của ông/bà được thụ lý ngày {day(the(case.accepted_on))};"
            f" {story.unit or 'Sở'} đang {doing}."
        ),
        promise=f"{case.settler} ra quyết định giải quyết",
        to_do=come_to_dialogue(story),
        rights=rights_when_late(story, case) if story.late else "",
    )


def rights_when_late(story: Story, case: CaseFact) -> str:
    """The second level is open from the end of the period on (KN Đ33.1)."""
    court = "khởi kiện vụ án hành chính tại Tòa án"
    late = "Đã quá thời hạn mà chưa có quyết định, ông/bà có quyền"
    if case.level == Level.SECOND or story.clock is None or story.clock.due is None:
        return f"{late} {court}."
    second = compute(
        statutes.RULES[case.procedure.limitation[1]],
        start=story.clock.due,
        **variants_of(case),
        calendar=calendar(),
    )
    return (
        f"{late} khiếu nại lần hai đến {case.next_settler} đến hết ngày {day(the(second.due))}"
        f" hoặc {court}."
    )


def variants_of(case: CaseFact) -> dict[str, Any]:
    """Discipline knows no places hard to reach, only dismissal."""
    discipline = case.procedure.dialogue_always
    return {"remote": case.remote and not discipline, "complex": case.procedure.dismissal}


def come_to_dialogue(story: Story) -> str:
    dialogue = story.dialogue
    if dialogue is None or dialogue.held_on:
        return NOTHING_TO_DO
    return f"Ông/bà đến dự đối thoại ngày {day(dialogue.planned_on)} tại {dialogue.place}."


def passed_up(story: Story, case: CaseFact) -> Where:
    return Where(
        heading="Khiếu nại được giải quyết ở lần hai",
        sentence=(
            "Lần đầu đã quá thời hạn mà chưa có quyết định; từ ngày"
            f" {day(the(case.closed_on))}, {case.next_settler} thụ lý giải quyết lần hai."
        ),
        to_do="Ông/bà tra cứu bằng mã trên thông báo thụ lý lần hai.",
    )


def paused(story: Story, case: CaseFact) -> Where:
    ground = f" vì {reason}" if (reason := pause_reason(case)) else ""
    return Where(
        heading="Việc giải quyết đang tạm dừng",
        sentence=(
            f"Việc giải quyết tạm dừng từ ngày {day(the(case.paused_from))}{ground}; thời gian này"
            " không tính vào thời hạn."
        ),
        to_do=(
            "Khi không còn lý do tạm dừng, ông/bà báo cho Sở biết; việc giải quyết được tiếp tục"
            " bằng văn bản."
        ),
    )


def pause_reason(case: CaseFact) -> str:
    if not case.pause_ground:
        return ""
    words = Pause.Ground(case.pause_ground).label.replace("Người khiếu nại", "ông/bà")
    return lower_first(words)


def declined(story: Story, case: CaseFact) -> Where:
    return Where(
        heading="Sở không thụ lý đơn",
        sentence=f"Sở không thụ lý đơn vì {lower_first(story.petition.ground)}.",
        to_do=KEEP_THE_PAPERS,
    )


def terminated(story: Story, case: CaseFact) -> Where:
    withdrawn = " vì ông/bà đã rút đơn" if case.outcome == Outcome.WITHDRAWN else ""
    return Where(
        heading="Sở đã đình chỉ giải quyết",
        sentence=(
            f"Sở đã đình chỉ giải quyết khiếu nại từ ngày {day(the(case.closed_on))}{withdrawn}."
        ),
        to_do=AFTER_TERMINATION,
    )


def decided(story: Story, case: CaseFact) -> Where:
    paper = story.paper(PaperKind.DECISION)
    number = f" số {paper.number}" if paper else ""
    verdict = f" Kết luận: {Outcome(case.outcome).label.lower()}." if case.outcome else ""
    return Where(
        heading="Đã có quyết định giải quyết",
        sentence=(
            f"{case.settler} đã ban hành Quyết định{number} ngày {day(the(case.decided_on))}."
            f"{verdict} {appeal(story, case)}"
        ),
        to_do=KEEP_THE_PAPERS,
        rights=effect_to_come(story, case),
    )


def appeal(story: Story, case: CaseFact) -> str:
    """The second complaint while it is open, the court always (KN Đ33, Đ44)."""
    since = effective_on(story)
    if case.level == Level.SECOND:
        return "Nếu không đồng ý, ông/bà có quyền khởi kiện vụ án hành chính tại Tòa án."
    if case.appealed:
        return f"Đã có khiếu nại lần hai đến {case.next_settler}; quyết định này chưa có hiệu lực."
    if since and since <= story.as_of:
        return (
            f"Quyết định có hiệu lực từ ngày {day(since)}. Nếu không đồng ý, ông/bà có quyền khởi"
            " kiện vụ án hành chính tại Tòa án."
        )
    second = statutes.RULES[case.procedure.limitation[1]].version_on(the(case.decided_on))
    days = f"{second.length_for(**variants_of(case))} ngày"
    return (
        f"Nếu không đồng ý, ông/bà có quyền khiếu nại lần hai đến {case.next_settler} trong {days}"
        f" kể từ ngày nhận được quyết định{until_when(story)}, hoặc khởi kiện vụ án hành chính tại"
        " Tòa án."
    )


def until_when(story: Story) -> str:
    """Counted from the day on which the decision was served, once that is known."""
    clock = story.clock_of(*statutes.APPEALING)
    return (
        f" (gửi ngày {day(clock.started_on)}: đến hết ngày {day(clock.due)})"
        if clock and clock.due
        else ""
    )


def effect_to_come(story: Story, case: CaseFact) -> str:
    since = effective_on(story)
    if since is None or since <= story.as_of or case.appealed:
        return ""
    unless = "" if case.level == Level.SECOND else " nếu không có khiếu nại lần hai"
    return f"Quyết định có hiệu lực từ ngày {day(since)}{unless}."


def effective_on(story: Story) -> date | None:
    clock = story.clock_of("KN_HIEU_LUC")
    return days_after(clock.due, 1) if clock and clock.due else None


def way(story: Story) -> list[Stage]:
    """What is past, where it is now, what comes; an early end leaves nothing to come."""
    case = story.case
    assert case is not None
    marks = [
        Stage("Sở nhận đơn", story.petition.received_on),
        Stage(*acceptance(case)),
        *pauses(story),
        Stage("Xác minh nội dung khiếu nại", case.found_on or case.decided_on),
        *dialogue(story),
        Stage("Quyết định giải quyết khiếu nại", case.decided_on),
    ]
    if case.closed_on and not case.decided_on:
        ended = ENDED_AS.get(case.stage, "Đình chỉ giải quyết")
        marks = [mark for mark in marks if mark.day] + [Stage(ended, case.closed_on)]
    return marked(marks)


def acceptance(case: CaseFact) -> tuple[str, date | None]:
    return ("Thông báo thụ lý" if case.accepted_on else "Xem xét thụ lý"), case.accepted_on


def pauses(story: Story) -> list[Stage]:
    """A pause that is still open has no date of its own, so that it is where things stand now."""
    clock = story.clock_of(*statutes.SETTLING)
    return [
        Stage(f"Tạm dừng, tiếp tục từ ngày {day(end)}", begin)
        if end
        else Stage(f"Tạm dừng từ ngày {day(begin)}")
        for begin, end in (clock.stretches if clock else ())
    ]


def dialogue(story: Story) -> list[Stage]:
    held = story.dialogue
    if held is None:
        return []
    note = "" if held.held_on else f"Ngày {day(held.planned_on)}, tại {held.place}"
    return [Stage("Đối thoại", held.held_on, note=note)]


def marked(stages: list[Stage]) -> list[Stage]:
    """Everything dated is past; the first that is not dated is now."""
    now = next((at for at, stage in enumerate(stages) if not stage.day), len(stages))
    return [
        Stage(
            stage.label, stage.day, "past" if stage.day else "now" if at == now else "", stage.note
        )
        for at, stage in enumerate(stages)
    ]


def the(known: date | None) -> date:
    assert known is not None
    return known
