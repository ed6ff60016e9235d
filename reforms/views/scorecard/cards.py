"""The page of a card, what it lacks, its years; the pages of its steps, one line at a time."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments import serve
from portal.scoring import Criterion
from portal.scoring.words import entered, how
from portal.views.planning.acts import acts_of, steps_for
from portal.views.scoring import LineStepView
from reforms.losing import losses
from reforms.models import CardEvidence, Scorecard
from reforms.models.scorecard.card import IN_HAND
from reforms.models.scorecard.mark import Side
from reforms.proposals import counting_for, proposal_of
from reforms.scoring_years import years_of
from reforms.views.pages import HOME
from reforms.views.scorecard.criteria import SCORING
from reforms.views.scorecard.rows import groups_of

BY_LINE = {"self_score": Side.SELF, "appraise": Side.REVIEW, "appraise_again": Side.FINAL}
ASIDE = (*BY_LINE, "explain", "close_self_score", "close_explanation", "reopen_self_score",
         "reopen_explanation", "reopen_scoring")  # fmt: skip


def crumbs_of(card: Scorecard) -> list[tuple[str, str]]:
    return [HOME, SCORING, (card.campaign.code, card.campaign.get_absolute_url())]


def seen_card(request: HttpRequest, code: str) -> Scorecard:
    seen = Scorecard.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(seen.select_related("campaign__criteria", "unit"), code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    card = seen_card(request, code)
    marks = card.marks_of()
    steps = steps_for(request.user, card, on=on, aside=ASIDE)
    names = {step.name for step in (*steps["open"], *steps["everyday"])}
    groups = groups_of(card, marks)
    context = {
        "card": card,
        "set": card.set,
        "groups": groups,
        "bare": sum(row.is_bare for each in groups for row in each["rows"]),
        "result": card.result(marks),
        "lessened": set(card.lessened_by(marks)) if "explain" in names else (),
        "by_line": next((card.workflow[name] for name in BY_LINE if name in names), None),
        "others": [step for step in steps["everyday"] if step.name not in (*BY_LINE, "explain")],
        "open": steps["open"],
        "closed": steps["closed"],
        "in_hand": card.stage in IN_HAND,
        "locked": card.is_locked(as_of=on),
        "standing": card.standing(as_of=on),
        "told": acts_of(card.stream),
        "crumbs": crumbs_of(card),
        "on": on,
    }
    return render(request, "reforms/scorecard/card.html", context)


@require_safe
def lost(request: HttpRequest, code: str) -> HttpResponse:
    """What the card lacks as it stands today, and what would win it."""
    card = seen_card(request, code)
    rows = losses(card, card.marks_of(), counting_for(card))
    open_rows = [row for row in rows if row.points is None]
    context = {
        "card": card,
        "rows": rows,
        "known": len(rows) - len(open_rows),
        "lost": sum(row.lost for row in rows if row.points is not None),
        "open": len(open_rows),
        "open_points": sum(row.lost for row in open_rows),
        "crumbs": [*crumbs_of(card), (card.code, card.get_absolute_url())],
        "on": timezone.localdate(),
    }
    return render(request, "reforms/scorecard/lost.html", context)


@require_safe
def years(request: HttpRequest, code: str) -> HttpResponse:
    """The same unit's cards, year beside year."""
    on = timezone.localdate()
    card = seen_card(request, code)
    seen = Scorecard.objects.visible_to(request.user, on=on)
    context = {
        "card": card,
        "table": years_of(card, seen),
        "crumbs": [*crumbs_of(card), (card.code, card.get_absolute_url())],
        "on": on,
    }
    return render(request, "reforms/scorecard/years.html", context)


@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A paper that shows a line, for whoever sees the card."""
    seen = Scorecard.objects.visible_to(request.user, on=timezone.localdate())
    rows = CardEvidence.objects.select_related("file").filter(file__isnull=False, card__in=seen)
    return serve(get_object_or_404(rows, pk=pk).file)


class CardStepView(LineStepView):
    """One step of a card; of those that score or explain, one line of it."""

    model = Scorecard
    templates = "reforms/scorecard/step"
    by_line = {**BY_LINE, "explain": "explain"}

    def is_scored(self, line: Criterion) -> bool:
        if self.step.name == "explain":
            return line.code in self.lessened
        return super().is_scored(line)

    @property
    def lessened(self) -> list[str]:
        """Lines to be explained; without one, all: the page says then that there is nothing."""
        return self.subject.lessened() or list(self.subject.set.lines)

    @property
    def marks(self) -> Any:
        return self.subject.explanations if self.step.name == "explain" else super().marks

    def around(self) -> dict[str, Any]:
        card = self.subject
        context: dict[str, Any] = {
            "crumbs": [*crumbs_of(card), (card.code, card.get_absolute_url())]
        }
        return context | (self.around_line() if self.scores else {})

    def around_line(self) -> dict[str, Any]:
        """What is known of the line beside its form."""
        line = self.subject.set.lines[self.line]
        marks = self.subject.marks.filter(line=line.code).select_related("by").order_by("pk")
        papers = self.subject.evidence.filter(line=line.code)
        return {
            "line": line,
            "how": how(line),
            "proposed": proposal_of(self.subject, line),
            "earlier": [(mark, entered(line, mark.entry)) for mark in marks],
            "explained": self.subject.explanations.filter(line=line.code).first(),
            "papers": list(papers.select_related("file", "share__task")),
            "more": bool(self.following(self.line)),
            "today": self.on,
        }
