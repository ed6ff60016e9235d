"""The conclusion: strengths, limits, and recommendations that become tasks of the unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.activities import Limitation
from portal.activities.entries import KEPT
from portal.activities.entries import Programme as OfEntry
from portal.activities.limitations import Source
from portal.people import Unit
from portal.planning import Plan
from portal.planning.plans import Programme
from portal.planning.records import done_with, waits_for
from portal.text import day
from portal.workflow import Refused, take

BY = "portal"


def link_remedies(plan: Plan, on: date) -> None:
    """The notice of conclusions was sent out: each task is the remedy of what it puts right."""
    visit = getattr(plan, "site_visit", None)
    advice = visit.advice.order_by("due_on", "pk") if visit else ()
    shares = {share.task.ref: share for share in plan.shares.select_related("task")}
    for number, row in enumerate(advice, start=1):
        limitation, share = row.limitation, shares.get(str(number))
        if limitation and share and limitation.stage == KEPT and not limitation.has_remedy():
            limitation.link_remedy(by=BY, on=on, share=share)


waits_for(Plan.Kind.CONCLUSION, link_remedies)


class Concluding:
    """Verbs of a conclusion."""

    def advise(
        self: Any, *, by: Any, on: date, text: str, due_on: date, limit: str = "", cause: str = ""
    ) -> Any:
        """Ghi kiến nghị, with its day; ``limit``: what it is to put right, and why it was so."""
        with take(self, "advise", by=by, on=on) as taking:
            if due_on < on:
                raise Refused("Hạn thực hiện không trước hôm nay.", field="due_on")
            taking.values["text"] = text
            return self.advice.create(text=text, due_on=due_on, limit=limit, cause=cause)

    def conclude(
        self: Any, *, by: Any, on: date, strengths: str, limits: str = "",
        prepared_by: Any = None, draft: str = "",
    ) -> None:  # fmt: skip
        """Kết luận: one signature for the conclusion and the tasks it gives the unit."""
        with take(self, "conclude", by=by, on=on, prepared_by=prepared_by) as taking:
            self.strengths, self.limits = strengths, limits
            self.concluded_on, self.concluded_by = on, by
            self.plan = self.tasks_of_advice(by=by, on=on)
            self.note_limitations(by=by, on=on)
            taking.facts["recommendations"] = self.advice.count()
            taking.values.update(strengths=strengths, limits=limits)
        self.answer_what_asked_for_it(on=on)

    def tasks_of_advice(self: Any, *, by: Any, on: date) -> Plan | None:
        """A notice of conclusions, signed; its tasks fall to the unit with number and date."""
        advice = list(self.advice.order_by("due_on", "pk"))
        if not advice:
            return None
        office = Unit.objects.get(kind=Unit.Kind.HEADQUARTERS, closed_on=None)
        plan = Plan.draw_up(
            by=by, on=on, kind=Plan.Kind.CONCLUSION, programme=Programme.DEMOCRACY,
            title=f"Kết luận {self.get_kind_display().lower()} tại {self.visited}"[:300],
            unit=self.visited if self.is_self else office, coordinating_unit=self.unit,
            year=on.year, from_on=on, to_on=max(date(on.year, 12, 31), advice[-1].due_on),
        )  # fmt: skip
        plan.cite(by=by, on=on, words=f"Biên bản làm việc ngày {day(self.met_on)}")
        for number, row in enumerate(advice, start=1):
            plan.add_task(
                by=by, on=on, ref=str(number), text=row.text, due=max(row.due_on, on),
                time_kind="deadline", lead_unit=self.visited,
            )  # fmt: skip
        plan.address_to(by=by, on=on, units=[self.visited])
        plan.issue(by=by, on=on, note=f"Kết luận {self.code}")
        return plan

    def note_limitations(self: Any, *, by: Any, on: date) -> None:
        """What was found wanting goes into the register; its remedy is the task."""
        source = Source.SELF if self.is_self else Source.VISIT
        for row in self.advice.exclude(limit=""):
            row.limitation = Limitation.note(
                by=by, on=on, programme=OfEntry.DEMOCRACY, title=row.limit, from_on=self.met_on,
                unit=self.visited, source=source, cause=row.cause,
            )  # fmt: skip
            row.save(update_fields=["limitation"])

    def answer_what_asked_for_it(self: Any, *, on: date) -> None:
        """The line of the programme is done; with its last visit the task that asked for visits."""
        result = f"Kết luận {self.code} ngày {day(on)}"
        if self.planned and self.planned.stage == "kept":
            self.planned.carry_out(by=BY, on=on, held_on=self.met_on, outcome=result)
        if self.share and not self.share.site_visits.to_come().exclude(pk=self.pk).exists():
            done_with(self.share, record=self.stream, product=result, result=self.title, on=on)
