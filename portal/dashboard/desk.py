"""/cong-viec/: what waits for whoever signed in, by position; every number opens its rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens import desk as citizens
from citizens.rules import registers_petitions
from portal.dashboard.desk_duties import DeskDuties
from portal.dashboard.desk_orders import Orders
from portal.dashboard.desk_slips import Slip, Slips
from portal.dashboard.desk_tasks import DeskTasks
from portal.dashboard.desk_words import PART_TITLES, duties_of, tiles_of, titles_of
from portal.factors import Restoration, to_confirm
from portal.people import User
from portal.templatetags.navigation import works_for_citizens

FIRST = 8
"""So many of each are on the desk itself; the rest is behind its number."""


def desk(request: HttpRequest) -> HttpResponse:
    """Việc của tôi; ``?muc=`` opens the rows behind one number."""
    user, on, part = request.user, timezone.localdate(), request.GET.get("muc", "")
    if part and part not in PART_TITLES:
        raise BadRequest("Không có mục việc này.")
    mine = Desk(user, on, part)
    if part:
        context = {"mine": mine, "part_title": PART_TITLES[part], "rows": mine.rows()}
        return render(request, "portal/desk/part.html", context)
    context = {"mine": mine, "counts": {"desk": mine.count}}
    if not works_for_citizens(user, on=on):
        context |= {"duties": duties_of(user, on=on), "titles": titles_of(user, on=on)}
        return render(request, "portal/desk/elsewhere.html", context)
    context |= {
        "tiles": tiles_of(mine),
        "registers": registers_petitions(user, on=on),
        "leaves": citizens.leaves_told(user),
    }
    return render(request, "portal/desk/desk.html", context)


class Desk:
    """One reader's desk on one day; what is not shown is not asked for."""

    def __init__(self, user: User, on: date, part: str = "") -> None:
        self.user, self.on, self.part = user, on, part
        self.slips, self.orders = Slips(user, on), Orders(user, on)
        self.tasks, self.duties = DeskTasks(user, on), DeskDuties(user, on)
        self.leads = user.holds("director", "deputy_director", as_of=on)
        self.numbers = user.holds("clerk", as_of=on)
        self.receives = user.holds("reception_officer", as_of=on)
        self.enters = self.receives or self.numbers
        places = [row.role for row in user.positions_on(on) if row.unit_id]
        self.works_himself = not {*places} <= {"director", "deputy_director"}
        self.circle: Q | None = citizens.answers_for(user, on=on)

    @cached_property
    def work(self) -> list[citizens.Work]:
        """Petitions and cases of the reader; behind a number of a wider circle, those of it."""
        if not (works_for_citizens(self.user, on=self.on) and (self.part or self.works_himself)):
            return []
        wider = self.circle is not None and self.part in citizens.PARTS
        rows = citizens.work(self.user, on=self.on, wider=wider, part=self.part)
        if wider:
            return rows
        owed = (citizens.visits_owed, citizens.data_requests_owed)
        beside = (each(self.user, on=self.on, part=self.part) for each in owed)
        return [*rows, *(row for told in beside for row in told)]

    @cached_property
    def late_around(self) -> list[citizens.Work]:
        """For a leader, who has no petitions of his own: the latest of what he answers for."""
        return citizens.work(self.user, on=self.on, wider=True, part="qua-han", most=FIRST)

    @cached_property
    def around(self) -> dict[str, int]:
        return {} if self.circle is None else citizens.counts(self.user, on=self.on)

    @cached_property
    def papers(self) -> list[citizens.Work]:
        return citizens.papers_to_number(on=self.on) if self.numbers else []

    @cached_property
    def sessions(self) -> list[citizens.Work]:
        """Sessions of reception to be posted, notices about them to be numbered."""
        return citizens.sessions_to_do(self.user, on=self.on)

    @cached_property
    def restorations(self) -> list[Restoration]:
        """Accounts that open again only on the reader's word."""
        return to_confirm(self.user, on=self.on)

    @cached_property
    def denunciations(self) -> list[citizens.Work]:
        """Beside the rest: in no number, no reminder, no list of all that waits."""
        return citizens.denunciations_at_hand(self.user, on=self.on)

    def papers_of_part(self) -> list[citizens.Work]:
        """A paper that waits too long is as late as what it belongs to."""
        wanted = {"qua-han": "late", "sap-han": "soon"}.get(self.part)
        return [each for each in self.papers if each.standing.kind == wanted]

    @cached_property
    def registered(self) -> list[Any]:
        return list(citizens.registered_today(self.user, on=self.on)) if self.enters else []

    @property
    def to_do(self) -> list[citizens.Work]:
        """Làm trước: what has a next step for this reader, the nearest time limit first."""
        open_to_me = [each for each in [*self.papers, *self.sessions, *self.work] if each.act]
        return sorted(open_to_me, key=lambda each: each.due_on)

    @property
    def waiting(self) -> list[citizens.Work]:
        """The reader's own that somebody else has to move."""
        return [each for each in self.work if not each.act]

    @property
    def first(self) -> dict[str, Any]:
        """The list that the desk opens with, and the address of all of it."""
        if self.leads:
            rows, count, part = self.late_around, self.around["qua-han"], "qua-han"
        else:
            rows, count, part = self.to_do, len(self.to_do), "tat-ca"
        return {"rows": rows[:FIRST], "count": count, "part": part}

    def rows(self) -> dict[str, list[Any]]:
        """What lies behind the number that was asked for."""
        slips: dict[str, Callable[[], list[Slip]]] = {
            "cho-ky": lambda: self.slips.tray,
            "tra-lai": lambda: self.slips.handed_back,
            "cho-nguoi-khac": lambda: self.slips.on_their_way,
            "tat-ca": lambda: self.slips.handed_back,
        }
        works: dict[str, Callable[[], list[citizens.Work]]] = {
            "lay-so": lambda: self.papers,
            "tat-ca": lambda: [*self.to_do, *self.waiting],
            **{part: lambda: [*self.papers_of_part(), *self.work] for part in citizens.PARTS},
        }
        petitions = self.registered if self.part == "hom-nay" else []
        none: Callable[[], list[Any]] = list
        return {
            "slips": slips.get(self.part, none)(),
            "works": works.get(self.part, none)(),
            "petitions": petitions,
        }

    @property
    def count(self) -> tuple[int, bool]:
        """The number beside "Việc của tôi", and whether some of it is late."""
        waiting: list[Any] = [*self.slips.tray, *self.slips.handed_back, *self.to_do]
        late = any(row.standing.late for row in waiting)
        orders = self.orders.to_report
        number = len(waiting) + len(orders) + len(self.restorations)
        return number, late or any(row.due_on < self.on for row in orders)
