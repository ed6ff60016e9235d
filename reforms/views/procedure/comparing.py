"""The catalogue beside the national list: what is missing there is to be checked, not abolished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import history
from portal.filters import Choice, Listing, Reader, Tab, Words, equal_to, unit_options
from portal.once import answered_once
from portal.views.own_list import OwnList
from portal.views.planning.lists import of_unit, whole
from reforms import procedure_rules as rules
from reforms.catalogue.delivered import SOURCE, delivered
from reforms.catalogue.national import load
from reforms.models import CatalogueCheck, NationalProcedure, Procedure
from reforms.models.procedure.national import (
    answered,
    differing,
    in_a_listed_field,
    named_otherwise,
    unanswered,
)
from reforms.views.procedure.lists import BY_CODE, areas, with_words

VIEWS = (
    ("kiem-tra", "Cần kiểm tra"),
    ("da-tra-loi", "Đã kiểm tra"),
    ("khac-ten", "Tên khác danh mục quốc gia"),
)
FOUND = {"kiem-tra": unanswered, "da-tra-loi": answered, "khac-ten": named_otherwise}
AT = "/cai-cach/thu-tuc/doi-chieu/"


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    return FOUND[view](rows)


class ComparisonList(OwnList):
    listing = Listing(
        conditions=(
            Words("q", "Tìm theo mã, tên", with_words, whole(with_words)),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", areas, equal_to("area__code")),
            Choice("don-vi", "Đơn vị phụ trách", "Mọi đơn vị", unit_options, of_unit),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(BY_CODE,),
        tabs=tuple(Tab(words, (("xem", view),)) for view, words in VIEWS),
        usual="so",
        found="so",
    )
    columns = ("pk", "code", "name", "area__name", "unit__name")
    template = "reforms/procedure/comparison.html"
    noun = "thủ tục"
    begins = staticmethod(rules.keeps_procedures)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa thấy thủ tục nào khác danh mục quốc gia",
        "words": "Nạp danh mục quốc gia mới để đối chiếu lại.",
    }

    def rows(self) -> QuerySet:
        seen = Procedure.objects.visible_to(self.reader.user, on=self.reader.on)
        return differing(seen.in_force(as_of=self.reader.on))

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        codes = [row["code"] for row in rows]
        names = dict(NationalProcedure.objects.filter(code__in=codes).values_list("code", "name"))
        checks = CatalogueCheck.objects.filter(procedure__in=[row["pk"] for row in rows])
        latest = {check.procedure_id: check for check in checks}
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {"national": names.get(row["code"], ""), "check": latest.get(row["pk"])}
            for row in rows
        ]

    def context(self, found: Any) -> dict[str, Any]:
        here = Procedure.objects.in_force(as_of=self.reader.on)
        listed = NationalProcedure.objects.all()
        shown = super().context(found)
        shown |= listed.aggregate(loaded_on=Max("loaded_on"), listed=Count("pk"))
        shown |= here.aggregate(all=Count("pk"), compared=Count("pk", filter=in_a_listed_field()))
        return shown | {
            "lacking_here": listed.lacking_here(as_of=self.reader.on).count(),
            "source": SOURCE,
        }


def national_words(rows: Any, question: str, reader: Reader) -> QuerySet:
    return rows.matching(question)


def national_areas() -> list[tuple[str, str]]:
    found = NationalProcedure.objects.values_list("area_key", "area_name")
    return sorted(dict(found.order_by("area_key")).items(), key=lambda each: each[1])


def lacking(rows: Any, view: str, reader: Reader) -> QuerySet:
    return rows.lacking_here(as_of=reader.on)


class NationalList(OwnList):
    """What the office has not, it may yet have to take up."""

    listing = Listing(
        conditions=(
            Words("q", "Tìm theo mã, tên", national_words, whole(national_words)),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", national_areas, equal_to("area_key")),
            Choice("xem", "Xem", "Tất cả", lambda: (("so-chua-co", "Sở chưa có"),), lacking,
                   in_bar=False),
        ),
        orders=(BY_CODE,),
        tabs=(Tab("Sở chưa có", (("xem", "so-chua-co"),)), Tab("Tất cả")),
        usual="so",
        found="so",
    )  # fmt: skip
    columns = ("pk", "code", "name", "area_name", "authority", "published_by", "state_words")
    template = "reforms/procedure/national.html"
    noun = "thủ tục"
    begins = staticmethod(rules.keeps_procedures)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa nạp danh mục quốc gia",
        "words": "Nạp từ tệp Excel hoặc dùng danh mục kèm theo Cổng.",
        "url": AT,
        "act": "Về trang đối chiếu",
    }

    def rows(self) -> QuerySet:
        here = rules.may_read(self.reader.user, on=self.reader.on)
        return NationalProcedure.objects.all() if here else NationalProcedure.objects.none()

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return list(found)


@require_POST
@answered_once
def load_delivered(request: HttpRequest) -> HttpResponse:
    """The national rows that came with the portal take the place of what was loaded before."""
    on = timezone.localdate()
    if not rules.keeps_procedures(request.user, on=on):
        raise Http404
    count = load(delivered().rows, on=on)
    history.record(
        "danh-muc/quoc-gia", "load", by=request.user.key, on=on,
        label="Nạp danh mục quốc gia kèm theo Cổng", facts={"rows": count},
    )  # fmt: skip
    messages.success(request, f"Đã nạp {count} thủ tục của danh mục quốc gia.")
    return redirect(AT)
