"""A day off entered late moves the last days of what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from portal import history
from portal.text import day, lower_first
from portal.workflow import Moving
from portal.working_days import Calendar, calendar


class MovedByCalendar:
    """Of petitions, cases and visits, whose rows keep the nearest of their last days."""

    _base_manager: ClassVar[Any]
    clocks: ClassVar[Any]

    @classmethod
    def moving(cls, other: Calendar) -> list[Moving]:
        return [
            Moving(owner.code, clock.term.label, clock.due, after, is_sealed(owner))
            for clock, owner, after in cls._clocks_moved_by(other)
        ]

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        owners = {owner.pk for _, owner, _ in cls._clocks_moved_by(calendar())}
        for item in cls._base_manager.filter(pk__in=owners).order_by("pk"):
            item.lock()
            before = {clock.pk: clock.due for clock in item.clocks.open()}
            moved = item.clocks.all().reckon()
            item.refresh_due()
            item.save(update_fields=["due_key"])
            tell(item, [(clock, before[clock.pk]) for clock in moved], by=by, on=on)

    @classmethod
    def _clocks_moved_by(cls, other: Calendar) -> Iterator[tuple[Any, Any, date]]:
        """The clock, whose it is, its new last day."""
        owner = cls.clocks.field.name
        running = cls.clocks.rel.related_model.objects.running().filter(
            **{f"{owner}__isnull": False}
        )
        for clock in running.select_related(owner).order_by("pk"):
            if (after := clock.due_under(other)) != clock.due:
                yield clock, getattr(clock, owner), after


def is_sealed(owner: Any) -> bool:
    letter = getattr(owner, "petition", None)
    return getattr(owner, "sealed", False) or getattr(letter, "sealed", False)


def tell(item: Any, moved: list[tuple[Any, date]], *, by: str, on: date) -> None:
    for clock, before in moved:
        history.record(
            item.stream,
            "move_deadline",
            by=by,
            on=on,
            label=f"Lịch làm việc thay đổi: hạn {lower_first(clock.term.label)}"
            f" chuyển từ {day(before)} sang {day(clock.due)}",
            facts={"rule": clock.rule, "due": [before, clock.due]},
        )
