"""What lies on one person's desk, and in the wider circle that a leader answers for."""

from .circles import PARTS, answers_for, counts
from .data_requests import data_requests_owed
from .denunciations import denunciations_at_hand
from .leaves import leaves_told
from .rows import Work, papers_to_number, registered_today, work
from .sessions import sessions_to_do
from .visits import visits_owed

__all__ = [
    "PARTS",
    "Work",
    "answers_for",
    "counts",
    "data_requests_owed",
    "denunciations_at_hand",
    "leaves_told",
    "papers_to_number",
    "registered_today",
    "sessions_to_do",
    "visits_owed",
    "work",
]
