"""``/van-ban/``: the register of legal documents, for the public what is not internal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.decorators import method_decorator

from portal.filters import Choice, Listing, Order, Page, Reader, Tab, Words
from portal.instruments import Instrument, Issuer, Relation
from portal.permissions import keeps_instruments
from portal.planning.implementing import not_carried_out
from portal.views.list import ListView
from portal.views.planning.lists import no_match, whole

CARRIED_OUT = (("chua", "Quá hạn chưa có văn bản triển khai"),)
FORCE = (("con", "Còn hiệu lực"), ("het", "Hết hiệu lực"))
TO_ENTER = {
    "kind": "nothing",
    "title": "Sổ văn bản còn trống",
    "words": "Ghi văn bản chỉ đạo đầu tiên để kế hoạch dẫn chiếu được.",
    "url": "/van-ban/moi/",
    "act": "Vào sổ văn bản",
}
NOT_YET = {"kind": "nothing", "title": "Chưa có văn bản nào được công khai"}


def matching(rows: Any, question: str, reader: Reader) -> QuerySet:
    return rows.matching(question)


def by_force(rows: Any, force: str, reader: Reader) -> QuerySet:
    if force == "con":
        return rows.in_force(as_of=reader.on)
    return rows.no_longer_in_force(as_of=reader.on)


def by_carrying_out(rows: Any, value: str, reader: Reader) -> QuerySet:
    return not_carried_out(rows, as_of=reader.on, inside=reader.user.is_authenticated)


def issuers() -> list[tuple[str, str]]:
    return list(Issuer.objects.values_list("code", "name"))


INSTRUMENTS = Listing(
    conditions=(
        Words("q", "Tìm", matching, whole(matching)),
        Choice(
            *("loai", "Loại", "Mọi loại", lambda: Instrument.Kind.choices),
            lambda rows, kind, reader: rows.filter(kind=kind),
        ),
        Choice(
            *("co-quan", "Cơ quan ban hành", "Mọi cơ quan", issuers),
            lambda rows, code, reader: rows.filter(issuer__code=code),
        ),
        Choice(
            *("trien-khai", "Triển khai", "Tất cả", lambda: CARRIED_OUT, by_carrying_out),
            when_asked=True,
        ),
        Choice("hieu-luc", "Hiệu lực", "Tất cả", lambda: FORCE, by_force, in_bar=False),
    ),
    orders=(Order("ngay", "Ngày", "dated", read=int),),
    tabs=(
        Tab("Còn hiệu lực", (("hieu-luc", "con"),)),
        Tab("Hết hiệu lực", (("hieu-luc", "het"),)),
        Tab("Tất cả"),
    ),
    usual="-ngay",
    found="-ngay",
)


@method_decorator(login_not_required, name="dispatch")
class InstrumentList(ListView):
    listing = INSTRUMENTS
    http_method_names = ("get", "head", "options")
    columns = (
        *("pk", "dated", "reference", "title", "kind", "year", "month", "day", "issuer__name"),
        "issuer__kind",
        *("in_force_from", "in_force_to", "internal", "released_on"),
    )
    template = "portal/instrument/list.html"
    noun = "văn bản"

    def rows(self) -> QuerySet:
        return Instrument.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        instead = replaced_by([row["pk"] for row in rows], reader=self.reader)
        return [shown(row, on=self.reader.on) | {"instead": instead.get(row["pk"])} for row in rows]

    def context(self, found: Page) -> dict[str, Any]:
        listed = super().context(found)
        keeps = keeps_instruments(self.reader.user, on=self.reader.on)
        is_empty = not any(tab["found"] for tab in listed["tabs"])
        nothing = TO_ENTER if keeps else NOT_YET
        return listed | {
            "keeps": keeps,
            "base": base_of(self.request),
            "empty": nothing if is_empty else no_match("Không có văn bản nào khớp"),
        }


def replaced_by(keys: list[int], *, reader: Reader) -> dict[int, Instrument]:
    """Which document took the place of each, as far as the reader may see it."""
    seen = Instrument.objects.visible_to(reader.user, on=reader.on)
    kinds = (Relation.Kind.REPLACES, Relation.Kind.REPEALS)
    found = Relation.objects.filter(other__in=keys, kind__in=kinds, instrument__in=seen)
    return {row.other_id: row.instrument for row in found.select_related("instrument")}


def shown(row: Mapping[str, Any], *, on: date) -> dict[str, Any]:
    """What a row says of itself, asked of the row and not of the database."""
    names = ("kind", "year", "month", "day", "in_force_from", "in_force_to", "internal")
    one = Instrument(released_on=row["released_on"], **{name: row[name] for name in names})
    one.issuer = Issuer(kind=row["issuer__kind"])
    return {
        **row,
        "kind_words": one.get_kind_display(),
        "date_words": one.date_words,
        "in_force": one.is_in_force(as_of=on),
        "ended": one.in_force_to is not None and one.in_force_to < on,
        "inside": not one.is_public(as_of=on),
    }


def base_of(request: HttpRequest) -> str:
    return "base_staff.html" if request.user.is_authenticated else "base_public.html"
