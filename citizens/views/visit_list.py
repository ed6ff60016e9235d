"""``/tiep-dan/``: the register of visits on the screen, and as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Tab,
    Within,
    Words,
    equal_to,
    field_options,
    unit_options,
)
from portal.registers import CodeKey
from portal.views.list import ListView
from portal.views.spreadsheet import spreadsheet

from .. import rules
from ..models import Visit
from ..models.reception.sessions import Host
from ..models.visit.group import CROWD
from ..models.visit.vocabulary import Result, VisitKind, VisitStage
from ..models.vocabulary import Kind
from ..words.visit_row import COLUMNS, VisitRow, visit_rows
from .desk_lists import NO_RIGHT, no_match
from .finding import Finding, newest_of
from .lists import DUE, PLAIN_KINDS, by_due, of_field, of_unit, read_code, works_here


def of_content_kind(rows: QuerySet, kind: str, reader: Reader) -> QuerySet:
    return rows.none() if kind == Kind.DENUNCIATION else rows.filter(petition_kind=kind)


def of_crowds(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(people__gte=CROWD)


def of_received(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.received()


def in_national(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(reported_on__isnull=value == "chua")


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "hom-nay":
        return rows.filter(received_on=reader.on)
    if view == "con-no":
        return rows.filter(stage__in=(VisitStage.AWAITED, VisitStage.UNANNOUNCED))
    return rows.filter(receiver=reader.user)


VIEWS = (("hom-nay", "Hôm nay"), ("con-no", "Chưa báo kết quả"), ("toi-tiep", "Tôi tiếp"))
CROWDS = (("doan", f"Từ {CROWD} người"),)
RECEIVED = (("co", "Đã tiếp, không kể từ chối"),)
NATIONAL = (("chua", "Chưa cập nhật"), ("da", "Đã cập nhật"))
VISITS = Listing(
    conditions=(
        Words(
            "q",
            "Tìm",
            (finding := Finding("visit_hits", newest_of(Visit))).narrow,
            finding.slices,
        ),
        Choice("tiep", "Loại tiếp", "Mọi loại tiếp", lambda: VisitKind.choices, equal_to("kind")),
        Choice(
            *("chu-tri", "Chủ trì", "Mọi người chủ trì", lambda: Host.choices, equal_to("host")),
            when_asked=True,
        ),
        Choice(
            *("loai", "Loại nội dung", "Mọi loại", lambda: PLAIN_KINDS, of_content_kind),
            unoffered=((Kind.DENUNCIATION.value, Kind.DENUNCIATION.label),),
        ),
        Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field),
        Choice("ket-qua", "Kết quả", "Mọi kết quả", lambda: Result.choices, equal_to("result")),
        Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit, when_asked=True),
        Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due, when_asked=True),
        Choice(
            *(
                "giai-doan",
                "Giai đoạn",
                "Mọi giai đoạn",
                lambda: VisitStage.choices,
                equal_to("stage"),
            ),
            when_asked=True,
        ),
        Choice("doan", "Đoàn đông người", "Mọi lượt", lambda: CROWDS, of_crowds, when_asked=True),
        Choice(
            *("duoc-tiep", "Được tiếp", "Mọi lượt", lambda: RECEIVED, of_received),
            when_asked=True,
        ),
        Choice(
            *("csdl", "CSDL quốc gia", "Mọi lượt", lambda: NATIONAL, in_national),
            when_asked=True,
        ),
        Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        Within("tiep-trong", "Tiếp trong", "received_on"),
    ),
    orders=(
        Order("nhan", "Ngày tiếp", "received_on"),
        Order("so", "Số", "code", read=read_code, key=CodeKey),
        Order("han", "Hạn", "due_key"),
    ),
    tabs=(
        Tab("Tất cả"),
        Tab("Hôm nay", (("xem", "hom-nay"),)),
        Tab("Tôi tiếp", (("xem", "toi-tiep"),)),
        Tab("Chưa báo kết quả", (("xem", "con-no"),)),
        Tab("Quá hạn", (("han", "qua-han"),), tone="late"),
        Tab("Đoàn đông người", (("doan", "doan"),)),
    ),
    usual="-nhan",
)
NOTHING = {
    "kind": "nothing",
    "title": "Chưa có lượt tiếp nào trong sổ",
    "words": "Ghi lượt tiếp đầu tiên, hoặc nhập sổ đang dùng từ bảng Excel.",
    "url": "/tiep-dan/vao-so/",
    "act": "Ghi lượt tiếp",
}
NOTHING_TO_DO = {"kind": "nothing", "title": "Chưa có lượt tiếp nào trong sổ"}


class VisitList(ListView):
    """Lượt tiếp, but for those in the book of their own."""

    listing, columns = VISITS, COLUMNS
    template = "citizens/visit/list.html"
    noun = "lượt tiếp"

    def rows(self) -> QuerySet:
        return Visit.objects.visible_to(self.reader.user, on=self.reader.on).plain()

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[VisitRow]:
        return visit_rows(found, on=self.reader.on)

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        receives = rules.receives_visits(self.reader.user, on=self.reader.on)
        return shown | {
            "noun": self.noun,
            "page_query": self.asked.address() if shown["inside"] else "",
            "order_words": self.asked.order.label.lower(),
            "receives": receives,
            "keeps_own_book": receives
            or rules.keeps_denunciations(self.reader.user, on=self.reader.on),
            "empty": None if found.rows else self.empty(shown["tabs"], receives=receives),
        }

    def empty(self, tabs: Iterable[Mapping[str, Any]], *, receives: bool) -> Mapping[str, str]:
        """Nothing yet, nothing that matches, or no right to see any."""
        if not any(tab["found"] for tab in tabs):
            nothing = NOTHING if receives else NOTHING_TO_DO
            return nothing if works_here(self.reader) else NO_RIGHT
        asked = self.asked
        if asked.after or asked.before:
            return no_match("Không còn lượt tiếp nào ở trang này", asked.address(), "Về trang đầu")
        if tab := next((tab for tab in tabs if tab["here"]), None):
            return no_match(f"Không có lượt tiếp nào ở mục “{tab['words']}”", "?", "Xem tất cả")
        return no_match(f"Không có lượt tiếp nào khớp {len(asked.values)} điều kiện", "?")


HEADINGS = (
    *(("Số", 16), ("Ngày tiếp", 12), ("Loại tiếp", 26), ("Họ và tên", 28), ("Địa chỉ", 40)),
    *(("Số người", 10), ("Nội dung", 60), ("Loại nội dung", 16), ("Lĩnh vực", 26)),
    *(("Cơ quan đã giải quyết", 30), ("Thuộc thẩm quyền", 12), ("Kết quả", 28)),
    *(("Hướng dẫn đến", 30), ("Chuyển đến", 30), ("Người tiếp", 24), ("Hạn", 12)),
    *(("Giai đoạn", 22), ("Ghi chú", 30)),
)
AT_ONCE = 2_000


class VisitExport(VisitList):
    """All that the list shows, in the same order; numbers of identity papers stay in the portal."""

    def answer(self) -> HttpResponse:
        return spreadsheet(
            HEADINGS,
            (row.cells() for row in self.everything()),
            name=f"so-tiep-cong-dan-{self.reader.on}",
            title="Sổ tiếp công dân",
        )

    def everything(self) -> Iterator[VisitRow]:
        rows = self.asked.order.arranged(
            self.asked.narrowed(self.visible), falling=self.asked.falling
        )
        for row in rows.values(*self.columns).iterator(chunk_size=AT_ONCE):
            yield from self.shown([row])
