"""Who may receive, and where."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens.forms.choices import DatedChoice
from citizens.models import ReceptionPlace
from portal.people import Position

HOSTS = ("director", "deputy_director", "head")


class HostField(DatedChoice):
    """Người chủ trì: leaders of the office first, then heads of units."""

    code = "pk"

    def __init__(self, **options: Any) -> None:
        options = {"label": "Người chủ trì", "empty_label": "Chọn người chủ trì"} | options
        super().__init__(**options)

    def rows(self) -> Any:
        held = Position.objects.filter(role__in=HOSTS, unit__isnull=False, user__is_active=True)
        return held.select_related("user", "unit").order_by("role", "user__name_key")

    def open_on(self, day: date) -> None:
        order = {role: place for place, role in enumerate(HOSTS)}
        self.queryset = self.rows().open(as_of=day)
        self.choices = [("", self.empty_label)] if self.empty_label else []
        rows = sorted(self.queryset, key=lambda row: order[row.role])
        self.choices += [(row.pk, self.label_from_instance(row)) for row in rows]

    def label_from_instance(self, position: Any) -> str:
        where = "" if position.role != "head" else f", {position.unit.short}"
        return f"{position.printed_title} {position.user}{where}"


class PlaceField(DatedChoice):
    """Địa điểm tiếp."""

    code = "pk"

    def __init__(self, **options: Any) -> None:
        words = "Chưa có trong danh sách thì thêm ở Lịch tiếp công dân, mục Địa điểm, giờ tiếp"
        options = {
            "label": "Địa điểm",
            "empty_label": "Chọn địa điểm",
            "help_text": words,
        } | options
        super().__init__(**options)

    def rows(self) -> Any:
        return ReceptionPlace.objects.all()
