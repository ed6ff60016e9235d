"""Đưa vào, đưa ra khỏi diện theo dõi: with a day, a reason and somebody who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.people import User
from portal.workflow import Refused, Step, take

from .. import rules
from .flag import Flag


def flag_steps(stages: Sequence[str]) -> tuple[Step, ...]:
    """At every stage: a case can stay a hot spot after its decision."""
    stages = tuple(stages)
    return (
        Step("flag", "đưa vào diện theo dõi", stages, None, rules.flags),
        Step(
            "lift_flag",
            "đưa ra khỏi diện theo dõi",
            stages,
            None,
            rules.flags,
            needs=(lambda case: case.no_open_flag(),),
        ),
    )


class Flagged:
    """Of cases."""

    flags: Any

    def flag(self, *, by: Any, on: date, kind: str, reason: str, answerable: User) -> None:
        with take(self, "flag", by=by, on=on) as taking:
            if self.flags.filter(kind=kind, lifted_on=None).exists():
                label = Flag.Kind(kind).label.lower()
                raise Refused(f"Vụ việc đang trong diện {label}.", field="kind")
            self.flags.create(kind=kind, since=on, reason=reason, answerable=answerable, by=by)
            taking.facts.update(kind=kind, answerable=answerable.key)
            taking.values["reason"] = reason

    def lift_flag(self, *, by: Any, on: date, flag: Flag, reason: str) -> None:
        with take(self, "lift_flag", by=by, on=on) as taking:
            flag.lifted_on, flag.lifted_by, flag.lift_reason = on, by, reason
            flag.save()
            taking.facts["kind"] = flag.kind
            taking.values["reason"] = reason

    def no_open_flag(self) -> str:
        open_flags = [flag for flag in self.flags.all() if flag.lifted_on is None]
        return "" if open_flags else "vụ việc không trong diện nào."
