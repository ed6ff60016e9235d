"""``/dan-chu/hoi-nghi/``: conferences the reader may see; and unit by unit, who held none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import conference_rules as rules
from democracy.forms.conference.calling import FIRST_YEAR, LAST_YEAR
from democracy.models import Conference
from democracy.models.conference.conference import Stage
from democracy.models.conference.counting import last_day_for, year_in_question
from democracy.obligations.conference import MEET_APART, few_people
from democracy.views.lists import BY_CODE, OwnList
from democracy.views.pages import HOME
from portal.deadlines import Standing, standing
from portal.filters import Choice, Listing, Reader, Tab, Within, by_year, unit_options
from portal.people import Unit
from portal.planning.rules import works_here
from portal.views.planning.lists import of_unit, words_in

LIST = ("Hội nghị", "/dan-chu/hoi-nghi/")
VIEWS = (
    ("chuan-bi", "Đang chuẩn bị"),
    ("cho-nghi-quyet", "Chờ nghị quyết"),
    ("den-ky", "Đến kỳ kiểm tra"),
    ("cho-ky", "Chờ tổ chức đại diện ký"),
)


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "chuan-bi":
        return rows.filter(stage=Stage.PLANNED)
    if view == "cho-nghi-quyet":
        return rows.filter(stage=Stage.HELD)
    if view == "den-ky":
        return rows.to_check(as_of=reader.on)
    return rows.to_cosign()


class ConferenceList(OwnList):
    model, beside = Conference, ("unit",)
    listing = Listing(
        conditions=(
            words_in("unit__name", "code"),
            by_year(Conference, "work_year", label="Năm công tác"),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Within("hop-trong", "Họp trong", "held_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang chuẩn bị", (("xem", "chuan-bi"),)),
            Tab("Chờ nghị quyết", (("xem", "cho-nghi-quyet"),)),
            Tab("Đến kỳ kiểm tra", (("xem", "den-ky"),), tone="late"),
            Tab("Chờ tổ chức đại diện ký", (("xem", "cho-ky"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = ("pk", "code")
    template = "democracy/conference/list.html"
    noun = "hội nghị"
    begins = staticmethod(rules.begins)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có hội nghị nào",
        "words": "Hội nghị hằng năm họp sau khi năm công tác kết thúc, chậm nhất 31/3 năm sau.",
        "url": "/dan-chu/hoi-nghi/moi/",
        "act": "Lập hội nghị",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return self.wholes(found, running=Stage.values)


@dataclass(frozen=True)
class Row:
    """A unit in a year: its conference, or how it stands without one."""

    unit: Unit
    conference: Conference | None
    told: Standing
    begins: bool


@require_safe
def by_unit(request: HttpRequest) -> HttpResponse:
    """``?nam=2025``: every unit that meets on its own, also those with none."""
    on = timezone.localdate()
    year = year_asked(request.GET.get("nam", ""), on=on)
    works = works_here(request.user, on=on)
    rows = rows_of(request.user, year=year, on=on) if works else []
    context = {
        "works_here": works,
        "year": year,
        "due": last_day_for(year),
        "rows": rows,
        "without": sum(row.conference is None for row in rows),
        "crumbs": [HOME, LIST],
        "on": on,
    }
    return render(request, "democracy/conference/by_unit.html", context)


def year_asked(typed: str, *, on: date) -> int:
    if not typed:
        return year_in_question(on)
    if not (typed.isdecimal() and typed.isascii() and FIRST_YEAR <= int(typed) <= LAST_YEAR):
        raise BadRequest("Không có năm công tác này.")
    return int(typed)


def rows_of(user: Any, *, year: int, on: date) -> list[Row]:
    """Three statements, however many units."""
    seen = Conference.objects.visible_to(user, on=on).regular().filter(work_year=year)
    held = {one.unit_id: one for one in seen.select_related("unit")}
    units = Unit.objects.open(as_of=on).filter(kind__in=MEET_APART)
    if not rules.sees_all(user, on=on):
        units = units & rules.staff_of(user, on=on)
    together = {unit.pk: unit for unit in (*units, *(one.unit for one in held.values()))}
    small = few_people(list(together.values()), before=year)
    rows = [
        Row(unit, one := held.get(pk), told_of(one, pk in small, year=year, on=on),
            one is None and rules.writes(user, Conference(unit=unit), on=on))
        for pk, unit in together.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.unit.kind != Unit.Kind.HEADQUARTERS, row.unit.name))


def told_of(one: Conference | None, small: bool, *, year: int, on: date) -> Standing:
    if one is not None:
        return one.standing(as_of=on)
    if small:
        return Standing("ok", "Không bắt buộc", "Không bắt buộc", None)
    return standing(last_day_for(year), as_of=on)
