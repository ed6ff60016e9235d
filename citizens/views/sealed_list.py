"""``/don/so-rieng/``: the book of denunciations, for their own group and whoever entered one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from portal.deadlines import FAR_FUTURE
from portal.filters import Choice, Listing, Order, Tab, equal_to, field_options
from portal.registers import CodeKey
from portal.views.list import ListView

from .. import rules
from ..models import Petition
from ..models.vocabulary import PetitionStage
from .desk_rows import standing_of
from .lists import DUE, OVERDUE, by_due, of_field, read_code

BY_FIELD = Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field)
BY_DAY_OR_NUMBER = (
    Order("nhan", "Ngày nhận", "received_on"),
    Order("so", "Số", "code", read=read_code, key=CodeKey),
)
OWN_BOOK = Listing(
    conditions=(
        BY_FIELD,
        Choice(
            "giai-doan",
            "Giai đoạn",
            "Mọi giai đoạn",
            lambda: PetitionStage.choices,
            equal_to("stage"),
        ),
        Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due),
    ),
    orders=(Order("han", "Hạn", "due_key"), *BY_DAY_OR_NUMBER),
    tabs=(OVERDUE, Tab("Tất cả")),
)
ENTERED = Listing((BY_FIELD,), BY_DAY_OR_NUMBER, tabs=(Tab("Tất cả"),), usual="-nhan")
"""For whoever only entered them: how they came, nothing of their course."""


class SealedList(ListView):
    """Sổ riêng: number, date, field, unit and envelope; nothing else is in the portal."""

    columns = (
        *("pk", "code", "received_on", "due_key", "stage", "handled_on"),
        *("field__name", "unit__name", "unit__short_name"),
        *("envelope_no", "envelope_place", "envelope_keeper"),
    )
    template = "citizens/petition/sealed_list.html"
    noun = "đơn"

    @property
    def reads_course(self) -> bool:
        return rules.keeps_denunciations(self.reader.user, on=self.reader.on)

    @property
    def listing(self) -> Listing:  # type: ignore[override]
        return OWN_BOOK if self.reads_course else ENTERED

    def answer(self) -> HttpResponse:
        registers = rules.registers_petitions(self.reader.user, on=self.reader.on)
        if not (self.reads_course or registers):
            raise Http404
        return super().answer()

    def rows(self) -> QuerySet:
        seen = Petition.objects.visible_to(self.reader.user, on=self.reader.on)
        return seen.filter(sealed=True)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [self.described(row) for row in found]

    def described(self, row: Mapping[str, Any]) -> dict[str, Any]:
        due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
        done_on = None if due_on else row["handled_on"]
        return {
            "code": row["code"],
            "received_on": row["received_on"],
            "field": row["field__name"],
            "unit": row["unit__short_name"] or row["unit__name"],
            "envelope_no": row["envelope_no"],
            "envelope_place": row["envelope_place"],
            "envelope_keeper": row["envelope_keeper"],
            "stage": PetitionStage(row["stage"]).label,
            "standing": standing_of(due_on, done_on, None, on=self.reader.on)
            if self.reads_course
            else None,
        }
