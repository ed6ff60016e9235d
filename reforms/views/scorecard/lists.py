"""``/cai-cach/phieu-cham/``: the cards that the reader may see, of all years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from portal.filters import ANY_YEAR, Choice, Listing, Reader, Tab, Within, unit_options
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from reforms.models import Scorecard, ScoringCampaign
from reforms.models.scorecard.card import Stage

VIEWS = {
    "dang-tu-cham": ("Đang tự chấm", Stage.SELF),
    "cho-tham-dinh": ("Chờ thẩm định", Stage.REVIEW),
    "dang-giai-trinh": ("Đang giải trình", Stage.EXPLAIN),
    "cho-tham-dinh-lan-2": ("Chờ thẩm định lần 2", Stage.FINAL),
}
PUBLISHED = "da-cong-bo"
CHOICES = [*((key, words) for key, (words, _) in VIEWS.items()), (PUBLISHED, "Đã công bố")]


def years() -> list[tuple[str, str]]:
    found = ScoringCampaign.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in found]


def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
    return rows.filter(campaign__year=int(year))


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=Stage.PUBLISHED if view == PUBLISHED else VIEWS[view][1])


class CardList(OwnList):
    listing = Listing(
        conditions=(
            words_in("unit__name", "code"),
            Choice("nam", "Năm", "Mọi năm", years, of_year, unoffered=ANY_YEAR),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Within("cong-bo-trong", "Công bố trong", "campaign__published_on"),
            Choice("xem", "Xem", "Tất cả", lambda: CHOICES, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            *(Tab(words, (("xem", view),)) for view, (words, _) in VIEWS.items()),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "stage", "open_until", "self_total", "review_total", "total"),
        *("level_words", "unit__name", "campaign__year", "campaign__criteria__title"),
    )
    template = "reforms/scorecard/cards.html"
    noun = "phiếu chấm"
    begins = None
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có phiếu chấm nào",
        "words": "Phiếu chấm được lập khi công chức phụ trách CCHC mở kỳ chấm điểm.",
        "url": "",
        "act": "",
    }

    def rows(self) -> QuerySet:
        return Scorecard.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages = dict(Stage.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "stage_words": stages[row["stage"]],
                "locked": bool(row["open_until"] and row["open_until"] < self.reader.on),
            }
            for row in found
        ]
