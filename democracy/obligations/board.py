"""T5–T9: what the inspection board owes, and what is owed to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy import statutes
from democracy.models import (
    BoardInspection,
    BoardRecommendation,
    BoardReport,
    BoardTerm,
    Conference,
)
from democracy.models.board.base import due_by
from democracy.models.board.inspection import Stage as InspectionStage
from democracy.models.board.recommendation import Stage as AskedStage
from democracy.models.board.term import Stage
from democracy.obligations.conference import MEET_APART, few_people
from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.periods import Half, Quarter, Regular, Year
from portal.working_days import days_after

MOST = 100
REPORTED_WITHIN = 10
"""Days after the period, set by the office: the decree names periods, no days."""
ROOM = "/dan-chu/thanh-tra-nhan-dan/"
"""Open to every reader of a duty; whoever sits on a board begins a term there."""
NEW_TERM = f"{ROOM}nhiem-ky/moi/"


def recognitions(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    rows = BoardTerm.objects.filter(unit__in=units, recognise_due__year=year)
    for row in rows.filter(unrecognised_because="").select_related("body"):
        yield Owed(
            f"Công nhận {row.body}", body=row.body, due=row.recognise_due,
            done_on=row.recognised_on, record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip
    by_id = {unit.pk: unit for unit in units}
    held = Conference.objects.filter(unit__in=units, held_on__year=year)
    for one in held.whose_board_is_unwritten():
        yield Owed(
            "Công nhận Ban được bầu: Ban chưa ghi kết quả bầu", by_id[one.unit_id],
            due=due_by("T5", one.held_on), record=one.code, url=one.get_absolute_url(),
        )  # fmt: skip


def notices(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Nobody but boards may know of an inspection before it is announced."""
    rows = BoardInspection.objects.filter(term__unit__in=units, notify_due__year=year)
    rows = rows.exclude(stage=InspectionStage.CALLED_OFF)
    for row in rows.select_related("term__body").order_by("notify_due", "pk")[:MOST]:
        yield Owed(
            f"Thông báo cuộc kiểm tra {row.code}", body=row.term.body, due=row.notify_due,
            done_on=row.notified_on, record=row.code, url=row.get_absolute_url(),
            readers=("inspection_board",) if row.stage == InspectionStage.PLANNED else (),
        )  # fmt: skip


def answers(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    by_id = {unit.pk: unit for unit in units}
    rows = BoardRecommendation.objects.filter(term__unit__in=units, due_on__year=year)
    rows = rows.exclude(stage=AskedStage.ASIDE).select_related("term")
    for row in rows.order_by("due_on", "pk")[:MOST]:
        yield Owed(
            f"Trả lời kiến nghị: {row.title}", by_id[row.term.unit_id], due=row.due_on,
            done_on=row.answered_on, record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip


def elections(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """A term that ends this year; a unit of more than seven people that has no board."""
    by_id = {unit.pk: unit for unit in units}
    terms = list(BoardTerm.objects.filter(unit__in=units).select_related("body"))
    held = {row.unit_id for row in terms if row.stage != Stage.ENDED}
    for row in terms:
        if row.ends_on and row.ends_on.year == year:
            yield Owed(
                f"Bầu {row.body} nhiệm kỳ mới", by_id[row.unit_id], due=row.ends_on,
                done_on=row.ended_on, record=row.code, url=row.get_absolute_url(),
            )  # fmt: skip
    small = few_people(units, before=year)
    for unit in units:
        if unit.kind in MEET_APART and unit.pk not in held | small:
            yield Owed("Bầu Ban Thanh tra nhân dân", unit, url=ROOM)


def reports(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Of every period that began in a running term's time."""
    terms = list(
        BoardTerm.objects.filter(unit__in=units, stage=Stage.RUNNING).select_related("body")
    )
    sent = {
        (row.term_id, row.from_on, row.to_on): row
        for row in BoardReport.objects.filter(term__in=terms, stage="sent", to_on__year=year)
    }
    for term in terms:
        for period in periods_of(year):
            if term.elected_on <= period.start <= as_of:
                done = sent.get((term.pk, *period.dates))
                yield Owed(
                    f"Báo cáo {period.label[:1].lower()}{period.label[1:]}", body=term.body,
                    due=days_after(period.end, REPORTED_WITHIN),
                    done_on=done.sent_on if done else None, record=done.code if done else "",
                    url=done.get_absolute_url() if done else "/dan-chu/thanh-tra-nhan-dan/",
                )  # fmt: skip


def periods_of(year: int) -> list[Regular]:
    quarters = [Quarter.of(year, number) for number in (1, 2, 3, 4)]
    return [*quarters, Half.of(year, 1), Year.of(year)]


def article(code: str) -> str:
    return statutes.RULES[code].versions[0].article


register(Duty("T5", "Công nhận Ban Thanh tra nhân dân", article("T5"), recognitions))
register(Duty("T6", "Thông báo cuộc kiểm tra của Ban", article("T6"), notices))
register(Duty("T7", "Trả lời kiến nghị của Ban trong 15 ngày", article("T7"), answers))
register(Duty("T8", "Bầu Ban Thanh tra nhân dân hai năm một lần", article("T8"), elections))
register(
    Duty(
        "T9",
        "Báo cáo của Ban Thanh tra nhân dân",
        "khoản 3 Điều 22 Nghị định 59/2023/NĐ-CP; số ngày do Sở đặt",
        reports,
    )
)
