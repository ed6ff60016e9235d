"""``/dan-chu/mo-hinh/``: the register, narrowed by its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from democracy import practice_rules as rules
from democracy.models import Practice
from democracy.models.practice.vocabulary import Kind, Mobilisation, Stage
from democracy.views.lists import BY_CODE, OwnList
from portal.filters import (
    Choice,
    Listing,
    Reader,
    Tab,
    Within,
    by_year,
    equal_to,
    field_options,
    fields_below,
    unit_options,
)
from portal.views.planning.lists import of_unit, words_in

VIEWS = (
    ("cho-duyet", "Chờ duyệt danh mục"),
    ("dang-lam", "Đang thực hiện"),
    ("cho-cong-nhan", "Chờ công nhận"),
    ("da-cong-nhan", "Đã công nhận"),
    ("nhan-rong", "Đã nhân rộng"),
    ("da-dung", "Đã dừng"),
)
STAGES = {
    "cho-duyet": Stage.ENROLLED,
    "dang-lam": Stage.RUNNING,
    "cho-cong-nhan": Stage.ASSESSED,
    "da-cong-nhan": Stage.RECOGNISED,
    "da-dung": Stage.STOPPED,
}


LISTED_VIEW = ("trong-danh-muc", "Trong danh mục")
"""A figure of a report leads here."""


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "trong-danh-muc":
        return rows.listed()
    if view == "nhan-rong":
        return rows.filter(replications__isnull=False).distinct()
    return rows.filter(stage=STAGES[view])


def of_year(rows: Any, year: str, reader: Reader) -> QuerySet:
    return rows.of_year(int(year))


def of_field(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(field__in=fields_below(code))


class PracticeList(OwnList):
    model = Practice
    listing = Listing(
        conditions=(
            words_in("title", "person_name", "code"),
            by_year(Practice, "from_on", narrow=of_year),
            Choice("loai", "Loại", "Mọi loại", lambda: Kind.choices, equal_to("kind")),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field),
            Choice(
                *("dan-van", "Loại hình dân vận", "Mọi loại hình", lambda: Mobilisation.choices),
                equal_to("mobilisation"),
            ),
            Within("bat-dau-trong", "Bắt đầu trong", "from_on"),
            Choice(
                *("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as),
                in_bar=False,
                unoffered=(LISTED_VIEW,),
            ),
        ),
        orders=BY_CODE,
        tabs=(*(Tab(words, (("xem", view),)) for view, words in VIEWS), Tab("Tất cả")),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "title", "kind", "holder", "person_name", "stage", "serves", "reached"),
        *("unit__name", "field__name", "from_on", "to_on"),
    )
    template = "democracy/practice/list.html"
    noun = "mô hình"
    begins = staticmethod(rules.enrols)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có mô hình nào",
        "words": "Đơn vị đăng ký mô hình, sáng kiến, điển hình gắn với việc chuyên môn của mình.",
        "url": "/dan-chu/mo-hinh/moi/",
        "act": "Đăng ký mô hình",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        spread = spread_of([row["pk"] for row in rows])
        kinds, stages = dict(Kind.choices), dict(Stage.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "kind_words": kinds[row["kind"]],
                "stage_words": stages[row["stage"]],
                "spread": spread.get(row["pk"], 0),
            }
            for row in rows
        ]

    def context(self, found: Any) -> dict[str, Any]:
        on: date = self.reader.on
        return super().context(found) | {"year": on.year}


def spread_of(practices: list[int]) -> dict[int, int]:
    """Places that do the same, one statement for the page."""
    counted = Practice.objects.filter(pk__in=practices).annotate(places=Count("replications"))
    return dict(counted.values_list("pk", "places"))
