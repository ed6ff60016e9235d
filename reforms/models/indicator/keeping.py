"""Verbs of whoever keeps the list of indicators and their targets."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.workflow import Refused, enter, take
from portal.working_days import days_after

BOOK = "CTI"


class Keeping:
    """What is followed, and how much is asked of it."""

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Lập chỉ tiêu; one that the portal counts has its past periods at once."""
        one: Any = cls(officer=by, **facts)
        with enter(one, "draw_up", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.values["name"] = one.name
        one.count_up(on=on)
        return one

    @classmethod
    @transaction.atomic
    def follow_index(cls, *, by: Any, on: date, family: str, unit: Any) -> Self:
        """Thêm chỉ số do cơ quan khác công bố, with its parts; what is there already stays."""
        from reforms.index_catalogue import of_family

        model: Any = cls
        known = {row.catalogued: row for row in model.objects.filter(family=family)}
        for node in of_family(family):
            if node.code not in known:
                known[node.code] = cls.draw_up(
                    by=by, on=on, name=node.name, unit_of_measure=node.measure, direction="tang",
                    scope=node.scope, area=node.area, frequency="nam", unit=unit,
                    source=node.told_source, family=family, catalogued=node.code, highest=node.most,
                    parent=known.get(node.above),
                )  # fmt: skip
        return known[family]

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa chỉ tiêu: how often and by which figure it is told stays once it has values."""
        with take(self, "edit", by=by, on=on) as taking:
            if self.values.exists() and (field := self.changed_measure(facts)):
                raise Refused("Chỉ tiêu đã có số liệu: lập chỉ tiêu mới để đổi kỳ, cách tính.",
                              field=field)  # fmt: skip
            self.put(facts)
            taking.values["name"] = self.name
        self.count_up(on=on)

    def changed_measure(self: Any, facts: dict[str, Any]) -> str:
        """The question whose answer would make earlier values mean something else."""
        names = ("frequency", "figure", "unit_of_measure")
        return next((name for name in names if facts.get(name) != getattr(self, name)), "")

    def set_target(self: Any, *, by: Any, on: date, **facts: Any) -> Any:
        """Đặt mục tiêu; earlier ones go on until somebody says that they do not."""
        with take(self, "set_target", by=by, on=on) as taking:
            self.refuse_beyond_measure(facts["value"])
            row = self.targets.create(by=by, **facts)
            taking.values["target"] = str(row)
            taking.values["source"] = row.source
            return row

    def drop_target(self: Any, *, by: Any, on: date, target: Any, reason: str) -> None:
        """Thôi dùng mục tiêu, from today."""
        with take(self, "drop_target", by=by, on=on) as taking:
            target.until_on = max(target.from_on, days_after(on, -1))
            target.dropped_because = reason
            target.save(update_fields=["until_on", "dropped_because"])
            taking.facts["target"] = target.pk
            taking.values.update(target=str(target), reason=reason)

    def link_task(self: Any, *, by: Any, on: date, share: Any) -> None:
        """Gắn nhiệm vụ cải thiện."""
        with take(self, "link_task", by=by, on=on) as taking:
            self.tasks.add(share)
            taking.facts["task"] = share.code

    def close(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Thôi theo dõi: what was measured stays."""
        with take(self, "close", by=by, on=on) as taking:
            self.closed_because = reason
            taking.values["reason"] = reason
