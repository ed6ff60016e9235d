"""Units down, tasks across: how far each is with each."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.planning import Task, TaskUnit
from portal.planning.shares import OPEN, Stage
from portal.text import day


def matrix_of(tasks: list[Task], *, on: date) -> dict[str, Any]:
    """Units down, tasks across; each cell leads to the share."""
    shares: list[Any] = list(
        TaskUnit.objects.filter(task__in=[task.pk for task in tasks]).select_related(
            "unit", "body", "task"
        )
    )
    cells: dict[Any, dict[int, Any]] = {}
    for share in shares:
        share.told = share.standing(as_of=on)
        share.brief = brief(share, on=on)
        cells.setdefault(share.place, {})[share.task_id] = share
    rows = [
        {
            "place": place,
            "cells": [owed.get(task.pk) for task in tasks],
            "done": sum(share.stage == Stage.DONE for share in owed.values()),
            "all": len(owed),
        }
        for place, owed in sorted(cells.items(), key=lambda pair: str(pair[0]))
    ]
    return {"tasks": tasks, "rows": rows}


def brief(share: Any, *, on: date) -> str:
    """Two or three words for a cell; the whole sentence is its title."""
    late = share.is_late(as_of=on)
    if share.stage == Stage.DONE:
        return "Xong, muộn" if late else "Xong"
    if share.stage not in OPEN:
        return share.get_stage_display()
    if share.due is None:
        return share.told.short
    return "Quá hạn" if late else day(share.due)
