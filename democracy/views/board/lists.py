"""Lists of the room: recommendations with their countdown, inspections, requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from democracy import board_rules as rules
from democracy.models import BoardInspection, BoardRecommendation, BoardRequest
from democracy.models.board.inspection import Stage as InspectionStage
from democracy.models.board.recommendation import Stage as AskedStage
from democracy.models.board.request import Stage as RequestStage
from democracy.views.board.room import countdown
from democracy.views.lists import BY_CODE, OwnList
from portal.filters import Choice, Listing, Reader, Tab, Within, unit_of, unit_options
from portal.views.planning.lists import words_in

AT = "/dan-chu/thanh-tra-nhan-dan"


def of_board_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(term__unit=unit_of(code))


def of_inspected(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(inspected=unit_of(code))


def seen_as(views: Mapping[str, str]) -> Any:
    return lambda rows, view, reader: rows.filter(stage=views[view])


ASKED_VIEWS = (
    ("cho-tra-loi", "Chờ trả lời"),
    ("qua-han", "Quá hạn trả lời"),
    ("da-tra-loi", "Đã trả lời"),
    ("da-xong", "Đã giải quyết xong"),
)


def asked_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    stages = {
        "cho-tra-loi": AskedStage.WAITING,
        "da-tra-loi": AskedStage.ANSWERED,
        "da-xong": AskedStage.SETTLED,
    }
    return rows.filter(stage=stages[view])


class BoardList(OwnList):
    template = "democracy/board/list.html"
    heads: tuple[str, ...]
    section: str
    new: tuple[str, str] = ("", "")
    begins = staticmethod(rules.sits_on_a_board)

    def context(self, found: Any) -> dict[str, Any]:
        more = {"section": self.section, "heads": self.heads, "new": self.new, "at": AT}
        return super().context(found) | more


class RecommendationList(BoardList):
    model = BoardRecommendation
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice("don-vi", "Của đơn vị", "Mọi đơn vị", unit_options, of_board_unit),
            Within("nhan-trong", "Nhận trong", "received_on"),
            Choice("xem", "Xem", "Tất cả", lambda: ASKED_VIEWS, asked_seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Chờ trả lời", (("xem", "cho-tra-loi"),)),
            Tab("Quá hạn", (("xem", "qua-han"),), tone="late"),
            Tab("Đã trả lời", (("xem", "da-tra-loi"),)),
            Tab("Đã giải quyết xong", (("xem", "da-xong"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "title", "stage", "received_on", "due_on", "answered_on"),
        *("outcome", "term__unit__name"),
    )
    noun = "kiến nghị"
    section = "Kiến nghị của Ban"
    heads = ("Số", "Kiến nghị", "Đơn vị", "Trả lời")
    new = ("/dan-chu/thanh-tra-nhan-dan/kien-nghi/moi/", "Gửi kiến nghị")
    nothing = {
        "kind": "nothing",
        "title": "Chưa có kiến nghị nào",
        "words": "Người đứng đầu trả lời kiến nghị trong 15 ngày; ai cũng thấy ngày còn lại.",
        "url": new[0],
        "act": new[1],
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, on = dict(AskedStage.choices), self.reader.on
        outcomes = dict(BoardRecommendation.Outcome.choices)
        return [
            {
                "url": f"{AT}/kien-nghi/{row['code']}/",
                "code": row["code"],
                "under": row["received_on"],
                "title": row["title"],
                "sub": stages[row["stage"]],
                "unit": row["term__unit__name"],
                "standing": countdown(row, on=on),
                "last": outcomes.get(row["outcome"], ""),
                "day": row["answered_on"],
                "late": bool(
                    row["due_on"] and row["answered_on"] and row["answered_on"] > row["due_on"]
                ),
            }
            for row in found
        ]


INSPECTION_VIEWS = tuple((stage.value.replace("_", "-"), stage.label) for stage in InspectionStage)


class InspectionList(BoardList):
    model = BoardInspection
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice("don-vi", "Ban của đơn vị", "Mọi đơn vị", unit_options, of_board_unit),
            Choice("noi", "Đơn vị được kiểm tra", "Mọi nơi", unit_options, of_inspected),
            Within("ket-qua-trong", "Có kết quả trong", "results_on"),
            Choice(
                *("xem", "Xem", "Tất cả", lambda: INSPECTION_VIEWS),
                seen_as({value.replace("_", "-"): value for value in InspectionStage.values}),
                in_bar=False,
            ),
        ),
        orders=BY_CODE,
        tabs=(
            *(Tab(words, (("xem", view),)) for view, words in INSPECTION_VIEWS[1:3]),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "title", "stage", "kind", "starts_on", "ends_by", "results_on"),
        "inspected__name",
    )
    noun = "cuộc kiểm tra, giám sát"
    section = "Kiểm tra, giám sát của Ban"
    heads = ("Số", "Nội dung", "Đơn vị được kiểm tra", "Kết quả")
    new = ("/dan-chu/thanh-tra-nhan-dan/kiem-tra/moi/", "Lập kế hoạch kiểm tra")
    nothing = {
        "kind": "nothing",
        "title": "Chưa có cuộc kiểm tra, giám sát nào",
        "words": "Cuộc kiểm tra hiện ở đây từ khi Ban thông báo cho đơn vị.",
        "url": new[0],
        "act": new[1],
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, kinds = dict(InspectionStage.choices), dict(BoardInspection.Kind.choices)
        return [
            {
                "url": f"{AT}/kiem-tra/{row['code']}/",
                "code": row["code"],
                "under": row["starts_on"],
                "title": row["title"],
                "sub": f"{kinds[row['kind']]} · {stages[row['stage']].lower()}",
                "unit": row["inspected__name"],
                "last": "Có kết quả" if row["results_on"] else "",
                "day": row["results_on"],
            }
            for row in found
        ]


REQUEST_VIEWS = (("cho", "Chờ Ban trả lời"), ("xong", "Đã trả lời"))


class RequestList(BoardList):
    model = BoardRequest
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice(
                *("xem", "Xem", "Tất cả", lambda: REQUEST_VIEWS),
                seen_as({"cho": RequestStage.RECEIVED, "xong": RequestStage.ANSWERED}),
                in_bar=False,
            ),
        ),
        orders=BY_CODE,
        tabs=(*(Tab(words, (("xem", view),)) for view, words in REQUEST_VIEWS), Tab("Tất cả")),
        usual="-so",
        found="-so",
    )
    columns = ("pk", "code", "title", "stage", "received_on", "answered_on", "term__body__name")
    noun = "đề nghị"
    section = "Đề nghị gửi Ban"
    heads = ("Số", "Việc đề nghị", "Gửi tới", "Trả lời")
    new = ("/dan-chu/thanh-tra-nhan-dan/de-nghi/moi/", "Gửi đề nghị")
    begins = staticmethod(rules.works_in_the_office)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có đề nghị nào",
        "words": "Chỉ Ban và chính người gửi thấy đề nghị; lãnh đạo đơn vị không thấy.",
        "url": new[0],
        "act": new[1],
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages = dict(RequestStage.choices)
        return [
            {
                "url": f"{AT}/de-nghi/{row['code']}/",
                "code": row["code"],
                "under": row["received_on"],
                "title": row["title"],
                "sub": stages[row["stage"]],
                "unit": row["term__body__name"],
                "last": "Đã trả lời" if row["answered_on"] else "",
                "day": row["answered_on"],
            }
            for row in found
        ]
