"""The page of one indicator, beginning one, its steps, the papers it rests on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments import serve
from portal.people import head_of
from portal.planning import TaskUnit
from portal.statistics import REGISTRY
from portal.views.new import NewView
from portal.views.step import StepView
from reforms import indicator_rules as rules
from reforms.forms.indicator import NewIndicator
from reforms.models import Indicator, IndicatorEvidence
from reforms.models.indicator.projection import projected
from reforms.models.indicator.vocabulary import TREND, Verdict
from reforms.rules import sees_all
from reforms.views.indicator.lists import TONES
from reforms.views.pages import HOME, around

LIST = ("Chỉ tiêu", "/cai-cach/chi-tieu/")
INDICES = ("Chỉ số", "/cai-cach/chi-so/")
ASIDE = ("edit", "drop_target", "link_task", "close", "add_evidence")


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Indicator.objects.visible_to(request.user, on=on).judged(as_of=on)
    one = get_object_or_404(seen.select_related("unit", "officer", "parent"), code=code)
    values = list(
        one.values.standing().select_related("by", "prepared_by").prefetch_related("files__file")
    )
    targets = list(one.targets.select_related("indicator", "instrument"))
    told = sees_all(request.user, on=on) or rules.prepares(request.user, one, on=on)
    context = {
        "one": one,
        "area": one.area_words(on=on),
        "head": head_of(one.unit, on=on),
        "verdict": Verdict(one.verdict).label,
        "tone": TONES.get(one.verdict, ""),
        "goal": next((row for row in targets if row.pk == one.goal_pk), None),
        "targets": [(row, row.until_on is None or row.until_on >= on) for row in targets],
        "projection": projected(next_target(targets, on=on), values, most=one.most),
        "trend": trend_of(one, values[-TREND:]),
        "values": [with_rows(one, row) for row in reversed(values[-TREND:])],
        "parts": list(seen.filter(parent=one).select_related("unit")),
        "shares": list(
            TaskUnit.objects.visible_to(request.user, on=on)
            .filter(pk__in=one.tasks.values("pk"))
            .select_related("task", "unit", "body")
        ),
        **around(request.user, one, on=on, told=told, aside=ASIDE,
                 above=INDICES if one.family else LIST),
    }  # fmt: skip
    for share in context["shares"]:
        share.told = share.standing(as_of=on)
    return render(request, "reforms/indicator/detail.html", context)


def next_target(targets: list[Any], *, on: Any) -> Any:
    """The nearest one in force whose year is still to come."""
    ahead = [row for row in targets if row.until_on is None and row.year >= on.year]
    return ahead[0] if ahead else None


def trend_of(one: Indicator, values: list[Any]) -> dict[str, Any] | None:
    """Two points make a line; the target is the second one."""
    if len(values) < 2:
        return None
    goal = one.goal_value
    top = max([*(row.value for row in values), *([goal] if goal is not None else [])])
    return {
        "line": [max(float(row.value), 0) for row in values],
        "target": [float(goal)] * len(values) if goal is not None else [],
        "top": top,
        "ends": [values[0], values[-1]],
    }


def with_rows(one: Indicator, row: Any) -> dict[str, Any]:
    """A value that the portal counted opens the rows that make it up."""
    known = REGISTRY.get(one.figure)
    url = known.opens(row.stretch, **one.asked_of()) if known else ""
    return {"it": row, "url": url}


@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    on = timezone.localdate()
    seen = Indicator.objects.visible_to(request.user, on=on)
    rows = IndicatorEvidence.objects.filter(value__indicator__in=seen).select_related("file")
    return serve(get_object_or_404(rows, pk=pk).file)


class NewIndicatorView(NewView):
    may = staticmethod(rules.keeps)
    form_class = NewIndicator
    verb = staticmethod(Indicator.draw_up)
    crumbs = (HOME, LIST)
    here = "Lập chỉ tiêu"
    act = "Lập chỉ tiêu"
    said = "Đã lập {0.code}."


class IndicatorStepView(StepView):
    model = Indicator
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        one = self.subject
        above = INDICES if one.family else LIST
        return {"crumbs": [HOME, above, (one.code, one.get_absolute_url())]}
