"""Addresses of the People's Inspection Board."""

from django.urls import path

from democracy.forms import board  # noqa: F401  the forms make themselves known
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
)
from democracy.views.board import beginning, lists, records, room
from democracy.views.board.term import term
from portal.views.planning.urls import steps_of

AT = "dan-chu/thanh-tra-nhan-dan"
urlpatterns = [
    path(f"{AT}/", room.room, name="board-room"),
    path(f"{AT}/nhiem-ky/moi/", beginning.Term.as_view(), name="board-term-new"),
    path(f"{AT}/nhiem-ky/<slug:code>/", term, name="board-term-detail"),
    *steps_of(BoardTerm, "board-term", at=f"{AT}/nhiem-ky", view=records.TermStepView),
    path(f"{AT}/chuong-trinh/moi/", beginning.Programme.as_view(), name="board-programme-new"),
    path(f"{AT}/chuong-trinh/<slug:code>/", records.programme, name="board-programme-detail"),
    *steps_of(
        BoardProgramme,
        "board-programme",
        at=f"{AT}/chuong-trinh",
        view=records.ProgrammeStepView,
    ),
    path(f"{AT}/kiem-tra/", lists.InspectionList.as_view(), name="board-inspections"),
    path(f"{AT}/kiem-tra/moi/", beginning.Inspection.as_view(), name="board-inspection-new"),
    path(f"{AT}/kiem-tra/<slug:code>/", records.inspection, name="board-inspection-detail"),
    path(f"{AT}/kiem-tra/<slug:code>/tep/", records.inspection_file, name="board-inspection-file"),
    *steps_of(
        BoardInspection, "board-inspection", at=f"{AT}/kiem-tra", view=records.InspectionStepView
    ),
    path(f"{AT}/kien-nghi/", lists.RecommendationList.as_view(), name="board-recommendations"),
    path(
        f"{AT}/kien-nghi/moi/", beginning.Recommendation.as_view(), name="board-recommendation-new"
    ),
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
    path(f"{AT}/de-nghi/moi/", beginning.StaffRequest.as_view(), name="board-request-new"),
    path(
        f"{AT}/de-nghi/nhan-truc-tiep/",
        beginning.RequestByHand.as_view(),
        name="board-request-note",
    ),
    path(f"{AT}/de-nghi/<slug:code>/", records.staff_request, name="board-request-detail"),
    *steps_of(BoardRequest, "board-request", at=f"{AT}/de-nghi", view=records.RequestStepView),
    path(f"{AT}/bao-cao/moi/", beginning.Report.as_view(), name="board-report-new"),
    path(f"{AT}/bao-cao/<slug:code>/", records.report, name="board-report-detail"),
    path(f"{AT}/bao-cao/<slug:code>/van-ban/", records.report_paper, name="board-report-paper"),
    *steps_of(BoardReport, "board-report", at=f"{AT}/bao-cao", view=records.ReportStepView),
]
