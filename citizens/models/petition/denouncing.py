"""Xử lý ban đầu: the envelope of a denunciation becomes a case of its own, by its own group."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import take

from ..denunciation import Denunciation
from ..vocabulary import Channel


class DenouncingSteps:
    """Of sealed petitions."""

    channel: str
    sealed: bool

    def examine(
        self,
        *,
        by: Any,
        on: date,
        level: int,
        category: str,
        denounced: list[str],
        contents: list[str],
        several_places: bool = False,
        overdue: bool = False,
        field: Any = None,
    ) -> Denunciation:
        """Opens the case under the envelope's own number, from the typed extract. Returns it."""
        with take(self, "examine", by=by, on=on):
            self.level, self.category, self.field = level, category, field
            return Denunciation.open_from(
                self,
                by=by,
                on=on,
                denounced=denounced,
                contents=contents,
                several_places=several_places,
                overdue=overdue,
            )

    @property
    def forwarded_here(self) -> bool:
        """Another body or the press sent it: it hears in twenty days (TC Đ26.2)."""
        return self.channel == Channel.FORWARDED

    def not_to_be_examined(self) -> str:
        if not self.sealed:
            return "đơn không ở sổ riêng."
        return "đã mở vụ việc tố cáo." if self.taken_up else ""

    def followed_by_case(self) -> str:
        return "theo dõi ở vụ việc tố cáo." if self.taken_up else ""

    @property
    def taken_up(self) -> bool:
        """A case has been opened: its steps tell the register, nobody types it."""
        return Denunciation.objects.filter(petition=self.pk).exists()  # type: ignore[attr-defined]
