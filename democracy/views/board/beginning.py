"""The pages that begin something of the board."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from democracy import board_rules as rules
from democracy.forms.board.inspection import NewInspection
from democracy.forms.board.programme import NewProgramme
from democracy.forms.board.recommendation import NewRecommendation
from democracy.forms.board.report import NewReport
from democracy.forms.board.request import AskBoard, NoteRequest
from democracy.forms.board.term import NewTerm
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
)
from democracy.views.board.pages import ROOM
from democracy.views.board.records import ASKED, INSPECTIONS, REQUESTS
from democracy.views.pages import HOME
from portal.views.new import NewView


class Beginning(NewView):
    may = rules.sits_on_a_board
    crumbs = (HOME, ROOM)

    def given(self) -> dict[str, Any]:
        return super().given() | {"initial": self.request.GET.dict()}


class WithinTerm(Beginning):
    """What needs a board that sits."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.form().fields["term"].queryset.exists():
            return super().get(request)
        sits = rules.sits_on_a_board(request.user, on=self.on)
        shown = {"here": self.here, "section": ROOM[0], "crumbs": self.crumbs, "sits": sits}
        return render(request, "democracy/board/no_term.html", shown)


class Term(Beginning):
    form_class, verb = NewTerm, BoardTerm.elect
    here, act = "Ghi kết quả bầu Ban", "Ghi kết quả bầu"


class Programme(WithinTerm):
    form_class, verb = NewProgramme, BoardProgramme.draw_up
    here, act = "Lập chương trình của Ban", "Lưu dự thảo"


class Inspection(WithinTerm):
    form_class, verb = NewInspection, BoardInspection.plan_inspection
    crumbs = (HOME, ROOM, INSPECTIONS)
    here, act = "Lập kế hoạch kiểm tra cụ thể", "Lưu kế hoạch"


class Recommendation(WithinTerm):
    form_class, verb = NewRecommendation, BoardRecommendation.send_recommendation
    crumbs = (HOME, ROOM, ASKED)
    here, act = "Gửi kiến nghị", "Gửi người đứng đầu"


class Report(WithinTerm):
    form_class, verb = NewReport, BoardReport.compile_report
    here, act = "Lập báo cáo của Ban", "Lưu dự thảo"


class StaffRequest(WithinTerm):
    may = rules.works_in_the_office
    form_class, verb = AskBoard, BoardRequest.ask_board
    crumbs = (HOME, ROOM, REQUESTS)
    here, act = "Gửi đề nghị tới Ban", "Gửi đề nghị"


class RequestByHand(WithinTerm):
    form_class, verb = NoteRequest, BoardRequest.note_request
    crumbs = (HOME, ROOM, REQUESTS)
    here, act = "Ghi đề nghị nhận trực tiếp", "Ghi đề nghị"
