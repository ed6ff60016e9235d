"""``/don/`` and ``/vu-viec/``: what the whole office has open, late, on its way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from portal.deadlines import last_soon
from portal.filters import Asked, Column, Page, Reader, Tab, counting, cut
from portal.text import slug
from portal.views.csv_file import csv_file
from portal.views.list import ListView
from portal.views.spreadsheet import spreadsheet

from .. import rules
from ..models import Case, Complaint, Petition
from ..sheets.readers import ForReader
from ..words.next_step import CASE_WAITS, PETITION_WAITS, WAITS_AT_STAGE
from .desk_rows import (
    CASE_COLUMNS,
    PETITION_COLUMNS,
    DeskRow,
    case_rows,
    petition_rows,
)
from .lists import (
    ALL,
    CASES,
    PETITIONS,
    cases_of,
    first_cases_of,
    first_petitions_of,
    petitions_of,
    works_here,
)

NO_RIGHT = {
    "kind": "no_right",
    "title": "Danh sách này dành cho người xử lý đơn và vụ việc",
    "words": "Nếu đây là việc được giao, báo quản trị hệ thống xem lại chức vụ đã ghi.",
    "url": "/cong-viec/",
}


COLUMNS_OFFERED = (
    Column("due", "Hạn"),
    Column("stage", "Giai đoạn"),
    Column("holder", "Đang ở"),
    Column("next", "Tiếp theo"),
    Column("waits_for", "Chờ ai", usual=False),
)
ACCEPTED = Column("accepted_on", "Ngày thụ lý", usual=False)
REPORTED = Column("reported_on", "Cập nhật CSDL quốc gia", usual=False)


BULK_ACTS = {
    "assign": rules.hands_out_anywhere,
    "write": rules.writes_notes_anywhere,
}
"""The steps that can be taken on many rows, and to whom the list offers them."""
CASE_ACTS = (*BULK_ACTS, "urge", "report_nationally")


class DeskList(ListView):
    """What the lists of petitions and of cases have in common."""

    offered = COLUMNS_OFFERED
    nothing: Mapping[str, str]
    first_of: Callable[[Reader], Tab]
    """The tab that the bare address opens on."""

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        asked = self.asked
        here = asked.query(sap_xep=("-" if asked.falling else "") + asked.order.name)
        return shown | {
            "at": self.at,
            "noun": self.noun,
            "page_query": asked.address() if shown["inside"] else "",
            "inside_list": here,
            "whole": self.whole(shown["tabs"]),
            "acts": self.acts() if found.rows else (),
            "columns_url": f"{reverse('list-columns')}?{urlencode(self.back_to(here))}",
            "suffix": f"?{urlencode({'ds': here})}",
            "order_words": asked.order.label.lower(),
            "empty": None if found.rows else self.empty(shown["tabs"]),
        }

    def opening(self) -> QueryDict:
        return QueryDict(urlencode(self.first_of(self.reader).asks))

    def tab_counts(self) -> list[int]:
        """Composed once for each kind of reader."""
        user, on = self.reader.user, self.reader.on
        return list(counted_tabs(user, type(self), last_soon(on), on=on)[0])

    def found(self) -> Page:
        """The first page of a tab, what is asked for most, is composed once too."""
        asked, user, on = self.asked, self.reader.user, self.reader.on
        tab = next((tab for tab in self.tabs() if asked.is_at(tab)), None)
        if tab is None or asked.sort or asked.after or asked.before:
            return super().found()
        rows = rows_of_tab(user, type(self), tab, self.columns_shown, last_soon(on), on=on)
        return cut(asked, rows)

    def enough(self) -> QuerySet | None:
        """Some of all the rows that the reader may see, found by one index; None where none are."""
        return None

    def whole(self, tabs: Iterable[Mapping[str, Any]]) -> str:
        """“hơn 1.000 đơn” where the list has counted them."""
        here = next((tab for tab in tabs if tab["here"]), None)
        return f"{here['count'].lower()} {self.noun}" if here else f"các {self.noun}"

    def acts(self) -> list[tuple[str, str]]:
        """What this reader may want to do with many rows: words, and the address that does it."""
        user, on = self.reader.user, self.reader.on
        steps = [Petition.workflow[name] for name, may in BULK_ACTS.items() if may(user, on=on)]
        return [
            *((step.title, f"{self.at}hang-loat/{step.path}/") for step in steps),
            ("In nhãn", f"{self.at}in-nhan/"),
        ]

    def back_to(self, inside: str) -> dict[str, str]:
        return {"danh-sach": self.at, "loc": inside}

    def empty(self, tabs: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
        """Nothing yet, nothing that matches, or no right to see any."""
        asked = self.asked
        if not any(tab["found"] for tab in tabs):
            return self.nothing if works_here(self.reader) else NO_RIGHT
        if asked.after or asked.before:
            return no_match(
                f"Không còn {self.noun} nào ở trang này", asked.address(), "Về trang đầu"
            )
        if tab := next((tab for tab in tabs if tab["here"]), None):
            title = f"Không có {self.noun} nào ở mục “{tab['words']}”"
            return no_match(title, asked.tab_address(ALL), "Xem tất cả")
        return no_match(f"Không có {self.noun} nào khớp {len(asked.values)} điều kiện", "?")


@ForReader
def counted_tabs(user: Any, shown: type[DeskList], near: date, *, on: date) -> Any:
    """``near``: the day up to which a time limit is near, by the calendar as it stands."""
    here = shown.read_by(Reader(user, on))
    here.asked = Asked(shown.listing, QueryDict(), here.reader)
    return counting(here.tab_rows(), enough=here.enough())


@ForReader
def rows_of_tab(
    user: Any, shown: type[DeskList], tab: Tab, columns: frozenset[str], near: date, *, on: date
) -> Any:
    here = shown.read_by(Reader(user, on))
    here.columns_shown = columns
    here.asked = Asked(shown.listing, QueryDict(urlencode(tab.asks)), here.reader)
    return here.stretch()


def no_match(title: str, url: str, act: str = "") -> dict[str, str]:
    return {"kind": "no_match", "title": title, "url": url, "act": act}


class CaseList(DeskList):
    """Vụ việc."""

    listing, columns, waits = CASES, CASE_COLUMNS, CASE_WAITS
    template = "citizens/case/list.html"
    noun, at = "vụ việc", "/vu-viec/"
    offered = (*COLUMNS_OFFERED, ACCEPTED, REPORTED)
    prefetched = ("verification_members",)
    first_of = staticmethod(first_cases_of)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có vụ việc nào",
        "words": "Vụ việc mở ra khi một đơn được đề xuất thụ lý hoặc giao giải quyết.",
        "url": "/don/",
        "act": "Xem sổ đơn",
    }

    def rows(self) -> QuerySet:
        return cases_of(self.reader)

    def enough(self) -> QuerySet | None:
        units = rules.units_of(self.reader.user, on=self.reader.on)
        return Case.objects.filter(unit__in=units) if units else None

    def computed(self) -> Mapping[str, Any]:
        return self.waits | WAITS_AT_STAGE if "waits_for" in self.columns_shown else self.waits

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[DeskRow]:
        return case_rows(found, on=self.reader.on)

    @property
    def reports_nationally(self) -> bool:
        return rules.reports_nationally(self.reader.user, on=self.reader.on)

    def context(self, found: Page) -> dict[str, Any]:
        return super().context(found) | {"reports_nationally": self.reports_nationally}

    def acts(self) -> list[tuple[str, str]]:
        """Beside the usual ones what is done with many cases alone."""
        urges = rules.urges_anywhere(self.reader.user, on=self.reader.on)
        offered = {"urge": urges, "report_nationally": self.reports_nationally}
        steps = [Complaint.workflow[name] for name, may in offered.items() if may]
        more = [(step.title, f"{self.at}hang-loat/{step.path}/") for step in steps]
        return [*super().acts(), *more]


class PetitionList(DeskList):
    """Đơn, but for those in the book of their own."""

    listing, columns, waits = PETITIONS, PETITION_COLUMNS, PETITION_WAITS
    template = "citizens/petition/list.html"
    noun, at = "đơn", "/don/"
    offered = (*COLUMNS_OFFERED, REPORTED)
    first_of = staticmethod(first_petitions_of)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có đơn nào trong sổ",
        "words": "Vào sổ đơn đầu tiên, hoặc nhập từ bảng Excel đang dùng.",
        "url": "/don/vao-so/",
        "act": "Vào sổ đơn",
    }
    nothing_to_do = {"kind": "nothing", "title": "Chưa có đơn nào trong sổ"}

    def rows(self) -> QuerySet:
        return petitions_of(self.reader)

    def computed(self) -> Mapping[str, Any]:
        """What is entered there is the case that the letter opened."""
        reported = {"reported_on": F("case__reported_on")}
        return self.waits | (reported if "reported_on" in self.columns_shown else {})

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[DeskRow]:
        return petition_rows(found, on=self.reader.on)

    def acts(self) -> list[tuple[str, str]]:
        if not rules.registers_petitions(self.reader.user, on=self.reader.on):
            return super().acts()
        return [*super().acts(), ("Lập phiếu bàn giao", "/don/ban-giao/moi/")]

    def context(self, found: Page) -> dict[str, Any]:
        user, on = self.reader.user, self.reader.on
        registers = rules.registers_petitions(user, on=on)
        keeps = registers or rules.keeps_denunciations(user, on=on)
        shown = super().context(found) | {"registers": registers, "keeps_own_book": keeps}
        if shown["empty"] is self.nothing and not registers:
            shown["empty"] = self.nothing_to_do
        return shown


# the same as a table


HEADINGS = (
    *(("Số", 16), ("Loại", 20), ("Người gửi", 34), ("Nội dung", 60), ("Ngày nhận", 12)),
    *(("Hạn", 12), ("Thời hạn", 26), ("Giai đoạn", 24), ("Đang ở", 24), ("Tiếp theo", 34)),
    *(("Chờ ai", 24), ("Ngày thụ lý", 12), ("Cập nhật CSDL quốc gia", 14)),
)
AT_ONCE = 2_000


class Exported(DeskList):
    """All that the list shows, not only its page, in the same order."""

    def answer(self) -> HttpResponseBase:
        return spreadsheet(
            HEADINGS, map(cells, self.everything()), name=self.name, title=self.heading()
        )

    @property
    def name(self) -> str:
        return f"{slug(self.noun)}-{self.reader.on}"

    @cached_property
    def columns_shown(self) -> frozenset[str]:
        return frozenset(column.name for column in self.offered)

    def opening(self) -> QueryDict:
        return QueryDict()

    def everything(self) -> Iterator[DeskRow]:
        computed = self.computed()
        rows = self.asked.narrowed(self.visible.annotate(**computed))
        rows = self.asked.order.arranged(rows, falling=self.asked.falling)
        found = rows.values(*self.columns, *computed).iterator(chunk_size=AT_ONCE)
        for row in found:
            yield from self.shown([row])


class Streamed(Exported):
    """The same as plain lines, sent while they are read."""

    def answer(self) -> HttpResponseBase:
        headings = [words for words, _ in HEADINGS]
        return csv_file(headings, map(cells, self.everything()), name=self.name)


def cells(row: DeskRow) -> tuple[Any, ...]:
    return (
        *(row.code, row.kind, row.sender, row.title, row.received_on, row.due_on),
        *(row.standing.short, row.stage, row.holder, row.next, row.waits_for, row.accepted_on),
        row.reported_on,
    )


class CaseExport(Exported, CaseList):
    """Vụ việc, as an Excel file."""


class CaseLines(Streamed, CaseList):
    """Vụ việc, as a CSV file."""


class PetitionExport(Exported, PetitionList):
    """Đơn, as an Excel file."""


class PetitionLines(Streamed, PetitionList):
    """Đơn, as a CSV file."""
