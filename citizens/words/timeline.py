"""Diễn biến: what history and the clocks tell about a petition or a case, as one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import cycle
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from portal.documents.forms import FORMS
from portal.history import Event
from portal.people import User
from portal.prepared import PreparedRows
from portal.text import day, day_long, lower_first

from .. import statutes
from ..models.denunciation.vocabulary import TO_DENOUNCER, DenunciationPaperKind
from ..models.vocabulary import INTERNAL_PAPERS, PaperKind

TO_CITIZEN, INSIDE, CLOCK, PLAIN = "to-citizen", "inside", "clock", ""
FILTERS = (
    ("", "Tất cả"),
    ("gui-cong-dan", "Gửi công dân"),
    ("noi-bo", "Nội bộ"),
    ("thoi-han", "Thời hạn"),
)
TONES = {"gui-cong-dan": TO_CITIZEN, "noi-bo": INSIDE, "thoi-han": CLOCK}
ICONS = {TO_CITIZEN: "send", INSIDE: "note", CLOCK: "clock", PLAIN: "check"}
UP_THE_LINE = ("submit", "endorse", "approve", "hand_back")
COLLEAGUES_ONLY = (
    *UP_THE_LINE,
    "assign",
    "pass_on",
    "hand_paper",
    "take_paper",
    "tell_caller",
    "instruct",
    "answer_instruction",
    "close_instruction",
    "report_findings",
    "show_personal",
    "give_code",
    "flag",
    "lift_flag",
    "urge",
    "split",
    "record_reply",
)
READ_BY_CITIZEN = ("request_supplement", "answer", "serve", "publicise")
STREAMS = ("§ itself §", "§ its petition §")
"""Marks in the statement, for the streams that it is asked for."""

OTHERS = {"portal": "", "cong-dan": "Công dân"}
"""Who acts without an account."""


@dataclass(frozen=True)
class Entry:
    """One line; ``tone`` says for whose eyes it is."""

    on: date
    at: datetime | None
    title: str
    tone: str = PLAIN
    by: str = ""
    text: str = ""
    remark: str = ""
    files: tuple[tuple[str, str], ...] = field(default=())
    quiet: bool = False
    read_by: str = "Công dân đọc được"

    @property
    def icon(self) -> str:
        return ICONS[self.tone]

    @property
    def meta(self) -> str:
        """When, and on which paper."""
        written_down = timezone.localtime(self.at) if self.at else None
        hour = f"{written_down:%H:%M}, " if written_down and written_down.date() == self.on else ""
        return ". ".join(filter(None, [hour + day(self.on), self.remark]))


def entries(events: Iterable[Any], *, clocks: Iterable[Any], labels: dict[str, str]) -> list[Entry]:
    """Newest first. ``labels``: the steps' names, for what a submission was about."""
    told = [entry_of(event, labels) for event in events]
    told += [each for clock in clocks for each in entries_of(clock)]
    return sorted(told, key=lambda entry: (entry.on, *_moment(entry)), reverse=True)


def shown(told: list[Entry], only: str) -> list[Entry]:
    if not only:
        return [entry for entry in told if not entry.quiet]
    return [entry for entry in told if entry.tone == TONES[only]]


def tabs(told: list[Entry], only: str) -> list[dict[str, Any]]:
    """The filter: all, to the citizen, internal, deadlines, each with its count."""
    return [
        {"value": value, "label": label, "count": len(shown(told, value)), "here": value == only}
        for value, label in FILTERS
    ]


def events_of(*streams: str) -> list[Any]:
    """With the names of who did it; the opening of a case is told by its petition."""
    return told_once().read(dict(zip(STREAMS, cycle(streams), strict=False)))


