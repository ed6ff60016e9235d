"""``/cai-cach/ra-soat/`` and ``/cai-cach/don-gian-hoa/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from portal.deadlines import standing
from portal.filters import Choice, Listing, Reader, Tab, Within, equal_to, unit_options
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from reforms import procedure_rules as rules
from reforms.compliance_cost import Burden, saved_percent
from reforms.models import ReviewPlan, Simplification
from reforms.models.simplifying.plan import Stage as PlanStage
from reforms.models.simplifying.proposal import Sort, Stage
from reforms.statutes import review_plan_due
from reforms.views.procedure.lists import areas

VIEWS = (
    ("dang-lam", "Đang làm"),
    ("da-thuc-thi", "Đã thực thi"),
    ("dung", "Không thực hiện"),
)
DONE = (Stage.CARRIED_OUT, Stage.UPDATED)


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "da-thuc-thi":
        return rows.filter(stage__in=DONE)
    if view == "dung":
        return rows.filter(stage=Stage.DROPPED)
    return rows.exclude(stage__in=(*DONE, Stage.DROPPED))


class SimplificationList(OwnList):
    listing = Listing(
        conditions=(
            words_in("procedure__name", "procedure__code", "content", "code"),
            Choice(
                "linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", areas, equal_to("procedure__area__code")
            ),
            Choice("don-vi", "Đơn vị đề xuất", "Mọi đơn vị", unit_options, of_unit),
            Choice("loai", "Loại", "Mọi loại", lambda: Sort.choices, equal_to("sort")),
            Within("thong-qua-trong", "Sở thông qua trong", "adopted_on"),
            Within("thuc-thi-trong", "Thực thi trong", "carried_out_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(*(Tab(words, (("xem", view),)) for view, words in VIEWS), Tab("Tất cả")),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "sort", "stage", "procedure__code", "procedure__name", "days_before"),
        *("days_after", "fee_before", "fee_after", "dossiers", "hourly", "unit__name"),
    )
    template = "reforms/simplifying/list.html"
    noun = "phương án"
    begins = staticmethod(rules.opens_changes)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có phương án đơn giản hóa nào",
        "words": "Đề xuất từ kết quả rà soát: nội dung, lý do, thời hạn trước và sau, số lượt.",
        "url": "/cai-cach/don-gian-hoa/moi/",
        "act": "Đề xuất phương án",
    }

    def rows(self) -> QuerySet:
        return Simplification.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, sorts = dict(Stage.choices), dict(Sort.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {"stage_words": stages[row["stage"]], "sort_words": sorts[row["sort"]]}
            | saving(row)
            for row in found
        ]

    def context(self, found: Any) -> dict[str, Any]:
        return super().context(found) | {"totals": totals(self.asked.narrowed(self.visible))}


def saving(row: Mapping[str, Any]) -> dict[str, Any]:
    before = Burden(row["days_before"], row["dossiers"], row["hourly"], row["fee_before"]).cost
    after = Burden(row["days_after"], row["dossiers"], row["hourly"], row["fee_after"]).cost
    after = 0 if row["sort"] == Sort.ABOLISH else after
    return {"saved": before - after, "percent": saved_percent(before, after)}


def totals(rows: QuerySet) -> dict[str, Any]:
    """Σ of days before and cut, of what was carried out among the rows shown."""
    done = rows.filter(stage__in=DONE)
    found = done.aggregate(
        count=Count("pk"), before=Sum("days_before"), cut=Sum(F("days_before") - F("days_after"))
    )
    before, cut = found["before"] or 0, found["cut"] or 0
    return found | {"percent": cut * 100 / before if before else None}


class ReviewPlanList(OwnList):
    listing = Listing(
        conditions=(words_in("code", "purpose"),),
        orders=BY_CODE,
        tabs=(Tab("Tất cả"),),
        usual="-so",
        found="-so",
    )
    columns = ("pk", "code", "year", "stage", "approved_on", "sent_on", "unit__name")
    template = "reforms/simplifying/plans.html"
    noun = "kế hoạch"
    begins = staticmethod(rules.keeps_procedures)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có kế hoạch rà soát nào",
        "words": "Lập kế hoạch năm: thủ tục, đơn vị, thời gian, căn cứ, sản phẩm; gửi trước 31/01.",
        "url": "/cai-cach/ra-soat/moi/",
        "act": "Lập kế hoạch rà soát",
    }

    def rows(self) -> QuerySet:
        return ReviewPlan.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows, stages = list(found), dict(PlanStage.choices)
        counted = ReviewPlan.objects.filter(pk__in=[row["pk"] for row in rows]).annotate(
            all=Count("items"), done=Count("items", filter=Q(items__done_on__isnull=False))
        )
        counts = {each["pk"]: each for each in counted.values("pk", "all", "done").order_by()}
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "stage_words": stages[row["stage"]],
                "standing": None
                if row["sent_on"]
                else standing(review_plan_due(row["year"]), as_of=self.reader.on),
                **counts[row["pk"]],
            }
            for row in rows
        ]
