"""What sessions concluded, until it is done: the list, the sheet to be signed, its Word form."""

from __future__ import annotations

from collections import defaultdict
from tempfile import TemporaryFile
from typing import Any

from django.core.exceptions import BadRequest
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens import rules
from citizens.documents.capacity import lines_of, signer_of
from citizens.models import Reception
from citizens.views.lists import works_here
from citizens.views.reception.arranging import RECEPTION, SCHEDULE
from citizens.views.reception.session import session_or_404
from citizens.words.conclusion import follow_up, recipients_of
from portal.documents import Sheet, write_sheet
from portal.filters import Reader
from portal.instructions import Instruction
from portal.office import office
from portal.paper_style import paper_style
from portal.text import day_long

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DONE = "da-xong"
MOST = 200
"""Sessions looked at, the newest first: several years of an office."""


@require_safe
def conclusions(request: HttpRequest) -> HttpResponse:
    """Theo dõi kết luận: what still waits for a signature, a number, a report."""
    reader = Reader(request.user, timezone.localdate())
    only = asked_for(request)
    found = followed(reader)
    done = [row for row in found if row[1].done]
    still_open = [row for row in found if not row[1].done]
    context = {
        "only": only,
        "rows": done if only else still_open,
        "counts": {"open": len(still_open), "done": len(done)},
        "on": reader.on,
        "nothing": not found,
        "works_here": works_here(reader),
        "crumbs": [RECEPTION, SCHEDULE],
    }
    return render(request, "citizens/reception/conclusions.html", context)


def asked_for(request: HttpRequest) -> str:
    only = request.GET.get("xem", "")
    if only not in ("", DONE):
        raise BadRequest("Không có mục kết luận này.")
    return only


def followed(reader: Reader) -> list[tuple[Any, Any, list[Instruction]]]:
    """Each session that concluded something, how far it has come, its tasks."""
    seen = Reception.objects.visible_to(reader.user, on=reader.on).with_words()
    concluded = seen.filter(conclusion__isnull=False).select_related("conclusion")
    sessions = list(concluded.order_by("-date", "-pk")[:MOST])
    tasks = tasks_of(sessions)
    return [
        (each, follow_up(each.conclusion, tasks[each.stream], on=reader.on), tasks[each.stream])
        for each in sessions
    ]


def tasks_of(sessions: list[Any]) -> dict[str, list[Instruction]]:
    rows = Instruction.objects.filter(stream__in=[each.stream for each in sessions])
    found: dict[str, list[Instruction]] = defaultdict(list)
    for row in rows.select_related("unit", "user"):
        found[row.stream].append(row)
    return found


def conclusion_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Thông báo kết luận, or the minutes of a session to which nobody came."""
    on = timezone.localdate()
    session = session_or_404(request, code, on=on)
    notice = session.concluded
    if not session.nobody_came and (notice is None or notice.approved_on is None):
        raise Http404
    told = None if session.nobody_came else notice
    context = {
        "session": session,
        "notice": told,
        "recipients": told and (told.recipients or recipients_of(session)),
        "signs_as": told and signs_as(session, told),
        "numbers": bool(told and told.waits and rules.is_clerk(request.user, session, on=on)),
        "crumbs": [RECEPTION, SCHEDULE, (session.code, session.get_absolute_url())],
    }
    return render(request, "citizens/reception/conclusion.html", context)


@require_safe
def conclusion_file(request: HttpRequest, code: str) -> FileResponse:
    """The same as a Word file, to be signed."""
    session = session_or_404(request, code, on=timezone.localdate())
    notice = session.concluded
    if notice is None or notice.approved_on is None:
        raise Http404
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_sheet(file, sheet_of(session, notice))
    file.seek(0)
    name = f"thong-bao-ket-luan-{session.date}.docx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=WORD)


def sheet_of(session: Any, notice: Any) -> Sheet:
    here = office(notice.dated_on or notice.approved_on)
    year = notice.approved_on.year
    return Sheet(
        office=here,
        body_size=paper_style(notice.dated_on or notice.approved_on).body_size,
        number=notice.number or f"……/TB-{here.symbol}",
        dated=day_long(notice.dated_on) if notice.dated_on else f"ngày …… tháng …… năm {year}",
        title="Thông báo",
        subject="Kết luận việc tiếp công dân",
        text=notice.notice,
        recipients=notice.recipients or recipients_of(session),
        signs_as=signs_as(session, notice),
        signer=notice.approved_by.full_name,
    )


def signs_as(session: Any, notice: Any) -> list[str]:
    """As of the day of the approval: KT. GIÁM ĐỐC, and below it PHÓ GIÁM ĐỐC."""
    return lines_of(signer_of(session, notice.approved_by, on=notice.approved_on))
