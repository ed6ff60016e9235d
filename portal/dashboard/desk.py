"""/cong-viec/: what waits for whoever signed in, by position; every number opens its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens import desk as citizens
from citizens.rules import registers_petitions
from portal.dashboard.desk_words import PART_TITLES, TILES, duties_of, tile
from portal.instructions import Instruction
from portal.people import User
from portal.submissions import Reading, Submission
from portal.templatetags.navigation import works_for_citizens

FIRST = 8
"""So many of each are on the desk itself; the rest is behind its number."""


def desk(request: HttpRequest) -> HttpResponse:
    """Việc của tôi; ``?muc=`` opens the rows behind one number."""
    part = request.GET.get("muc", "")
    if part and part not in PART_TITLES:
        raise BadRequest("Không có mục việc này.")
    mine = Desk(request.user, timezone.localdate(), part)
    context = {
        "mine": mine,
        "part": part,
        "part_title": PART_TITLES.get(part, ""),
        "counts": {"desk": (mine.count, mine.late)} if mine.count else {},
    }
    template = "part" if part else "desk" if mine.works else "elsewhere"
    return render(request, f"portal/desk/{template}.html", context)


@dataclass
class Desk:
    """One reader's desk on one day; what is not shown is not asked for."""

    user: User
    on: date
    part: str = ""

    # who the reader is

    @cached_property
    def works(self) -> bool:
        return works_for_citizens(self.user, on=self.on)

    @cached_property
    def leads(self) -> bool:
        return self.user.holds("director", "deputy_director", as_of=self.on)

    @cached_property
    def numbers(self) -> bool:
        """Whether papers wait for this reader's number: the clerk's."""
        return self.user.holds("clerk", as_of=self.on)

    @cached_property
    def registers(self) -> bool:
        return registers_petitions(self.user, on=self.on)

    @property
    def duties(self) -> list[str]:
        return duties_of(self.user, on=self.on)

    @property
    def titles(self) -> list[str]:
        positions = self.user.positions_on(self.on)
        return [f"{row.printed_title}, {row.place}" for row in positions]

    @cached_property
    def circle(self) -> Q | None:
        return citizens.answers_for(self.user, on=self.on)

    # what waits

    @cached_property
    def submissions(self) -> list[Submission]:
        """To be read by the reader, or put on its way by him and not done with."""
        held = [row.pk for row in self.user.positions_on(self.on)]
        mine = Q(state="open", reader__in=held) | Q(
            prepared_by=self.user, state__in=("open", "handed_back")
        )
        last = Reading.objects.filter(submission=OuterRef("pk")).order_by("-pk")
        rows = Submission.objects.filter(mine).select_related("reader__user", "prepared_by")
        rows = list(rows.annotate(reason=Subquery(last.values("reason")[:1]))[: citizens.MOST])
        for row in rows:
            row.standing = citizens.standing(row.due_on, as_of=self.on)
            row.is_read_here = row.reader_id in held
        return rows

    @property
    def tray(self) -> list[Submission]:
        return [row for row in self.submissions if row.is_read_here]

    @property
    def handed_back(self) -> list[Submission]:
        return [row for row in self.submissions if row.state == "handed_back"]

    @property
    def on_their_way(self) -> list[Submission]:
        return [row for row in self.submissions if row.state == "open" and not row.is_read_here]

    @cached_property
    def instructions(self) -> list[Instruction]:
        """Open ones that the reader received, or gave."""
        received = Instruction.objects.for_user(self.user, on=self.on)
        rows = Instruction.objects.open().filter(
            Q(given_by=self.user) | Q(pk__in=received.values("pk"))
        )
        return list(rows.select_related("unit", "user", "given_by"))

    @property
    def unreported(self) -> list[Instruction]:
        return [row for row in self.instructions if not row.reported_on]

    @property
    def to_report(self) -> list[Instruction]:
        return [row for row in self.unreported if row.given_by_id != self.user.pk]

    @property
    def late_instructions(self) -> list[Instruction]:
        return [row for row in self.unreported if row.due_on < self.on]

    # work on petitions and cases

    @cached_property
    def work(self) -> list[citizens.Work]:
        """The reader's own; for whoever only answers for others, what is late or near there."""
        if not self.works:
            return []
        if self.circle is not None and self.part in citizens.PARTS:
            return citizens.work(self.user, on=self.on, circle=self.circle, part=self.part)
        return citizens.work(self.user, on=self.on, part=self.part)

    @cached_property
    def papers(self) -> list[citizens.Work]:
        return citizens.papers_to_number(on=self.on) if self.numbers else []

    @cached_property
    def registered(self) -> list[Any]:
        if not self.user.holds("clerk", "reception_officer", as_of=self.on):
            return []
        rows = citizens.registered_today(self.user, on=self.on)
        return list(rows.only("code", "title", "sealed", "received_on", "sender"))

    @property
    def to_do(self) -> list[citizens.Work]:
        """Làm trước: what has a next step for this reader, the nearest time limit first."""
        open_to_me = [each for each in [*self.papers, *self.work] if each.act]
        return sorted(open_to_me, key=lambda each: each.due_on)

    @cached_property
    def first_work(self) -> list[citizens.Work]:
        return (self.nearby if self.leads else self.to_do)[:FIRST]

    @cached_property
    def nearby(self) -> list[citizens.Work]:
        """For a leader, who has no petitions of his own: what is late where he answers."""
        return citizens.work(self.user, on=self.on, circle=self.circle, part="qua-han")

    @property
    def first_part(self) -> str:
        return "qua-han" if self.leads else "tat-ca"

    @property
    def first_count(self) -> int:
        return len(self.nearby if self.leads else self.to_do)

    @property
    def part_rows(self) -> list[Any]:
        rows = {
            "cho-ky": lambda: self.tray,
            "tra-lai": lambda: self.handed_back,
            "cho-nguoi-khac": lambda: self.on_their_way,
            "lay-so": lambda: self.papers,
            "hom-nay": lambda: self.registered,
            "tat-ca": lambda: [*self.handed_back, *self.to_do, *self.waiting],
        }
        return rows.get(self.part, lambda: self.work)()

    @property
    def waiting(self) -> list[citizens.Work]:
        """The reader's own that somebody else has to move."""
        return [each for each in self.work if not each.act]

    @cached_property
    def circle_counts(self) -> dict[str, int]:
        return {} if self.circle is None else citizens.counts(self.circle, on=self.on)

    @property
    def tiles(self) -> list[dict[str, Any]]:
        return [tile(name, self) for name in TILES if name in self.shown_tiles]

    @property
    def shown_tiles(self) -> tuple[str, ...]:
        if self.leads:
            return ("cho-ky", "qua-han", "sap-han", "chi-dao", "tam-dinh-chi")
        if self.numbers:
            return ("lay-so", "hom-nay", "qua-han", "sap-han", "tra-lai")
        first = ("cho-ky",) if self.circle is not None else ("moi-giao",)
        return (*first, "qua-han", "sap-han", "tra-lai", "tam-dinh-chi")

    # the number beside "Việc của tôi"

    @property
    def count(self) -> int:
        return len(self.tray) + len(self.handed_back) + len(self.to_do) + len(self.to_report)

    @property
    def late(self) -> bool:
        rows = [*self.tray, *self.to_do]
        return any(row.standing.late for row in rows) or bool(self.late_instructions)
