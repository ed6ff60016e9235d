"""The year's schedule: its list, a session planned by hand, posting, the notice to be printed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from citizens import rules
from citizens.forms.reception.sessions import PlanForm
from citizens.models import Reception, ReceptionPlace, ScheduleRule
from citizens.models.reception.vocabulary import ReceptionStage
from citizens.views.reception.arranging import (
    RECEPTION,
    SCHEDULE,
    YEARS,
    Arranging,
    FormPage,
    year_asked_for,
)
from citizens.words.reception import (
    head_of_month_missing,
    is_posted,
    late_posting,
    posting,
)
from portal import history
from portal.once import once
from portal.text import day, hour
from portal.working_days import calendar


def schedule(request: HttpRequest) -> HttpResponse:
    """Lịch tiếp công dân of one year: who receives when, and whether it was posted in time."""
    on = timezone.localdate()
    year = year_asked_for(request, on=on)
    sessions = list(Reception.objects.with_words().filter(date__year=year))
    arranges = rules.arranges_receptions(request.user, on=on)
    seen = Reception.objects.visible_to(request.user, on=on).filter(date__year=year)
    context = {
        "year": year,
        "years": [each for each in range(year - 1, year + 2) if each in YEARS],
        "parts": parts_of([(session, posting(session, on=on)) for session in sessions], on=on),
        "readable": set(seen.values_list("pk", flat=True)),
        "rules": list(ScheduleRule.objects.holding_in(year).select_related("place")),
        "next": next((row for row in sessions if is_to_come(row) and row.date >= on), None),
        "missing": head_of_month_missing(year, sessions) if sessions else [],
        "unposted": any(is_to_come(row) and not row.announced for row in sessions),
        "arranges": arranges,
        "crumbs": [RECEPTION],
    }
    return render(request, "citizens/reception/schedule.html", context)


def parts_of(rows: list[tuple[Any, Any]], *, on: Any) -> list[tuple[str, list[Any]]]:
    """What lies ahead stands first."""
    ahead = [row for row in rows if row[0].date >= on]
    past = [row for row in rows if row[0].date < on]
    return [part for part in (("Sắp tới", ahead), ("Đã qua", past[::-1])) if part[1]]


def is_to_come(session: Any) -> bool:
    return session.stage == ReceptionStage.PLANNED


def notice(request: HttpRequest) -> HttpResponse:
    """Thông báo lịch tiếp công dân: the sheet that is signed and put up."""
    on = timezone.localdate()
    year = year_asked_for(request, on=on)
    to_come = Reception.objects.with_words().to_come().filter(date__year=year, kind="dinh_ky")
    places = ReceptionPlace.objects.open(as_of=on)
    context = {
        "year": year,
        "on": on,
        "sessions": list(to_come),
        "places": [(place, place.hours_on(on)) for place in places.prefetch_related("seasons")],
        "crumbs": [RECEPTION, (f"Lịch năm {year}", f"{SCHEDULE[1]}?nam={year}")],
    }
    return render(request, "citizens/reception/notice.html", context)


def warn_of_late_posting(request: HttpRequest, session: Any, *, on: Any) -> None:
    """Nothing is refused: a day that was not posted in time is still received on."""
    posted_on = session.displayed_on or on
    if is_posted(session) and (words := late_posting(session.date, posted_on=posted_on)):
        messages.warning(request, words)


class Plan(FormPage):
    """Thêm buổi tiếp."""

    form_class = PlanForm

    def keep(self, form: Any) -> Any:
        return Reception.plan(by=self.request.user, on=self.on, **form.cleaned_data)

    def said(self) -> str:
        warn_of_late_posting(self.request, self.done, on=self.on)
        return f"Đã lên lịch tiếp công dân ngày {day(self.done.date)}."

    def next_address(self) -> str:
        return self.done.get_absolute_url()

    def around(self) -> dict[str, Any]:
        words = "Hằng tháng thì lập quy tắc; trang này dành cho buổi đột xuất, trực tuyến."
        return {
            "crumbs": [RECEPTION, SCHEDULE],
            "heading": "Thêm buổi tiếp",
            "section": SCHEDULE[0],
            "guidance": words,
            "act": "Lên lịch",
        }


class DrawUp(Arranging):
    """Lập lịch năm: twelve months of every rule are shown first, then written."""

    def get(self, request: HttpRequest) -> HttpResponse:
        year = year_asked_for(request, on=self.on)
        rows = self.rows(year)
        context = {
            "year": year,
            "rows": rows,
            "new": sum(1 for row in rows if row["new"]),
            "unsure": year not in calendar().years,
            "crumbs": [RECEPTION, (f"Lịch năm {year}", f"{SCHEDULE[1]}?nam={year}")],
        }
        return render(request, "citizens/reception/draw_up.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.write(year_asked_for(request, on=self.on)))

    def write(self, year: int) -> HttpResponse:
        written = [self.plan(row) for row in self.rows(year) if row["new"]]
        if written:
            messages.success(self.request, f"Đã ghi {len(written)} buổi tiếp vào lịch năm {year}.")
        else:
            messages.info(self.request, "Lịch đã đủ, không có buổi nào phải ghi thêm.")
        return redirect(f"{SCHEDULE[1]}?nam={year}")

    def plan(self, row: dict[str, Any]) -> Any:
        rule = row["rule"]
        names = ("unit", "place", "starts_at", "ends_at", "participants", "expected_content")
        facts = {name: getattr(rule, name) for name in names}
        return Reception.plan(
            by=self.request.user,
            on=self.on,
            rule=rule,
            date=row["due"].on,
            host_position=row["host"],
            **facts,
        )

    def rows(self, year: int) -> list[dict[str, Any]]:
        """Every day of every rule, in order of date; what is written already stays as it is."""
        holding = ScheduleRule.objects.holding_in(year).select_related("place", "unit")
        holding = holding.prefetch_related("turns__position__user")
        months = Reception.objects.with_words().filter(date__year=year, rule__in=holding)
        written = {(row.rule_id, row.date.month): row for row in months}
        rows = [
            self.row(rule, due, written.get((rule.pk, due.on.month)))
            for rule in holding
            for due in rule.days_in(year, calendar=calendar())
        ]
        return sorted(rows, key=lambda row: (row["due"].on, row["rule"].pk))

    def row(self, rule: Any, due: Any, written: Any) -> dict[str, Any]:
        return {
            "rule": rule,
            "due": due,
            "hours": f"{hour(rule.starts_at)} – {hour(rule.ends_at)}",
            "host": None if written else rule.host_on(due.on),
            "written": written,
            "past": due.on < self.on,
            "late": late_posting(due.on, posted_on=self.on),
            "new": written is None and due.on >= self.on,
        }


class DisplayYear(Arranging):
    """Niêm yết cả lịch: every session of the year that is not posted yet."""

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.display(year_asked_for(request, on=self.on)))

    def display(self, year: int) -> HttpResponse:
        rows = Reception.objects.to_come().filter(
            date__year=year, date__gte=self.on, announced=False
        )
        for session in (posted := list(rows)):
            session.display(by=self.request.user, on=self.on, displayed_on=self.on)
            warn_of_late_posting(self.request, session, on=self.on)
        messages.success(self.request, f"Đã niêm yết {len(posted)} buổi tiếp của năm {year}.")
        return redirect(f"{SCHEDULE[1]}?nam={year}")


def recorded_edit(row: Any, stream: str, *, request: HttpRequest, on: Any, label: str) -> None:
    """Tables of the schedule are edited in the open: who did it, on which row."""
    history.record(f"{stream}/{row.pk}", "edit", by=request.user.key, on=on, label=label)
