"""The list of visits, with what the programme still asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy import visit_rules as rules
from democracy.models import SiteVisit
from democracy.models.visit.visit import BEFORE, Kind, Stage
from democracy.views.lists import OwnList
from portal.activities import PlannedVisit
from portal.activities.entries import KEPT, Programme
from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Tab,
    Within,
    by_year,
    equal_to,
    unit_of,
    unit_options,
)
from portal.registers import CodeKey
from portal.views.planning.lists import words_in

LIST = ("Kiểm tra, khảo sát", "/dan-chu/khao-sat/")
VIEWS = (
    ("chuan-bi", "Đang chuẩn bị"),
    ("cho-bao-cao", "Đơn vị chậm gửi báo cáo"),
    ("cho-ket-luan", "Chờ kết luận"),
    ("da-ket-luan", "Đã kết luận"),
)
FEW = 5


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "cho-bao-cao":
        return rows.report_awaited(as_of=reader.on)
    if view == "cho-ket-luan":
        return rows.to_conclude()
    return rows.filter(stage=Stage.OPEN if view == "chuan-bi" else Stage.CONCLUDED)


def at_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(visited=unit_of(code))


class VisitList(OwnList):
    model, beside = SiteVisit, ("visited", "unit", "leader")
    listing = Listing(
        conditions=(
            words_in("title", "code", "reference"),
            by_year(SiteVisit, "from_on"),
            Choice("loai", "Loại", "Mọi loại", lambda: Kind.choices, equal_to("kind")),
            Choice("don-vi", "Đơn vị được kiểm tra", "Mọi đơn vị", unit_options, at_unit),
            Within("lam-viec-trong", "Làm việc trong", "met_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(
            Order("ngay", "Thời gian", "from_on"),
            Order("so", "Số", "code", read=str, key=CodeKey),
        ),
        tabs=(
            Tab("Tất cả"),
            Tab("Đang chuẩn bị", (("xem", "chuan-bi"),)),
            Tab("Đơn vị chậm gửi báo cáo", (("xem", "cho-bao-cao"),), tone="late"),
            Tab("Chờ kết luận", (("xem", "cho-ket-luan"),)),
            Tab("Đã kết luận", (("xem", "da-ket-luan"),)),
        ),
        usual="-ngay",
        found="-ngay",
    )
    columns = ("pk", "code", "from_on")
    template = "democracy/visit/list.html"
    noun = "cuộc"
    begins = staticmethod(rules.opens_visits)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có cuộc kiểm tra, khảo sát nào",
        "words": "Mỗi đơn vị một cuộc: tài liệu phải có, biên bản, kết luận và kiến nghị.",
        "url": "/dan-chu/khao-sat/moi/",
        "act": "Mở cuộc kiểm tra",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return self.wholes(found, running=BEFORE[:1])

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        return shown | {"planned": list(self.planned()[:FEW]) if shown["begins"] else []}

    def planned(self) -> QuerySet:
        """Lines of the programme for which nobody opened a visit yet."""
        seen = PlannedVisit.objects.visible_to(self.reader.user, on=self.reader.on)
        waiting = seen.of_programme(Programme.DEMOCRACY).filter(stage=KEPT, site_visits=None)
        return waiting.select_related("visited").order_by("from_on", "pk")
