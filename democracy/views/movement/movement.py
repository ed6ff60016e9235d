"""The page of one movement, drawing one up, its steps."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import movement_rules as rules
from democracy.forms.movement import NewMovement
from democracy.models import Movement, Nomination
from democracy.views.pages import HOME, around
from portal.people import Unit
from portal.planning import TaskUnit
from portal.views.new import NewView
from portal.views.step import StepView

LIST = ("Phong trào thi đua", "/dan-chu/thi-dua/")
ASIDE = (
    "edit",
    "add_round",
    "plan_closing",
    "link_task",
    "link_movement",
    "withdraw",
    "note_result",
)
MOST_SHOWN, MOST_BESIDE = 200, 6


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Movement.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen.select_related("unit", "officer", "instrument"), code=code)
    enrolled = one.enrolments.standing()
    counts = enrolled.aggregate(
        all=Count("pk"), reached=Count("pk", filter=Q(reached=True)),
        told=Count("pk", filter=Q(result_on__isnull=False)),
        units=Count("unit", distinct=True),
    )  # fmt: skip
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS)
    told = rules.sees_all(request.user, on=on) or rules.prepares(request.user, one, on=on)
    awarded = Nomination.objects.visible_to(request.user, on=on).awarded().filter(movement=one)
    context = {
        "one": one,
        "counts": counts,
        "enrolments": list(enrolled.select_related("unit")[:MOST_SHOWN]),
        "absent": list(units.exclude(pk__in=enrolled.values("unit"))) if one.launched_on else [],
        "rounds": list(one.rounds.all()),
        "shares": list(
            TaskUnit.objects.visible_to(request.user, on=on)
            .filter(pk__in=one.tasks.values("pk")).select_related("task", "unit")
        ),
        "together": list(seen.filter(pk__in=one.together_with.values("pk"))),
        "beside": list(seen.at_the_same_time_as(one)[:MOST_BESIDE]) if told else [],
        "awarded": list(awarded.select_related("unit")[:MOST_SHOWN]),
        "quotas": [one.most_awarded(persons=False), one.most_awarded(persons=True)],
        "standing": one.standing(as_of=on),
        **around(request.user, one, on=on, told=told, above=LIST, aside=ASIDE),
    }  # fmt: skip
    return render(request, "democracy/movement/detail.html", context)


class NewMovementView(NewView):
    may, form_class, verb = rules.draws_up, NewMovement, Movement.draw_up
    crumbs = (HOME, LIST)
    here, act = "Lập phong trào thi đua", "Lập dự thảo"
    said = "Đã lập {0.code}."


class MovementStepView(StepView):
    model = Movement
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
