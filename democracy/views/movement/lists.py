"""``/dan-chu/thi-dua/``: every movement with how many take part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet

from democracy import movement_rules as rules
from democracy.models import Movement
from democracy.models.movement.movement import Stage, Subjects
from democracy.views.lists import BY_CODE, OwnList
from portal.deadlines import standing
from portal.filters import Choice, Listing, Reader, Tab, Within, by_year, unit_options
from portal.views.planning.lists import of_unit, words_in

VIEWS = (("dang-chay", "Đang thi đua"), ("du-thao", "Dự thảo"), ("xong", "Đã tổng kết"))
STAGES = {"dang-chay": Stage.LAUNCHED, "du-thao": Stage.DRAFT, "xong": Stage.ENDED}


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=STAGES[view])


def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
    return rows.filter(from_on__year__lte=int(year), to_on__year__gte=int(year))


class MovementList(OwnList):
    model = Movement
    listing = Listing(
        conditions=(
            words_in("title", "occasion", "code"),
            by_year(Movement, "from_on", narrow=of_year),
            Choice("don-vi", "Đơn vị theo dõi", "Mọi đơn vị", unit_options, of_unit),
            Within("phat-dong-trong", "Phát động trong", "launched_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(*(Tab(words, (("xem", view),)) for view, words in VIEWS), Tab("Tất cả")),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "title", "stage", "subjects", "from_on", "to_on", "unit__name"),
        "occasion",
    )
    template = "democracy/movement/list.html"
    noun = "phong trào"
    begins = staticmethod(rules.draws_up)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có phong trào thi đua nào",
        "words": "Lập dự thảo: nội dung, tiêu chí, thời gian; lãnh đạo cơ quan phát động.",
        "url": "/dan-chu/thi-dua/moi/",
        "act": "Lập phong trào thi đua",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        counts = taking_part([row["pk"] for row in rows])
        stages, subjects = dict(Stage.choices), dict(Subjects.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "stage_words": stages[row["stage"]],
                "subject_words": subjects[row["subjects"]],
                "standing": standing(row["to_on"], as_of=self.reader.on)
                if row["stage"] == Stage.LAUNCHED
                else None,
                **counts[row["pk"]],
            }
            for row in rows
        ]


def taking_part(keys: list[int]) -> dict[int, dict[str, int]]:
    """Enrolled and reached, one statement for the page."""
    standing_ = Q(enrolments__withdrawn_on=None)
    counted = Movement.objects.filter(pk__in=keys).annotate(
        enrolled=Count("enrolments", filter=standing_),
        reached=Count("enrolments", filter=standing_ & Q(enrolments__reached=True)),
    )
    return {row.pop("pk"): row for row in counted.values("pk", "enrolled", "reached").order_by()}
