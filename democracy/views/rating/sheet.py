"""The page of a sheet, and the pages of its steps: one line at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy.models import ScoreEvidence, ScoreSheet
from democracy.models.rating.mark import Side
from democracy.views.pages import HOME
from democracy.views.rating.rows import course_of, groups_of
from portal.activities.limitations import Limitation, Source
from portal.attachments import serve
from portal.scoring.words import entered, how
from portal.views.planning.acts import acts_of, steps_for
from portal.views.scoring import LineStepView

RATING = ("Xếp loại", "/dan-chu/xep-loai/")
BY_LINE = {"self_score": Side.SELF, "appraise": Side.REVIEW, "adjust": Side.FINAL}
ASIDE = ("self_score", "appraise", "adjust", "state_condition", "ask_again", "appraise_again",
         "pass_over")  # fmt: skip
INSPECTED = (Source.VISIT, Source.SUPERIOR)
MOST_FINDINGS = 20
READ = ("round__criteria", "unit", "body", "person")


def crumbs_of(sheet: ScoreSheet) -> list[tuple[str, str]]:
    return [HOME, RATING, (sheet.round.code, sheet.round.get_absolute_url())]


def findings_of(sheet: ScoreSheet, user: Any, *, on: date) -> list[Limitation]:
    """What inspections found at the unit in the year, for whoever rates it to read.

    It changes no point by itself, and nobody's own sheet has any.
    """
    if sheet.unit_id is None or sheet.person_id is not None:
        return []
    seen = Limitation.objects.visible_to(user, on=on).kept().filter(source__in=INSPECTED)
    of_year = seen.filter(unit=sheet.unit_id, from_on__year=sheet.round.year)
    return list(of_year.order_by("-from_on", "-pk")[:MOST_FINDINGS])


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = ScoreSheet.objects.visible_to(request.user, on=on).select_related(*READ)
    sheet = get_object_or_404(seen.prefetch_related("conditions"), code=code)
    marks = sheet.marks_of()
    steps = steps_for(request.user, sheet, on=on, aside=ASIDE)
    open_names = {step.name for step in (*steps["open"], *steps["everyday"])}
    groups = groups_of(sheet, marks)
    context = {
        "sheet": sheet,
        "set": sheet.set,
        "groups": groups,
        "bare": sum(row.is_bare for each in groups for row in each["rows"]),
        "course": course_of(sheet, marks[Side.SELF], on=on),
        "result": sheet.result(sheet.points_at_the_end(marks)),
        "conditions": [
            (sheet.set.condition(row.code).words, row) for row in sheet.conditions.all()
        ],
        "findings": findings_of(sheet, request.user, on=on),
        "by_line": line_step(sheet, open_names),
        "others": [step for step in steps["everyday"] if step.name not in BY_LINE],
        "open": steps["open"],
        "closed": steps["closed"],
        "standing": sheet.standing(as_of=on),
        "told": acts_of(sheet.stream),
        "crumbs": crumbs_of(sheet),
        "on": on,
    }
    return render(request, "democracy/rating/sheet.html", context)


def line_step(sheet: ScoreSheet, open_names: set[str]) -> Any:
    """The one step that is taken line by line at this stage, if it is open to the reader."""
    name = next((name for name in BY_LINE if name in open_names), "")
    return sheet.workflow[name] if name else None


@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A paper that shows a line, for whoever sees the sheet."""
    seen = ScoreSheet.objects.visible_to(request.user, on=timezone.localdate())
    rows = ScoreEvidence.objects.select_related("file").filter(file__isnull=False, sheet__in=seen)
    return serve(get_object_or_404(rows, pk=pk).file)


class SheetStepView(LineStepView):
    """One step of a sheet; of those that score, one line of it."""

    model = ScoreSheet
    templates = "democracy/rating/step"
    by_line = BY_LINE

    def around(self) -> dict[str, Any]:
        sheet = self.subject
        context: dict[str, Any] = {
            "crumbs": [*crumbs_of(sheet), (sheet.code, sheet.get_absolute_url())]
        }
        return context | (self.around_line() if self.scores else {})

    def around_line(self) -> dict[str, Any]:
        """What is known of the line beside its form."""
        line = self.subject.set.lines[self.line]
        marks = self.subject.marks.filter(line=line.code).select_related("by").order_by("pk")
        return {
            "line": line,
            "how": how(line),
            "earlier": [(mark, entered(line, mark.entry)) for mark in marks],
            "papers": list(
                self.subject.evidence.filter(line=line.code).select_related("file", "share__task")
            ),
            "more": bool(self.following(self.line)),
        }
