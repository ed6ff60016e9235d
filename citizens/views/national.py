"""/co-so-du-lieu-quoc-gia/: what the national database does not have yet, and a file to type from.

Entering there in time is a duty for which the head answers (NĐ154 Đ27, NĐ155 Đ30a). Denunciations
are in none of it: whoever keeps them enters them from paper.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from citizens import rules
from citizens.models import Complaint, Visit
from citizens.models.national import OWED
from citizens.models.visit.vocabulary import VisitStage
from citizens.models.vocabulary import kind_words
from citizens.views.lists import cases_of
from portal.filters import Reader
from portal.views.bulk import BulkView
from portal.views.spreadsheet import spreadsheet

from .visit_list import VisitList

STEP = "report_nationally"
AT_ONCE = 2_000
CASE_FIELDS = (
    *(("Số", 16), ("Loại", 22), ("Ngày nhận", 12), ("Người gửi", 28), ("Nội dung", 60)),
    *(("Lĩnh vực", 28), ("Đơn vị giải quyết", 28), ("Ngày thụ lý", 12), ("Ngày giải quyết", 14)),
    *(("Kết quả", 28), ("Ngày kết thúc", 12), ("Giai đoạn", 24), ("Lần cập nhật trước", 16)),
)
VISIT_FIELDS = (
    *(("Số", 16), ("Ngày tiếp", 12), ("Loại tiếp", 20), ("Họ và tên", 28), ("Địa chỉ", 40)),
    *(("Số người", 10), ("Nội dung", 60), ("Loại nội dung", 18), ("Lĩnh vực", 28)),
    *(("Kết quả tiếp", 26), ("Người tiếp", 26)),
)


def reader_of(request: HttpRequest) -> Reader:
    reader = Reader(request.user, timezone.localdate())
    if not rules.reports_nationally(reader.user, on=reader.on):
        raise Http404
    return reader


def cases_owed(reader: Reader) -> QuerySet:
    return cases_of(reader).filter(OWED).order_by("received_on", "pk")


def visits_owed(reader: Reader) -> QuerySet:
    seen = Visit.objects.visible_to(reader.user, on=reader.on).plain()
    rows = seen.filter(reported_on=None).exclude(stage=VisitStage.OWN_BOOK)
    return rows.order_by("received_on", "pk")


@require_safe
def national(request: HttpRequest) -> HttpResponse:
    """How many of each are owed, since when the oldest waits, and the ways to mend it."""
    reader = reader_of(request)
    step = Complaint.workflow[STEP]
    everything = urlencode({"tat-ca": "1", "loc": "csdl=chua"})
    context = {
        "parts": [
            part("Vụ việc", "/vu-viec/", cases_owed(reader), step, everything, "national-cases"),
            part(
                "Lượt tiếp", "/tiep-dan/", visits_owed(reader), step, everything, "national-visits"
            ),
        ]
    }
    return render(request, "citizens/national.html", context)


def part(words: str, at: str, rows: QuerySet, step: Any, everything: str, file: str) -> dict:
    return {
        "words": words,
        "count": rows.count(),
        "oldest": rows.values_list("received_on", flat=True).first(),
        "list": f"{at}?csdl=chua",
        "mark": f"{at}hang-loat/{step.path}/?{everything}",
        "file": file,
    }


@require_safe
def national_cases(request: HttpRequest) -> HttpResponse:
    """Vụ việc that are owed, as an Excel file."""
    reader = reader_of(request)
    rows = cases_owed(reader).select_related("field", "unit").iterator(chunk_size=AT_ONCE)
    name = f"csdl-quoc-gia-vu-viec-{reader.on}"
    return spreadsheet(CASE_FIELDS, map(case_cells, rows), name=name, title="Vụ việc")


def case_cells(case: Any) -> tuple[Any, ...]:
    return (
        *(case.code, kind_words(case.kind, case.level), case.received_on, case.sender, case.title),
        *(case.field, case.unit, case.accepted_on, case.decided_on),
        *(case.get_outcome_display(), case.closed_on, case.get_stage_display(), case.reported_on),
    )


@require_safe
def national_visits(request: HttpRequest) -> HttpResponse:
    """Lượt tiếp that are owed, as an Excel file; numbers of identity papers stay in the portal."""
    reader = reader_of(request)
    rows = visits_owed(reader).select_related("field", "receiver").iterator(chunk_size=AT_ONCE)
    name = f"csdl-quoc-gia-luot-tiep-{reader.on}"
    return spreadsheet(VISIT_FIELDS, map(visit_cells, rows), name=name, title="Lượt tiếp")


def visit_cells(visit: Any) -> tuple[Any, ...]:
    return (
        *(visit.code, visit.received_on, visit.get_kind_display(), visit.name, visit.address),
        *(visit.people, visit.content, visit.get_petition_kind_display(), visit.field),
        *(visit.get_result_display(), visit.receiver or visit.receiver_name),
    )


class VisitsOwed(VisitList):
    """The register with its address, so that the act finds the way back."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.at = "/tiep-dan/"


class VisitBulk(BulkView):
    """Nhiều lượt tiếp một lần: only that they were entered in the national database."""

    list_view, workflow, acts = VisitsOwed, Visit.workflow, (STEP,)
