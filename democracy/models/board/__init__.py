"""The room of the People's Inspection Board (Điều 60–63; Nghị định 59/2023/NĐ-CP, Điều 20–23)."""

from .inspection import BoardInspection
from .programme import BoardProgramme
from .recommendation import BoardRecommendation
from .report import BoardReport
from .request import BoardRequest
from .term import BoardSeat, BoardTerm

__all__ = [
    "BoardInspection",
    "BoardProgramme",
    "BoardRecommendation",
    "BoardReport",
    "BoardRequest",
    "BoardSeat",
    "BoardTerm",
]
