"""What a step's form does differently where the step is taken on many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any


class ForMany:
    """Of every form of a step; most are the same for many as for one."""

    @classmethod
    def left_out(cls, subjects: Sequence[Any], *, on: date) -> dict[Any, str]:
        """By id, why a row had better stay as it is though the step is open to it."""
        return {}

    def ask_for_many(self) -> None:
        """Only what is asked once for all of them; the rest each subject answers itself."""
