"""``/cai-cach/ho-so/qua-han/``: dossiers that run late, their letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
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
from portal.people import heads_of
from portal.registers import CodeKey
from portal.views.new import NewView
from portal.views.own_list import OwnList
from portal.views.planning.lists import words_in
from portal.views.step import StepView
from portal.views.word_file import word_file
from reforms import dossier_rules as rules
from reforms.dossiers.apology import LETTER, write_apology
from reforms.forms.late_dossier import Note
from reforms.models import LateDossier
from reforms.models.dossiers.late import UNFINISHED, Cause, Stage
from reforms.views.pages import HOME, around

ROOM = ("Hồ sơ một cửa", "/cai-cach/ho-so/")
LIST = ("Hồ sơ quá hạn", "/cai-cach/ho-so/qua-han/")
VIEWS = (
    ("chua-xin-loi", "Chờ Phiếu xin lỗi"),
    ("qua-han", "Quá hạn"),
    ("giam-doc", "Quá cả ngày hẹn lại"),
    ("cho-bo-sung", "Chờ bổ sung"),
    ("bo-sung-lai", "Yêu cầu bổ sung quá một lần"),
    ("xong", "Đã trả kết quả"),
)
NOBODY = "-"
STAGES = {"xong": Stage.RETURNED, "cho-bo-sung": Stage.WAITING}
LETTERS = (("co", "Đã gửi Phiếu xin lỗi"), ("chua", "Chưa gửi Phiếu xin lỗi"))


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "chua-xin-loi":
        return rows.without_letter(as_of=reader.on)
    if view == "giam-doc":
        return rows.past_their_new_day(as_of=reader.on)
    if view == "bo-sung-lai":
        return rows.asked_twice()
    if view in STAGES:
        return rows.filter(stage=STAGES[view])
    return rows.overdue(as_of=reader.on)


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


def handlers() -> list[tuple[str, str]]:
    rows = LateDossier.objects.exclude(handler=None).order_by("handler__full_name")
    named = rows.values_list("handler__username", "handler__full_name").distinct()
    return [(NOBODY, "Chưa ghi cán bộ"), *named]


def of_handler(rows: QuerySet, name: str, reader: Reader) -> QuerySet:
    if name == NOBODY:
        return rows.filter(handler=None)
    return rows.filter(handler__username=name)


def with_letter(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(letter_on__isnull=value == "chua")


class LateDossierList(OwnList):
    model, beside = LateDossier, ("unit", "handler")
    listing = Listing(
        conditions=(
            words_in("number", "title", "code"),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("nguyen-nhan", "Nguyên nhân", "Mọi nguyên nhân", lambda: Cause.choices,
                   equal_to("cause")),
            Choice("phieu", "Phiếu xin lỗi", "Có hoặc chưa", lambda: LETTERS, with_letter),
            Choice("can-bo", "Cán bộ", "Mọi cán bộ", handlers, of_handler, when_asked=True),
            Within("den-han-trong", "Đến hạn trong", "due_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(
            Order("han", "Hẹn trả", "due_on"),
            Order("so", "Số", "code", read=str, key=CodeKey),
        ),
        tabs=(
            Tab("Chờ Phiếu xin lỗi", (("xem", "chua-xin-loi"),)),
            Tab("Quá hạn", (("xem", "qua-han"),), tone="late"),
            Tab("Quá cả ngày hẹn lại", (("xem", "giam-doc"),), tone="late"),
            Tab("Chờ bổ sung", (("xem", "cho-bo-sung"),)),
            Tab("Đã trả kết quả", (("xem", "xong"),)),
            Tab("Tất cả"),
        ),
        usual="han",
        found="han",
    )  # fmt: skip
    columns = ("pk", "code", "due_on")
    template = "reforms/dossiers/late_list.html"
    noun = "hồ sơ"
    begins = staticmethod(rules.enters_late)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa ghi hồ sơ nào",
        "words": "Chỉ ghi hồ sơ còn một ngày làm việc là hết hạn hoặc đã quá hạn.",
        "url": f"{LIST[1]}moi/",
        "act": "Ghi hồ sơ",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = self.wholes(found, running=UNFINISHED)
        heads = heads_of((row.unit_id for row in rows), on=self.reader.on)
        for row in rows:
            row.head = heads.get(row.unit_id, "")
        return rows


def visible_dossier(request: HttpRequest, code: str) -> LateDossier:
    on = timezone.localdate()
    seen = LateDossier.objects.visible_to(request.user, on=on)
    return get_object_or_404(
        seen.select_related("unit", "officer", "handler", "procedure"), code=code
    )


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    row = visible_dossier(request, code)
    context = {
        "row": row,
        "standing": row.standing(as_of=on) if row.stage in UNFINISHED else None,
        "letter": LETTER if row.letter_on else "",
        "supplements": list(row.supplements.all()),
        "wait_until": row.wait_until if row.stage == Stage.WAITING else None,
        **around(request.user, row, on=on, told=True, above=LIST, aside=("strike",)),
        "crumbs": [HOME, ROOM, LIST],
    }
    return render(request, "reforms/dossiers/late.html", context)


@require_safe
def letter(request: HttpRequest, code: str) -> HttpResponseBase:
    """Mẫu 04, once a day was promised."""
    row = visible_dossier(request, code)
    if row.letter_on is None:
        raise Http404
    return word_file(partial(write_apology, row=row), name=f"phieu-xin-loi-{row.code.lower()}")


class NewLateDossier(NewView):
    may, form_class = staticmethod(rules.enters_late), Note
    verb = LateDossier.note
    crumbs = (HOME, ROOM, LIST)
    here, act = "Ghi hồ sơ quá hạn", "Ghi hồ sơ"

    def given(self) -> dict[str, Any]:
        return super().given() | {"subject": LateDossier()}


class LateDossierStepView(StepView):
    model = LateDossier
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        here = (self.subject.code, self.subject.get_absolute_url())
        return {"crumbs": [HOME, ROOM, LIST, here]}
