"""What is to be carried out, with its results laid on it."""

from __future__ import annotations

from typing import Any

from .gathered import lay_on


def lay_results_on(executions: list[Any], results: list[Any]) -> None:
    """Each thing to be done with what was done of it."""
    for row in executions:
        of_it = [each for each in results if each.execution_id == row.pk]
        for each in of_it:
            each.execution = row
        lay_on(row, "results", of_it)
