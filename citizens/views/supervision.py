"""/giam-sat/: figures of closed cases for the bodies that supervise; their remarks, the answers.

No names, no units, no rows behind a figure. What has fewer than five is shown together with others,
and only finished quarters are offered, so that no two periods can be subtracted from each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode

from citizens import rules
from citizens.forms.policy_issue import RemarkForm, ReplyForm
from citizens.models import Case, Cause, Clock, SupervisionRemark
from citizens.models.supervision import bodies_of
from citizens.models.vocabulary import Kind, Outcome
from portal.filters import Reader
from portal.once import answered_once
from portal.periods import Quarter, Regular, period_of
from portal.templatetags.navigation import OPEN_TO

LIST = ("Giám sát giải quyết đơn", "/giam-sat/")
FEW = 5
OFFERED = 8
Rows = list[tuple[str, int]]

OPEN_TO["supervision"] = rules.reads_supervision


def reader_of(request: HttpRequest) -> Reader:
    reader = Reader(request.user, timezone.localdate())
    if not rules.reads_supervision(reader.user, on=reader.on):
        raise Http404
    return reader


@answered_once
def supervision(request: HttpRequest) -> HttpResponse:
    """A finished quarter in figures, the remarks about it, and the box for a new one."""
    reader = reader_of(request)
    quarter = asked_quarter(request, reader)
    member = bool(bodies_of(reader.user, on=reader.on))
    if request.method == "POST" and not member:
        raise Http404
    form = RemarkForm(request.POST or None, reader=reader) if member else None
    if form and request.method == "POST" and form.is_valid():
        SupervisionRemark.remark(
            by=reader.user, on=reader.on, period=quarter.code, **form.cleaned_data
        )
        messages.success(request, "Đã gửi nhận xét đến Giám đốc.")
        return redirect(f"{LIST[1]}?{urlencode({'ky': quarter.code})}")
    seen = SupervisionRemark.objects.visible_to(reader.user, on=reader.on)
    remarks = seen.filter(period=quarter.code).select_related("body", "by", "answered_by")
    context = {
        "quarter": quarter,
        "quarters": finished_quarters(reader),
        **figures(quarter),
        "remarks": remarks,
        "answers": reader.user.holds("director", as_of=reader.on),
        "form": form,
    }
    status = 422 if form and form.is_bound and form.errors else 200
    return render(request, "citizens/supervision.html", context, status=status)


@answered_once
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Trả lời: the Director's, below the remark."""
    reader = reader_of(request)
    if not reader.user.holds("director", as_of=reader.on):
        raise Http404
    remark = get_object_or_404(SupervisionRemark.objects.select_related("body"), pk=pk)
    back = f"{LIST[1]}?{urlencode({'ky': remark.period})}"
    form = ReplyForm(request.POST or None, initial={"text": remark.answer})
    if request.method == "POST" and form.is_valid():
        remark.reply(by=reader.user, on=reader.on, text=form.cleaned_data["text"])
        messages.success(request, f"Đã trả lời {remark.body}.")
        return redirect(back)
    context = {
        "form": form,
        "heading": f"Trả lời {remark.body}",
        "section": LIST[0],
        "crumbs": [LIST],
        "back": back,
        "guidance": remark.text,
        "act": "Gửi trả lời",
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "citizens/reception/form.html", context, status=status)


def finished_quarters(reader: Reader) -> list[Regular]:
    found: list[Regular] = [Quarter.containing(reader.on).previous()]
    while len(found) < OFFERED:
        found.append(found[-1].previous())
    return found


def asked_quarter(request: HttpRequest, reader: Reader) -> Regular:
    finished = finished_quarters(reader)
    if "ky" not in request.GET:
        return finished[0]
    try:
        asked = period_of(request.GET["ky"])
    except ValueError as problem:
        raise BadRequest("Không có kỳ này.") from problem
    if asked.code not in {each.code for each in finished}:
        raise BadRequest("Chỉ xem được những quý đã qua.")
    return asked


def figures(quarter: Regular) -> dict[str, Any]:
    """Nothing at all where the whole quarter had but a few."""
    closed = Case.objects.filter(closed_on__range=quarter.dates)
    total = closed.count()
    if total < FEW:
        return {"total": None, "tables": []}
    late = Exists(Clock.objects.settled_late().filter(case=OuterRef("pk")))
    tables = [
        ("Theo loại", counted(closed, "kind", dict(Kind.choices))),
        ("Theo lĩnh vực", counted(closed.annotate(top=TOP_FIELD), "top", {})),
        ("Theo kết quả", counted(closed, "outcome", dict(Outcome.choices))),
        ("Theo thời hạn", counted(closed.annotate(late=late), "late", ON_TIME)),
        ("Theo nguyên nhân", counted(closed, "cause__code", dict(Cause.Code.choices))),
    ]
    return {"total": total, "tables": tables}


TOP_FIELD = Coalesce("field__parent__name", "field__name")
ON_TIME = {False: "Đúng hạn", True: "Quá hạn"}


def counted(rows: QuerySet, column: str, words: Mapping[Any, str]) -> Rows:
    found = rows.order_by().values_list(column).annotate(amount=Count("pk"))
    return veiled([(str(words.get(value) or value or "Chưa ghi"), n) for value, n in found])


def veiled(rows: Rows) -> Rows:
    """What has fewer than five stands together with others, until together they are five."""
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))
    few = [row for row in ordered if row[1] < FEW]
    shown = [row for row in ordered if row[1] >= FEW]
    if not few:
        return shown
    while shown and (len(few) < 2 or sum(amount for _, amount in few) < FEW):
        few.insert(0, shown.pop())
    together = ", ".join(words for words, _ in few)
    return [*shown, (f"Gộp: {together}", sum(amount for _, amount in few))]
