"""/dan-chu/ban-chi-dao/: committees of the office and of units, their versions and duties."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import committee_rules as rules
from democracy.forms.committee.composing import NewVersion
from democracy.models import CommitteeDuty, CommitteeMeeting, CommitteeVersion
from democracy.models.committee.alerts import alerts_of, programmes, seats_read, working_here
from democracy.views.pages import HOME, around
from portal.people import Unit
from portal.views.new import NewView
from portal.views.step import StepView

LIST = ("Ban Chỉ đạo", "/dan-chu/ban-chi-dao/")
MOST, LATEST = 60, 5
DONE = Q(plan__shares__finished_on__isnull=False, plan__shares__task=F("plan__tasks"))
ASIDE = ("change_seat", "remove_seat", "withdraw_duty", "attach_regulation", "end_committee")


@require_safe
def committees(request: HttpRequest) -> HttpResponse:
    on, user = timezone.localdate(), request.user
    works = rules.works_in_the_office(user, on=on)
    seen = CommitteeVersion.objects.visible_to(user, on=on).select_related("body", "unit")
    held = list(seen.in_force(as_of=on).prefetch_related(seats_read())[:MOST])
    plans = programmes(held, year=on.year)
    here = working_here(held, on=on)
    context = {
        "works_here": works,
        "begins": rules.begins(user, on=on),
        "rows": [
            {
                "version": row,
                "programme": plans.get(row.body_id),
                "alerts": alerts_of(row, programme=plans.get(row.body_id), here=here, on=on),
            }
            for row in sorted(held, key=lambda row: (row.unit.kind != "headquarters", str(row)))
        ],
        "drafts": list(seen.filter(stage="draft")[:MOST]),
        "without": units_without(held, on=on) if works else [],
        "crumbs": [HOME],
        "on": on,
    }
    return render(request, "democracy/committee/list.html", context)


def units_without(held: list[Any], *, on: date) -> list[Unit]:
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.DIVISION)
    return list(units.exclude(pk__in=[row.unit_id for row in held]).order_by("kind", "name")[:MOST])


def one_version(request: HttpRequest, code: str, *, on: date) -> Any:
    seen = CommitteeVersion.objects.visible_to(request.user, on=on)
    seen = seen.select_related("body", "unit", "officer", "regulation__issuer")
    return get_object_or_404(seen.prefetch_related(seats_read()), code=code)


@require_safe
def committee(request: HttpRequest, code: str) -> HttpResponse:
    on, user = timezone.localdate(), request.user
    version = one_version(request, code, on=on)
    all_seen = CommitteeVersion.objects.visible_to(user, on=on).filter(body=version.body_id)
    versions = list(all_seen.order_by("-valid_from", "-pk")[:MOST])
    now = in_force_among(versions, on=on)
    plan = programmes([version], year=on.year).get(version.body_id)
    here = working_here([version], on=on)
    alerts = alerts_of(version, programme=plan, here=here, on=on)
    aside = (*ASIDE, "note_decision") if version.reference else ASIDE
    told = rules.reads_alerts(user, version, on=on)
    context = {
        "version": version,
        "versions": versions,
        "is_now": version == now,
        "now": now,
        "programme": plan,
        "gone": {seat.pk for seat in version.read if seat.user_id and seat.user_id not in here},
        "alerts": alerts if version.stage != "ended" and (version == now or not now) else [],
        "meetings": meetings_of(version, user, on=on),
        **around(user, version, on=on, told=told, above=LIST, aside=aside),
    }
    return render(request, "democracy/committee/detail.html", context)


def in_force_among(versions: list[Any], *, on: date) -> Any:
    """``in_force``, of rows that were read already, the latest first."""
    begun = [row for row in versions if row.stage != "draft" and row.valid_from <= on]
    ended = not begun or (begun[0].ended_on is not None and begun[0].ended_on <= on)
    return None if ended else begun[0]


def meetings_of(version: Any, user: Any, *, on: date) -> list[CommitteeMeeting]:
    """The latest of the committee, whoever sat on it then; each with what was done of it."""
    seen = CommitteeMeeting.objects.visible_to(user, on=on).filter(version__body=version.body_id)
    seen = seen.select_related("version", "plan").annotate(
        tasks=Count("plan__tasks", distinct=True),
        done=Count("plan__tasks", filter=DONE, distinct=True),
    )
    return list(seen[:LATEST])


@require_safe
def duties(request: HttpRequest, code: str) -> HttpResponse:
    """Phân công nhiệm vụ thành viên: a sheet to print."""
    on = timezone.localdate()
    version = one_version(request, code, on=on)
    context = {
        "version": version,
        "printed_at": timezone.now(),
        "crumbs": [HOME, LIST, (version.code, version.get_absolute_url())],
    }
    return render(request, "democracy/committee/duties.html", context)


class NewVersionView(NewView):
    may, form_class, verb = rules.begins, NewVersion, CommitteeVersion.compose
    crumbs = (HOME, LIST)
    here, act = "Soạn thành phần", "Lưu dự thảo"
    said = "Đã soạn {0.code}: ghi thành viên rồi trình kiện toàn."

    def given(self) -> dict[str, Any]:
        return super().given() | {"initial": self.request.GET.dict()}


def mine(user: Any, *, on: date) -> list[CommitteeDuty]:
    """Tôi phụ trách: the reader's duties in committees in force."""
    held = CommitteeVersion.objects.in_force(as_of=on)
    rows = CommitteeDuty.objects.filter(seat__user=user, seat__version__in=held)
    rows = rows.select_related("seat__version__body").prefetch_related("fields", "units")
    return list(rows[:MOST])


class CommitteeStepView(StepView):
    model = CommitteeVersion
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
