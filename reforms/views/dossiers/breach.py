"""``/cai-cach/ho-so/vi-pham/``: breaches of the one-stop rules, for few readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.filters import (
    Choice,
    Listing,
    Order,
    Reader,
    Tab,
    Within,
    equal_to,
    unit_of,
    unit_options,
)
from portal.periods import stretch_of
from portal.registers import CodeKey
from portal.views.new import NewView
from portal.views.own_list import OwnList
from portal.views.planning.lists import words_in
from portal.views.step import StepView
from reforms import dossier_rules as rules
from reforms.forms.breach import Note
from reforms.models import Breach
from reforms.models.dossiers.breach import Kind, Stage
from reforms.views.dossiers.late import ROOM
from reforms.views.pages import HOME, around

LIST = ("Vi phạm quy định một cửa", "/cai-cach/ho-so/vi-pham/")
VIEWS = (
    ("chua", "Chưa xử lý xong"),
    ("xong", "Đã xử lý"),
    ("co", "Có vi phạm"),
    ("gach", "Đã gạch"),
)
STAGES = {"chua": Stage.OPEN, "xong": Stage.HANDLED, "gach": Stage.STRUCK}


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "co":
        return rows.kept()
    return rows.filter(stage=STAGES[view])


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


class OpenAtTheEnd(Within):
    """Found by the last day of a period and not handled then."""

    def narrow(self, rows: Any, value: str, reader: Reader) -> QuerySet:
        return rows.open_at(stretch_of(value).end)


class BreachList(OwnList):
    model, beside = Breach, ("unit",)
    listing = Listing(
        conditions=(
            words_in("content", "code", "dossier"),
            Choice("hanh-vi", "Hành vi", "Mọi hành vi", lambda: Kind.choices, equal_to("kind")),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Within("phat-hien-trong", "Phát hiện trong", "found_on"),
            OpenAtTheEnd("con-mo-den-het", "Chưa xử lý xong đến hết", "found_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(
            Order("ngay", "Ngày phát hiện", "found_on"),
            Order("so", "Số", "code", read=str, key=CodeKey),
        ),
        tabs=(
            Tab("Chưa xử lý xong", (("xem", "chua"),), tone="late"),
            Tab("Đã xử lý", (("xem", "xong"),)),
            Tab("Tất cả"),
        ),
        usual="-ngay",
        found="-ngay",
    )
    columns = ("pk", "code", "found_on")
    template = "reforms/dossiers/breach_list.html"
    noun = "vi phạm"
    begins = staticmethod(rules.notes_breaches)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa ghi vi phạm nào",
        "words": "Chỉ lãnh đạo, đầu mối kiểm soát TTHC và thủ trưởng đơn vị liên quan đọc được.",
        "url": f"{LIST[1]}moi/",
        "act": "Ghi vi phạm",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        return self.wholes(found, running=(Stage.OPEN,))


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Breach.objects.visible_to(request.user, on=on).select_related("unit", "officer")
    row = get_object_or_404(seen, code=code)
    context = {
        "row": row,
        "standing": row.standing(as_of=on) if row.stage == Stage.OPEN else None,
        **around(request.user, row, on=on, told=True, above=LIST, aside=("strike",)),
        "crumbs": [HOME, ROOM, LIST],
    }
    return render(request, "reforms/dossiers/breach.html", context)


class NewBreach(NewView):
    may, form_class = rules.notes_breaches, Note
    verb = Breach.note
    crumbs = (HOME, ROOM, LIST)
    here, act = "Ghi vi phạm quy định một cửa", "Ghi vi phạm"

    def given(self) -> dict[str, Any]:
        return super().given() | {"subject": Breach()}


class BreachStepView(StepView):
    model = Breach
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        here = (self.subject.code, self.subject.get_absolute_url())
        return {"crumbs": [HOME, ROOM, LIST, here]}
