"""The page of each thing that a board writes."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import board_rules as rules
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
)
from democracy.views.board.pages import ROOM, BoardStepView, page, seen
from democracy.views.board.paper import WORD, write_report
from democracy.views.pages import HOME
from portal.attachments import serve
from portal.deadlines import confirmations
from portal.text import day, lower_first

ASKED = ("Kiến nghị", f"{ROOM[1]}kien-nghi/")
INSPECTIONS = ("Kiểm tra, giám sát", f"{ROOM[1]}kiem-tra/")
REQUESTS = ("Đề nghị", f"{ROOM[1]}de-nghi/")


@require_safe
def programme(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = seen(BoardProgramme, request, code, on=on)
    facts = [("Ban", str(one.body)), ("Kỳ", one.period.label)]
    facts += [("Ban hành", day(one.issued_on))] if one.issued_on else []
    facts += [("Điều chỉnh", one.adjusted_because)] if one.adjusted_because else []
    return page(request, one, on=on, facts=facts, texts=one.parts, aside=("edit", "adjust"))


@require_safe
def inspection(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = seen(BoardInspection, request, code, on=on, read=("inspected", "programme", "file"))
    sits = rules.on_its_board(request.user, one, on=on)
    asked = BoardRecommendation.objects.visible_to(request.user, on=on).filter(inspection=one)
    return page(
        request,
        one,
        on=on,
        above=INSPECTIONS,
        aside=("edit", "put_off", "call_off"),
        facts=facts_of_inspection(one),
        texts=[("Kế hoạch cụ thể", one.plan), ("Kết quả", one.results)],
        links=[("Kiến nghị sau kiểm tra", list(asked[:40]))],
        file=one.file,
        again=f"{ASKED[1]}moi/?inspection={one.code}" if one.stage == "done" and sits else "",
    )


def facts_of_inspection(one: Any) -> list[tuple[str, str]]:
    facts = [
        ("Ban", str(one.body)),
        ("Đơn vị", str(one.inspected)),
        ("Thời gian", f"{day(one.starts_on)} – {day(one.ends_by)}"),
    ]
    if one.programme:
        facts.append(("Theo chương trình", str(one.programme)))
    if one.notified_on:
        facts.append(("Thông báo", day(one.notified_on)))
    elif one.notify_due and one.stage == "planned":
        facts.append(("Thông báo chậm nhất", day(one.notify_due)))
    if one.untold_because:
        facts.append(("Chưa báo tổ chức đại diện", one.untold_because))
    if one.results_on:
        facts.append(("Có kết quả", day(one.results_on)))
    if one.called_off_because:
        facts.append(("Không tiến hành", one.called_off_because))
    return facts


@require_safe
def inspection_file(request: HttpRequest, code: str) -> HttpResponseBase:
    one = seen(BoardInspection, request, code, on=timezone.localdate(), read=("file",))
    return served(one.file)


@require_safe
def recommendation(request: HttpRequest, code: str) -> HttpResponse:
    """With the countdown, for everybody whose board it is."""
    on = timezone.localdate()
    one = seen(
        BoardRecommendation, request, code, on=on, read=("inspection", "answered_by", "file")
    )
    reckoned = one.reckoned_with(confirmations())
    return page(
        request,
        one,
        on=on,
        above=ASKED,
        aside=("lay_aside",),
        facts=facts_of_recommendation(one),
        texts=[("Nội dung, căn cứ", one.text), ("Trả lời của người đứng đầu", one.answer)],
        links=[("Từ cuộc kiểm tra", [one.inspection] if one.inspection else [])],
        late=one.was_late,
        file=one.file,
        reckoning=reckoned.rows() if reckoned else [],
    )


def facts_of_recommendation(one: Any) -> list[tuple[str, str]]:
    facts = [("Ban", str(one.body)), ("Người đứng đầu của", str(one.unit))]
    facts.append(("Ngày nhận", day(one.received_on)))
    if one.due_on:
        facts.append(("Hạn trả lời", day(one.due_on)))
    if one.answered_on:
        facts.append(("Trả lời", f"{day(one.answered_on)}, {one.answered_by}"))
        facts.append(("Kết quả", one.get_outcome_display()))
    if one.closed_on:
        told = f": {lower_first(one.closed_because)}" if one.closed_because else ""
        facts.append((one.get_stage_display(), f"{day(one.closed_on)}{told}"))
    return facts


@require_safe
def recommendation_file(request: HttpRequest, code: str) -> HttpResponseBase:
    one = seen(BoardRecommendation, request, code, on=timezone.localdate(), read=("file",))
    return served(one.file)


def served(file: Any) -> HttpResponseBase:
    if file is None:
        raise Http404
    return serve(file)


@require_safe
def staff_request(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = seen(BoardRequest, request, code, on=on, read=("asked_by", "inspection"))
    facts = [("Gửi tới", str(one.body)), ("Ngày nhận", day(one.received_on))]
    facts.append(("Người đề nghị", str(one.asked_by or "Ban nhận trực tiếp, giữ tên ngoài Cổng")))
    sits = rules.on_its_board(request.user, one, on=on)
    if one.inspection and (sits or one.inspection.stage not in BoardInspection.kept_back):
        facts.append(("Đưa vào cuộc kiểm tra", str(one.inspection)))
    if one.answered_on:
        facts.append(("Trả lời", day(one.answered_on)))
    texts = [("Nội dung", one.text), ("Trả lời của Ban", one.answer)]
    return page(request, one, on=on, above=REQUESTS, facts=facts, texts=texts)


@require_safe
def report(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = seen(BoardReport, request, code, on=on)
    facts = [("Ban", str(one.body)), ("Kỳ", f"{day(one.from_on)} – {day(one.to_on)}")]
    if one.sent_on:
        facts += [("Gửi ngày", day(one.sent_on)), ("Nơi nhận", one.sent_to or one.unsent_because)]
    return page(
        request,
        one,
        on=on,
        aside=("edit",),
        facts=facts,
        figures=one.told,
        texts=[
            ("Kết quả hoạt động", one.results),
            ("Hạn chế, nguyên nhân", one.limits),
            ("Nhiệm vụ kỳ sau, đề xuất", one.proposals),
        ],
        paper=f"{one.get_absolute_url()}van-ban/",
    )


@require_safe
def report_paper(request: HttpRequest, code: str) -> FileResponse:
    one = seen(BoardReport, request, code, on=timezone.localdate())
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_report(file, one)
    file.seek(0)
    name = f"bao-cao-{one.code.lower()}.docx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=WORD)


class TermStepView(BoardStepView):
    model = BoardTerm


class ProgrammeStepView(BoardStepView):
    model = BoardProgramme


class InspectionStepView(BoardStepView):
    model = BoardInspection
    crumbs = (HOME, ROOM, INSPECTIONS)


class RecommendationStepView(BoardStepView):
    model = BoardRecommendation
    crumbs = (HOME, ROOM, ASKED)


class RequestStepView(BoardStepView):
    model = BoardRequest
    crumbs = (HOME, ROOM, REQUESTS)


class ReportStepView(BoardStepView):
    model = BoardReport
