"""Who speaks for those who came together (khoản 2 Điều 29 Luật Tiếp công dân)."""

from __future__ import annotations

from dataclasses import dataclass

ARTICLE = "Điều 29 Luật Tiếp công dân"


@dataclass(frozen=True)
class Speakers:
    """From so many people on, at most so many of them speak for all."""

    people: int
    most: int


# fmt: off
SPEAKERS = (
    Speakers(people=5, most=2),
    Speakers(people=11, most=5),
)
# fmt: on
CROWD = SPEAKERS[0].people
MOST = SPEAKERS[-1].most


def most_speakers(people: int) -> int:
    """Below five the law sets no number: each may speak."""
    return max((row.most for row in SPEAKERS if row.people <= people), default=people)


def too_many(*, people: int, speakers: int) -> str:
    """The sentence that says how many may speak, or ''."""
    most = most_speakers(people)
    if speakers <= most:
        return ""
    if people < CROWD:
        return f"Có {people} người đến mà ghi {speakers} người; xem lại số người."
    return f"Đoàn {people} người cử nhiều nhất {most} người đại diện ({ARTICLE})."
