"""Addresses of the People's Inspection Board."""

from django.urls import path

from democracy import board_rules as rules
from democracy.forms import board  # noqa: F401  the forms make themselves known
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
from democracy.views.board import lists, records, room
from democracy.views.board.pages import beginning
from democracy.views.board.term import term
from portal.views.planning.urls import steps_of

AT = "dan-chu/thanh-tra-nhan-dan"
SITS = {"may": rules.sits_on_a_board}

new_term = beginning(
    NewTerm, BoardTerm.elect, here="Ghi kết quả bầu Ban", act="Ghi kết quả bầu", needs_term=False,
    **SITS,
)  # fmt: skip
new_programme = beginning(
    NewProgramme, BoardProgramme.draw_up, here="Lập chương trình của Ban", act="Lưu dự thảo", **SITS
)
new_inspection = beginning(
    NewInspection, BoardInspection.plan_inspection, here="Lập kế hoạch kiểm tra cụ thể",
    act="Lưu kế hoạch", above=records.INSPECTIONS, **SITS,
)  # fmt: skip
new_recommendation = beginning(
    NewRecommendation, BoardRecommendation.send_recommendation, here="Gửi kiến nghị",
    act="Gửi người đứng đầu", above=records.ASKED, **SITS,
)  # fmt: skip
new_report = beginning(
    NewReport, BoardReport.compile_report, here="Lập báo cáo của Ban", act="Lưu dự thảo", **SITS
)
ask_board = beginning(
    AskBoard, BoardRequest.ask_board, here="Gửi đề nghị tới Ban", act="Gửi đề nghị",
    may=rules.works_in_the_office, above=records.REQUESTS,
)  # fmt: skip
note_request = beginning(
    NoteRequest, BoardRequest.note_request, here="Ghi đề nghị nhận trực tiếp", act="Ghi đề nghị",
    above=records.REQUESTS, **SITS,
)  # fmt: skip

urlpatterns = [
    path(f"{AT}/", room.room, name="board-room"),
    path(f"{AT}/nhiem-ky/moi/", new_term, name="board-term-new"),
    path(f"{AT}/nhiem-ky/<slug:code>/", term, name="board-term-detail"),
    *steps_of(BoardTerm, "board-term", at=f"{AT}/nhiem-ky", view=records.TermStepView),
    path(f"{AT}/chuong-trinh/moi/", new_programme, name="board-programme-new"),
    path(f"{AT}/chuong-trinh/<slug:code>/", records.programme, name="board-programme-detail"),
    *steps_of(
        BoardProgramme,
        "board-programme",
        at=f"{AT}/chuong-trinh",
        view=records.ProgrammeStepView,
    ),
    path(f"{AT}/kiem-tra/", lists.InspectionList.as_view(), name="board-inspections"),
    path(f"{AT}/kiem-tra/moi/", new_inspection, name="board-inspection-new"),
    path(f"{AT}/kiem-tra/<slug:code>/", records.inspection, name="board-inspection-detail"),
    path(f"{AT}/kiem-tra/<slug:code>/tep/", records.inspection_file, name="board-inspection-file"),
    *steps_of(
        BoardInspection, "board-inspection", at=f"{AT}/kiem-tra", view=records.InspectionStepView
    ),
    path(f"{AT}/kien-nghi/", lists.RecommendationList.as_view(), name="board-recommendations"),
    path(f"{AT}/kien-nghi/moi/", new_recommendation, name="board-recommendation-new"),
    path(
        f"{AT}/kien-nghi/<slug:code>/", records.recommendation, name="board-recommendation-detail"
    ),
    path(
        f"{AT}/kien-nghi/<slug:code>/tep/",
        records.recommendation_file,
        name="board-recommendation-file",
    ),
    *steps_of(
        BoardRecommendation,
        "board-recommendation",
        at=f"{AT}/kien-nghi",
        view=records.RecommendationStepView,
    ),
    path(f"{AT}/de-nghi/", lists.RequestList.as_view(), name="board-requests"),
    path(f"{AT}/de-nghi/moi/", ask_board, name="board-request-new"),
    path(f"{AT}/de-nghi/nhan-truc-tiep/", note_request, name="board-request-note"),
    path(f"{AT}/de-nghi/<slug:code>/", records.staff_request, name="board-request-detail"),
    *steps_of(BoardRequest, "board-request", at=f"{AT}/de-nghi", view=records.RequestStepView),
    path(f"{AT}/bao-cao/moi/", new_report, name="board-report-new"),
    path(f"{AT}/bao-cao/<slug:code>/", records.report, name="board-report-detail"),
    path(f"{AT}/bao-cao/<slug:code>/van-ban/", records.report_paper, name="board-report-paper"),
    *steps_of(BoardReport, "board-report", at=f"{AT}/bao-cao", view=records.ReportStepView),
]
