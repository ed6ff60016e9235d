"""``/dan-chu/khen-thuong/``: the register of awards, and proposals on their way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy import commendation_rules as rules
from democracy.models import Nomination
from democracy.models.commendation.nomination import Occasion, Stage
from democracy.views.lists import BY_CODE, OwnList
from portal.filters import Choice, Listing, Reader, Tab, Within, unit_options
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


def years() -> list[tuple[str, str]]:
    found = Nomination.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in found]


def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
    return rows.filter(year=int(year))


def awards() -> list[tuple[str, str]]:
    found = Nomination.objects.order_by("award_name").values_list("award", "award_name")
    return list(dict(found.distinct()).items())


def of_award(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(award=code)


def of_whom(rows: QuerySet, whom: str, reader: Reader) -> QuerySet:
    return rows.filter(person_name="") if whom == "tap-the" else rows.exclude(person_name="")


class NominationList(OwnList):
    listing = Listing(
        conditions=(
            words_in("person_name", "unit__name", "reason", "reference", "code"),
            Choice("nam", "Năm", "Mọi năm", years, of_year),
            Choice("hinh-thuc", "Danh hiệu, hình thức", "Mọi hình thức", awards, of_award),
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

    def rows(self) -> QuerySet:
        return Nomination.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, occasions = dict(Stage.choices), dict(Occasion.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {"stage_words": stages[row["stage"]], "occasion_words": occasions[row["occasion"]]}
            for row in found
        ]

    def context(self, found: Any) -> dict[str, Any]:
        compiles = rules.compiles(self.reader.user, on=self.reader.on)
        return super().context(found) | {"compiles": compiles}
