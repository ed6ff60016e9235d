"""While a step waits for a signature, what would make it impossible stays closed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from portal.submissions import Submission
from portal.workflow import Step

LEAVES_BY_ITSELF = ("resume",)
"""Steps whose next stage stands on the row, not in the table."""


class WaitsForSignature:
    """Of petitions and cases."""

    stage: str
    workflow: Any

    def steps_on_their_way(self) -> Collection[str]:
        """Names of the steps that readers have before them; a page has read them already."""
        known = vars(self).get("_steps_on_their_way")
        if known is not None:
            return known
        return [*Submission.objects.about(self).open().values_list("step", flat=True)]

    def know_steps_on_their_way(self, submissions: Collection[Any]) -> None:
        waiting = [row.step for row in submissions if row.state == Submission.State.OPEN]
        vars(self)["_steps_on_their_way"] = waiting

    def held_up(self, step: Step) -> str:
        """Which proposal has to be signed or taken back before this step, or ''."""
        if step.target is None and step.name not in LEAVES_BY_ITSELF:
            return ""
        waiting = [self.workflow[name] for name in self.steps_on_their_way() if name != step.name]
        ruled_out = next((other for other in waiting if self._rules_out(step, other)), None)
        return waits_for_signature(ruled_out) if ruled_out else ""

    def _rules_out(self, step: Step, other: Step) -> bool:
        stays_open = step.target in other.sources and step.target != self.stage
        return step.name in LEAVES_BY_ITSELF or not stays_open


def waits_for_signature(step: Step) -> str:
    return f"đề xuất {step.label} đang chờ ký, rút lại trước đã."
