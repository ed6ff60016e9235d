"""A second level and its first: linked by their vụ việc, the first ended by the second."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE

from ..models import Case
from ..models.vocabulary import CaseStage, Level
from .clocks import Built


def link_levels(built: Sequence[Built]) -> None:
    """The lines with a case: each second level points to the first of its matter."""
    second = [each.case for each in built if each.case and each.case.level == Level.SECOND]
    here = {each.case.matter_id: each for each in built if each.case and each.case not in second}
    matters = {case.matter_id for case in second}
    known = {case.matter_id: case for case in Case.objects.filter(matter__in=matters, level=1)}
    for case in second:
        if first := here.get(case.matter_id):
            case.first_case = first.case
            yield_in_file(first, case)
        elif earlier := known.get(case.matter_id):
            case.first_case = earlier
            yield_in_portal(earlier, case)


def yield_in_portal(first: Case, second: Case) -> None:
    if first.settling_unit_id:
        for on, decided in ended_by(second):
            first.own_kind().yield_to_second(on=on, decided=decided)


def yield_in_file(first: Built, second: Case) -> None:
    """As ``Case.yield_to_second``, on rows that are not written yet."""
    case: Any = first.case
    if case.settling_unit is None:
        return
    for on, decided in ended_by(second):
        if case.closed_on or (case.decided_on and not decided):
            continue
        case.stage = CaseStage.ENDED if decided else CaseStage.PASSED_UP
        case.closed_on, case.due_key = on, FAR_FUTURE
        for clock in first.clocks:
            if clock.item is case and clock.is_open:
                clock.stopped_on = on


def ended_by(second: Case) -> list[tuple[date, bool]]:
    """The days on which the second level was accepted, then decided."""
    days = ((second.accepted_on, False), (second.decided_on, True))
    return [(on, decided) for on, decided in days if on]
