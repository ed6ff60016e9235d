"""``/tiep-dan/so-rieng/``: visits about denunciations, for their own group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from portal.filters import Choice, Listing, Order, Tab, equal_to, field_options
from portal.registers import CodeKey
from portal.views.list import ListView

from .. import rules
from ..models import Visit
from ..models.visit.vocabulary import Result, VisitKind
from ..words.visit_row import COLUMNS, VisitRow, visit_rows
from .lists import DUE, OVERDUE, by_due, of_field, read_code

OWN_BOOK = Listing(
    conditions=(
        Choice("tiep", "Loại tiếp", "Mọi loại tiếp", lambda: VisitKind.choices, equal_to("kind")),
        Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field),
        Choice("ket-qua", "Kết quả", "Mọi kết quả", lambda: Result.choices, equal_to("result")),
        Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due),
    ),
    orders=(
        Order("nhan", "Ngày tiếp", "received_on"),
        Order("so", "Số", "code", read=read_code, key=CodeKey),
        Order("han", "Hạn", "due_key"),
    ),
    tabs=(OVERDUE, Tab("Tất cả")),
    usual="-nhan",
)


class OwnBook(ListView):
    """Number, date, field and result; nothing else is in the portal."""

    listing, columns = OWN_BOOK, COLUMNS
    template = "citizens/visit/own_book.html"
    noun = "lượt tiếp"

    def answer(self) -> HttpResponse:
        user, on = self.reader.user, self.reader.on
        if not (rules.keeps_denunciations(user, on=on) or rules.receives_visits(user, on=on)):
            raise Http404
        return super().answer()

    def rows(self) -> QuerySet:
        seen = Visit.objects.visible_to(self.reader.user, on=self.reader.on)
        return seen.filter(sealed=True)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[VisitRow]:
        return visit_rows(found, on=self.reader.on)
