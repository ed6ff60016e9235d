"""``/dan-chu/khen-thuong/``: the register of awards, and proposals on their way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy import commendation_rules as rules
from democracy.models import Nomination
from democracy.models.commendation.nomination import Occasion, Stage
from democracy.papers.commendation import PAPERS, SUBMISSION
from democracy.views.lists import BY_CODE, OwnList
from portal.filters import Choice, Listing, Reader, Tab, Within, by_year, equal_to, unit_options
from portal.views.planning.lists import of_unit, words_in

VIEWS = (
    ("da-khen", "Đã khen thưởng"),
    ("dang-soan", "Đang soạn"),
    ("cho-hoi-dong", "Chờ Hội đồng"),
    ("cho-quyet-dinh", "Chờ quyết định"),
    ("cap-tren", "Đã trình cấp trên"),
)
STAGES = {
    "da-khen": Stage.COMMENDED,
    "dang-soan": Stage.DRAFT,
    "cho-hoi-dong": Stage.SENT,
    "cho-quyet-dinh": Stage.REVIEWED,
    "cap-tren": Stage.SENT_UP,
}
WHOM = (("tap-the", "Tập thể"), ("ca-nhan", "Cá nhân"))


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=STAGES[view])


def awards() -> list[tuple[str, str]]:
    found = Nomination.objects.order_by("award_name").values_list("award", "award_name")
    return list(dict(found.distinct()).items())


def of_whom(rows: QuerySet, whom: str, reader: Reader) -> QuerySet:
    return rows.filter(person_name="") if whom == "tap-the" else rows.exclude(person_name="")


class NominationList(OwnList):
    model = Nomination
    listing = Listing(
        conditions=(
            words_in("person_name", "unit__name", "reason", "reference", "code"),
            by_year(Nomination),
            Choice("hinh-thuc", "Danh hiệu, hình thức", "Mọi hình thức", awards, equal_to("award")),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("doi-tuong", "Đối tượng", "Mọi đối tượng", lambda: WHOM, of_whom),
            Within("khen-trong", "Có quyết định trong", "dated_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(*(Tab(words, (("xem", view),)) for view, words in VIEWS), Tab("Tất cả")),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "award_name", "year", "stage", "person_name", "reason", "reference"),
        *("dated_on", "issuer", "occasion", "unit__name"),
    )
    template = "democracy/commendation/list.html"
    noun = "dòng khen thưởng"
    begins = staticmethod(rules.nominates)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Sổ khen thưởng chưa có dòng nào",
        "words": "Đơn vị lập đề nghị; khi có quyết định, đề nghị thành một dòng trong sổ.",
        "url": "/dan-chu/khen-thuong/moi/",
        "act": "Đề nghị khen thưởng",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, occasions = dict(Stage.choices), dict(Occasion.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {"stage_words": stages[row["stage"]], "occasion_words": occasions[row["occasion"]]}
            for row in found
        ]

    def context(self, found: Any) -> dict[str, Any]:
        compiles = rules.compiles(self.reader.user, on=self.reader.on)
        shown = super().context(found)
        handles = rules.handles(self.reader.user, on=self.reader.on)
        papers = PAPERS if handles else [SUBMISSION] if shown["begins"] else []
        return shown | {
            "compiles": compiles,
            "papers": [(kind, PAPERS[kind].title) for kind in papers] if found.rows else [],
            "asked": self.request.GET.urlencode(),
        }
