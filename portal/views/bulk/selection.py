"""Which rows of a list were chosen, and which of them a step can be taken on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.http import QueryDict

from portal.filters import Asked, Reader, UnknownValue
from portal.forms import StepForm
from portal.registers import CODE
from portal.submissions import Submission
from portal.views.list import ListView
from portal.workflow import Step

LONGEST = 300
"""Signs in the address of the way back."""
MOST = 5_000
"""Rows that one act takes; whoever wants more narrows the list."""


@dataclass(frozen=True)
class Selection:
    """The marked rows, or all that match what the list was asked. What the reader may not see
    is not among them, whatever was sent."""

    here: ListView
    codes: Sequence[str]
    inside: str
    everything: bool

    @classmethod
    def read(cls, query: QueryDict, view: type[ListView], reader: Reader) -> Selection:
        """``so``: the marked ones; ``tat-ca``: all that ``loc`` asks for."""
        return cls(
            view.read_by(reader),
            [code for code in query.getlist("so")[:MOST] if CODE.fullmatch(code)],
            query.get("loc", ""),
            bool(query.get("tat-ca")),
        )

    @property
    def back(self) -> str:
        """The list as it was asked, where it knows what it was asked."""
        try:
            asked = Asked(self.here.listing, QueryDict(self.inside), self.here.reader).query()
        except UnknownValue:
            asked = ""
        address = f"{self.here.at}?{asked}"
        return address if asked and len(address) <= LONGEST else self.here.at

    def rows(self) -> Any:
        """Raises ``UnknownValue`` where the list does not know what it was asked."""
        found = self.here.visible
        if self.everything:
            asked = Asked(self.here.listing, QueryDict(self.inside), self.here.reader)
            return asked.narrowed(found)
        return found.filter(code__in=self.codes)

    def subjects(self) -> list[Any]:
        """One more than ``MOST`` where there are too many."""
        rows = self.rows().prefetch_related(*self.here.prefetched).order_by("pk")
        kind = self.here.visible.model
        joined = {"unit", "officer"} & {each.name for each in kind._meta.get_fields()}
        return [kind.of_kind(row) for row in rows.select_related(*joined)[: MOST + 1]]


ON_ITS_WAY = {
    "open": "Đã trình, đang chờ duyệt.",
    "handed_back": "Đã trả lại để hoàn thiện; mở từng dòng để trình lại.",
}


def goes_up(step: Step, subject: Any, user: Any, *, on: date) -> bool:
    """Who may not take the step but may prepare it puts it before the readers of the line."""
    takes = step.may_take(user, subject, on=on)
    return not takes and step.may_prepare(user, subject, on=on)


def kept_by_the_form(subjects: list[Any], name: str, reader: Reader) -> dict[Any, str]:
    return StepForm.of(subjects[0], name).left_out(subjects, on=reader.on) if subjects else {}


@dataclass(frozen=True)
class Sorted:
    """Those that will change, of them those that go up the line first, and the others by what
    keeps them from it."""

    ready: list[Any]
    rising: list[Any]
    kept: dict[str, list[Any]]

    @classmethod
    def by_step(cls, subjects: list[Any], name: str, reader: Reader) -> Sorted:
        found = cls([], [], {})
        left_out = kept_by_the_form(subjects, name, reader)
        for subject in subjects:
            step: Step = subject.workflow[name]
            why_not = step.missing(subject) or left_out.get(subject.pk, "")
            rises = goes_up(step, subject, reader.user, on=reader.on)
            if not why_not and not rises and not step.may_take(reader.user, subject, on=reader.on):
                why_not = step.rule.why_not
            if why_not:
                found.kept.setdefault(why_not, []).append(subject)
                continue
            found.ready.append(subject)
            if rises:
                found.rising.append(subject)
        found.leave_what_is_on_its_way(name)
        return found

    def leave_what_is_on_its_way(self, name: str) -> None:
        """What was put before a reader already is not put there twice."""
        if not self.rising:
            return
        open_now = Submission.objects.filter(step=name, state__in=("open", "handed_back"))
        known = dict(
            open_now.filter(stream__in=[each.stream for each in self.rising]).values_list(
                "stream", "state"
            )
        )
        for subject in [each for each in self.rising if each.stream in known]:
            self.ready.remove(subject)
            self.rising.remove(subject)
            self.kept.setdefault(ON_ITS_WAY[known[subject.stream]], []).append(subject)

    @property
    def mark(self) -> str:
        """Of what its reader was shown: other rows or other versions have another."""
        shown = "".join(f"{each.code} {each.version};" for each in self.ready)
        return sha256(shown.encode()).hexdigest()[:16]