@cache
def told_once() -> PreparedRows:
    """The events of one petition, or of a case and its petition."""
    rows = Event.objects.filter(stream__in=STREAMS).exclude(facts__has_key="petition")
    named = rows.annotate(by_name=_name_of("by"), prepared_name=_name_of("prepared_by"))
    whole = named.select_related("kept_values").order_by("pk")
    return PreparedRows(whole, dict.fromkeys(STREAMS, "text"))


def entry_of(event: Any, labels: dict[str, str]) -> Entry:
    return Entry(
        on=event.on,
        at=event.at,
        title=title_of(event, labels),
        tone=tone_of(event),
        by=event.by_name or OTHERS.get(event.by, event.by),
        text="\n".join(str(value) for value in event.values.values() if value),
        remark=f"{event.prepared_name} soạn trình" if event.prepared_name else "",
        read_by="Báo người tố cáo" if of_denunciation(event) else Entry.read_by,
    )


def of_denunciation(event: Any) -> bool:
    return event.stream.startswith("to-cao/")


def title_of(event: Any, labels: dict[str, str]) -> str:
    facts = event.facts
    if event.step == "send_out":
        kinds = DenunciationPaperKind if of_denunciation(event) else PaperKind
        title = FORMS[facts["form"]][0].title if facts.get("form") else kinds(facts["paper"]).label
        return f"Phát hành {lower_first(str(title))} số {facts['number']}, {_long(facts['dated'])}"
    if event.step in UP_THE_LINE[1:] and facts.get("of") in labels:
        return f"{event.label}: {labels[facts['of']]}"
    return event.label


def tone_of(event: Any) -> str:
    facts = event.facts
    if of_denunciation(event):
        return tone_of_denunciation(event)
    if event.step == "write":
        return TO_CITIZEN if facts.get("to_citizen") else INSIDE
    if event.step == "send_out":
        return INSIDE if facts.get("paper") in INTERNAL_PAPERS else TO_CITIZEN
    if event.step in READ_BY_CITIZEN:
        return TO_CITIZEN
    return INSIDE if event.step in COLLEAGUES_ONLY else PLAIN


def tone_of_denunciation(event: Any) -> str:
    """Whoever denounced reads no paper on the portal; of some one copy goes by post."""
    if event.step == "send_out":
        return TO_CITIZEN if event.facts.get("paper") in TO_DENOUNCER else INSIDE
    return INSIDE if event.step in COLLEAGUES_ONLY else PLAIN


def entries_of(clock: Any) -> list[Entry]:
    """A time limit starts; that it ended in time is said among the deadlines alone."""
    if clock.rule in statutes.WATCHED:
        return [Entry(clock.started_on, None, _watched(clock), CLOCK)]
    label = clock.term.label
    begun = f"Bắt đầu tính thời hạn {label}{f': hạn {day(clock.due)}' if clock.due else ''}"
    told = [Entry(clock.started_on, None, begun, CLOCK)]
    if clock.stopped_on:
        late = bool(clock.due and clock.stopped_on > clock.due)
        remark = f"Muộn hơn hạn {day(clock.due)}" if late else "Trong hạn"
        ended = f"Kết thúc thời hạn {label}"
        told.append(Entry(clock.stopped_on, None, ended, CLOCK, remark=remark, quiet=not late))
    return told


def _watched(clock: Any) -> str:
    until = f"ngày {day(clock.due)}" if clock.due else "ngày chưa tính được"
    if clock.rule in statutes.APPEALING:
        return f"Người khiếu nại có quyền khiếu nại lần hai đến hết {until}"
    return f"Quyết định có hiệu lực sau {until}"


def _name_of(column: str) -> Subquery:
    return Subquery(User.objects.filter(username=OuterRef(column)).values(name=F("full_name")))


def _moment(entry: Entry) -> tuple[bool, float]:
    """Within a day, what has an hour stands in its order; a clock follows the act that moved it."""
    return (entry.at is None, entry.at.timestamp() if entry.at else 0.0)


def _long(iso: str) -> str:
    return day_long(date.fromisoformat(iso))
