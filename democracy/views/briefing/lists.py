"""``/dan-chu/quan-triet/``: every round with its coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy import briefing_rules as rules
from democracy.models import Briefing, BriefingSession
from democracy.models.briefing import Stage
from democracy.reporting.coverage import coverage_of
from democracy.views.lists import BY_CODE, OwnList
from portal.deadlines import standing
from portal.filters import Choice, Listing, Reader, Tab, Within, by_year, unit_of, unit_options
from portal.periods import stretch_of
from portal.views.planning.lists import words_in

VIEWS = (("dang-mo", "Đang quán triệt"), ("qua-han", "Quá hạn"), ("xong", "Đã kết thúc"))


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    return rows.filter(stage=Stage.OPEN if view == "dang-mo" else Stage.CLOSED)


def for_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(units=unit_of(code))


class WithSession(Within):
    """Rounds that had a session then, not counting those that were struck."""

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        held = BriefingSession.objects.standing().filter(held_on__range=stretch_of(value).dates)
        return rows.filter(pk__in=held.values("briefing"))


class BriefingList(OwnList):
    model = Briefing
    listing = Listing(
        conditions=(
            words_in("instrument__title", "instrument__reference", "code"),
            by_year(Briefing, "opened_on"),
            Choice("don-vi", "Nơi phải quán triệt", "Mọi đơn vị", unit_options, for_unit),
            WithSession("co-buoi-trong", "Có buổi trong", "held_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang quán triệt", (("xem", "dang-mo"),)),
            Tab("Quá hạn", (("xem", "qua-han"),), tone="late"),
            Tab("Đã kết thúc", (("xem", "xong"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "stage", "due_on", "opened_on"),
        *("instrument__reference", "instrument__title"),
    )
    template = "democracy/briefing/list.html"
    noun = "đợt quán triệt"
    begins = staticmethod(rules.calls)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có đợt quán triệt nào",
        "words": "Chọn văn bản và nơi phải quán triệt; từng nơi ghi số người đã dự.",
        "url": "/dan-chu/quan-triet/moi/",
        "act": "Mở đợt quán triệt",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        covered = covered_by([row["pk"] for row in rows])
        stages = dict(Stage.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "coverage": covered[row["pk"]],
                "stage_words": stages[row["stage"]],
                "standing": standing(row["due_on"], as_of=self.reader.on)
                if row["stage"] == Stage.OPEN
                else None,
            }
            for row in rows
        ]


def covered_by(keys: list[int]) -> dict[int, Any]:
    """Coverage of the rounds of one page, in four statements."""
    sessions: dict[int, list[BriefingSession]] = {key: [] for key in keys}
    told = BriefingSession.objects.standing().filter(briefing__in=keys)
    for row in told.select_related("unit", "body"):
        sessions[row.briefing_id].append(row)
    found = Briefing.objects.filter(pk__in=keys).prefetch_related("units", "bodies")
    return {one.pk: coverage_of(one, sessions[one.pk]) for one in found}
