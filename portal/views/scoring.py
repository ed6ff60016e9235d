"""Scoring a card line by line: each line is a page of its own, and works without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import BadRequest

from portal.forms import StepForm
from portal.scoring import Criterion, Part
from portal.views.step import StepView


def place_of(code: str) -> str:
    """The mark on the page to which a line's address leads."""
    return f"dong-{code.replace('.', '-')}"


class LineStepView(StepView):
    """One step of a card; of those that score, one line of it, then the next."""

    by_line: ClassVar[Mapping[str, str]]
    """step -> whose marks it makes."""

    @cached_property
    def line(self) -> str:
        """The line asked for, else the first one that this side has not scored."""
        asked = self.request.POST.get("line") or self.request.GET.get("line")
        if asked and asked not in self.lines:
            raise BadRequest("Phiếu điểm không có dòng này.")
        return asked or self.following("") or next(iter(self.lines))

    @cached_property
    def lines(self) -> list[str]:
        lines = self.subject.set.lines.values()
        return [each.code for each in lines if self.is_scored(each)]

    def is_scored(self, line: Criterion) -> bool:
        """Whether this step has a page for the line."""
        return self.step.name != "self_score" or not line.by_superior

    @property
    def scores(self) -> bool:
        return self.step.name in self.by_line

    @property
    def marks(self) -> Any:
        """Those that this step has made so far."""
        return self.subject.marks.filter(side=self.by_line[self.step.name])

    def following(self, code: str) -> str:
        """The next line without a mark of this side, from there on and round to the first."""
        done = set(self.marks.values_list("line", flat=True))
        at = self.lines.index(code) + 1 if code else 0
        order = [*self.lines[at:], *self.lines[:at]]
        needed = [each for each in order if self.subject.set.lines[each].part == Part.REGULAR]
        return next((each for each in needed if each not in done and each != code), "")

    @property
    def draft_name(self) -> str:
        return f"{super().draft_name}-{self.line}" if self.scores else super().draft_name

    def form(self, *data: Any, **options: Any) -> StepForm:
        if self.scores:
            options["line"] = self.line
        return super().form(*data, **options)

    def changed_meanwhile(self) -> bool:
        """Two who score different lines of one sheet do not stand in each other's way."""
        if not (self.scores and super().changed_meanwhile()):
            return super().changed_meanwhile()
        seen = self.request.POST.get("version", "")
        mark = self.marks.filter(line=self.line).first()
        return not seen.isdecimal() or bool(mark and mark.sheet_version > int(seen))

    def next_address(self) -> str:
        if not self.scores:
            return super().next_address()
        if "tiep" in self.request.POST and (code := self.following(self.line)):
            return f"{self.request.path}?line={code}"
        return f"{super().next_address()}#{place_of(self.line)}"
