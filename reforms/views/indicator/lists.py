"""``/cai-cach/chi-tieu/``: every indicator by area, reached or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from portal.filters import Choice, Listing, Order, Reader, Tab, equal_to, unit_options
from portal.people import heads_of
from portal.periods import period_of
from portal.views.own_list import OwnList
from portal.views.planning.lists import of_unit, words_in
from reforms import areas
from reforms import indicator_rules as rules
from reforms.models import Indicator
from reforms.models.indicator.parts import said
from reforms.models.indicator.vocabulary import SIGNS, Stage, Verdict

FOLLOWED = (("giai-doan", Stage.FOLLOWED.value),)
HOW = (("cong", "Cổng tự tính"), ("nhap", "Đơn vị ghi"))
TABS = {Verdict.MISSED: "late"}
TONES = {Verdict.MET: "ok", Verdict.MISSED: "late"}


def told_how(rows: QuerySet, how: str, reader: Reader) -> QuerySet:
    return rows.exclude(figure="") if how == "cong" else rows.filter(figure="")


class IndicatorList(OwnList):
    listing = Listing(
        conditions=(
            words_in("name", "code", "source"),
            Choice(
                *("noi-dung", "Nội dung CCHC", "Mọi nội dung"),
                lambda: areas.choices(areas.PROGRAMMES[-1].first), equal_to("area"),
            ),
            Choice("don-vi", "Đơn vị chủ trì", "Mọi đơn vị", unit_options, of_unit),
            Choice("cach-tinh", "Số liệu", "Mọi cách có số liệu", lambda: HOW, told_how),
            Choice(
                *("ket-qua", "Kết quả", "Mọi kết quả", lambda: Verdict.choices),
                equal_to("verdict"),
                in_bar=False,
            ),
            Choice(
                *("giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: Stage.choices),
                equal_to("stage"),
                when_asked=True,
            ),
        ),
        orders=(Order("noi-dung", "Nội dung", "area_place", read=int),),
        tabs=(
            *(Tab(words, (("ket-qua", value), *FOLLOWED), tone=TABS.get(value, ""))
              for value, words in Verdict.choices),
            Tab("Đang theo dõi", FOLLOWED),
            Tab("Thôi theo dõi", (("giai-doan", "closed"),)),
        ),
        usual="noi-dung",
        found="noi-dung",
    )  # fmt: skip
    columns = (
        *("pk", "code", "name", "unit_of_measure", "area", "area_place", "figure", "frequency"),
        *("unit__name", "latest_value", "latest_period", "goal_value", "goal_comparator"),
        *("goal_year", "verdict", "stage", "unit"),
    )
    template = "reforms/indicator/list.html"
    noun = "chỉ tiêu"
    begins = staticmethod(rules.keeps)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có chỉ tiêu nào",
        "words": "Lập chỉ tiêu: đo gì, theo văn bản nào; Cổng tự tính những gì Cổng đếm được.",
        "url": "/cai-cach/chi-tieu/moi/",
        "act": "Lập chỉ tiêu",
    }

    def opening(self) -> QueryDict:
        return QueryDict(urlencode(FOLLOWED))

    def rows(self) -> QuerySet:
        seen = Indicator.objects.visible_to(self.reader.user, on=self.reader.on).own()
        return seen.by_area().judged(as_of=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        found, on = list(found), self.reader.on
        heads = heads_of((each["unit"] for each in found), on=on)
        return [
            row_of(each, year=on.year) | {"head": heads.get(each["unit"], "")} for each in found
        ]


def row_of(each: Mapping[str, Any], *, year: int) -> dict[str, Any]:
    """As lists show it: the area in the year's words, value and target in one line each."""
    goal = each["goal_value"]
    return {
        **each,
        "area_words": areas.named(each["area"], year=year),
        "unit": each["unit__name"],
        "value": "" if each["latest_value"] is None else said(each["latest_value"]),
        "of": period_of(each["latest_period"]).label if each["latest_period"] else "",
        "goal": "" if goal is None else f"{SIGNS[each['goal_comparator']]} {said(goal)}",
        "verdict_words": Verdict(each["verdict"]).label,
        "tone": TONES.get(each["verdict"], ""),
    }
