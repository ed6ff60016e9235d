"""What somebody who leaves has of democracy at the workplace: drafts, rounds, plans under way.

What strangers to a board may not know of is told by its code alone, as everything here is.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.leaving import Going, Told, hands_over, hands_over_held

from .board import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardSeat,
    BoardTerm,
)
from .briefing import Briefing
from .commendation import Nomination
from .committee import CommitteeSeat, CommitteeVersion
from .conference import Conference
from .consultation import Consultation
from .movement import Movement
from .posting import Posting
from .practice import Practice
from .rating import RatingRound
from .visit import SiteVisit

BY_DECISION = "thay đổi bằng quyết định"

hands_over_held(
    "Việc công khai, lấy ý kiến đang làm",
    (Posting, ("due",)),
    (Consultation, ("draft", "open")),
    (Briefing, ("open",)),
    place=70,
)
hands_over_held(
    "Hội nghị, kiểm tra đang chuẩn bị",
    (Conference, ("planned", "held")),
    (SiteVisit, ("open", "worked")),
    place=71,
)
hands_over_held("Kỳ chấm điểm dân chủ đang mở", (RatingRound, ("open",)), place=72)
hands_over_held(
    "Thi đua, khen thưởng, mô hình đang làm",
    (Movement, ("draft", "launched")),
    (Nomination, ("draft", "sent", "reviewed", "sent_up")),
    (Practice, ("enrolled", "running", "assessed")),
    place=73,
)
hands_over_held(
    "Việc của Ban Thanh tra nhân dân, Ban Chỉ đạo",
    (BoardTerm, ("elected", "running")),
    (BoardInspection, ("planned", "notified")),
    (BoardProgramme, ("draft",)),
    (BoardRecommendation, ("waiting", "answered")),
    (BoardRequest, ("received",)),
    (BoardReport, ("draft",)),
    (CommitteeVersion, ("draft",)),
    place=74,
)


@hands_over(
    "Đoàn kiểm tra đang làm việc",
    *("democracy.SiteVisit.leader", "democracy.SiteVisit.members"),
    place=75,
)
def teams(going: Going) -> Iterator[Told]:
    """Who inspects stands in a signed decision: only another decision changes it."""
    open_ones = SiteVisit.objects.filter(stage__in=("open", "worked"))
    led, joined = open_ones.filter(leader=going.person), open_ones.filter(members=going.person)
    for visit in led.union(joined).order_by("pk"):
        yield visit.code, BY_DECISION


@hands_over(
    "Ghế trong Ban Thanh tra nhân dân, Ban Chỉ đạo",
    *("democracy.BoardSeat.user", "democracy.CommitteeSeat.user"),
    place=76,
)
def seats(going: Going) -> Iterator[Told]:
    """Elected or appointed: somebody else comes in by another vote or decision."""
    board = BoardSeat.objects.filter(user=going.person, left_on=None)
    for seat in board.exclude(term__stage="ended").select_related("term"):
        yield seat.term.code, "Ban ghi người thay theo kết quả bầu"
    committee = CommitteeSeat.objects.filter(user=going.person)
    for seat in committee.exclude(version__stage="ended").select_related("version"):
        yield seat.version.code, BY_DECISION
