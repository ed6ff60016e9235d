"""Submissions as they lie on one desk: to be read, handed back, on their way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import OuterRef, Q, QuerySet, Subquery

from citizens.sheets.readers import ForReader
from portal.deadlines import Standing, standing
from portal.people import User
from portal.submissions import Reading, Submission, own_posts
from portal.working_days import calendar

MOST = 300


@dataclass(frozen=True)
class Slip:
    """Phiếu trình as one line: ``reason`` is why it was handed back."""

    submission: Submission
    standing: Standing
    read_here: bool
    reason: str


@dataclass
class Slips:
    """All that one reader has to do with, in one statement."""

    user: User
    on: date

    @cached_property
    def all(self) -> list[Slip]:
        held = [row.pk for row in self.user.positions_on(self.on)]
        return [self._slip(row, held) for row in slips_of(self.user, on=self.on)]

    def _slip(self, row: Submission, held: list[int]) -> Slip:
        stands = standing(row.due_on, as_of=self.on, calendar=calendar())
        reads = row.state == "open" and row.reader_id in held and self._in_person(row)
        return Slip(row, stands, reads, getattr(row, "why", "") or "")

    def _in_person(self, row: Submission) -> bool:
        return not row.in_person or row.is_read_by(self.user, on=self.on)

    @property
    def tray(self) -> list[Slip]:
        return [slip for slip in self.all if slip.read_here]

    @property
    def handed_back(self) -> list[Slip]:
        return [slip for slip in self.all if slip.submission.state == "handed_back"]

    @property
    def on_their_way(self) -> list[Slip]:
        return [slip for slip in self.all if slip.submission.state == "open" and not slip.read_here]


@ForReader
def slips_of(user: User, *, on: date) -> QuerySet[Submission]:
    held = [row.pk for row in user.positions_on(on)]
    own = own_posts(user, on=on)
    read = Q(reader__in=held, in_person=False) | Q(reader__in=own, in_person=True)
    mine = Q(state="open") & read | Q(prepared_by=user, state__in=("open", "handed_back"))
    last = Reading.objects.filter(submission=OuterRef("pk")).order_by("-pk")
    rows = Submission.objects.filter(mine).select_related("reader__user", "prepared_by")
    rows = rows.defer("payload", "draft").annotate(why=Subquery(last.values("reason")[:1]))
    return rows[:MOST]
