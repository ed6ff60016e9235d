"""A list of a programme, with its three different empty pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from portal.filters import Order, Page
from portal.planning.rules import works_here
from portal.registers import CodeKey
from portal.views.list import ListView
from portal.views.planning.lists import NO_RIGHT, no_match

BY_CODE = (Order("so", "Số", "code", read=str, key=CodeKey),)


class OwnList(ListView):
    """Nothing yet, nothing matches, no right to see."""

    model: Any
    beside: tuple[str, ...] = ()
    """What is read with each row, where whole rows are shown."""
    nothing: Mapping[str, str]
    begins: Any

    def rows(self) -> QuerySet:
        return self.model.objects.visible_to(self.reader.user, on=self.reader.on)

    def wholes(self, found: Iterable[Mapping[str, Any]], *, running: Any = ()) -> list[Any]:
        """The rows themselves, each told how it stands while its stage is one of those."""
        kept = self.model.objects.select_related(*self.beside).in_bulk([row["pk"] for row in found])
        rows = [kept[row["pk"]] for row in found]
        for row in rows if running else ():
            row.told = row.standing(as_of=self.reader.on) if row.stage in running else None
        return rows

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        begins = self.begins and self.begins(self.reader.user, on=self.reader.on)
        return shown | {
            "begins": begins,
            "works_here": works_here(self.reader.user, on=self.reader.on),
            "empty": None if found.rows else self.empty(shown["tabs"], begins=begins),
        }

    def empty(self, tabs: Iterable[Mapping[str, Any]], *, begins: bool) -> Mapping[str, str]:
        if not works_here(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if any(tab["found"] for tab in tabs):
            return no_match("Không có dòng nào khớp")
        nothing = dict(self.nothing)
        return nothing if begins else {**nothing, "url": "", "act": ""}
