"""A page that says what an act would do, and asks: what was typed goes along with the answer."""

from hashlib import sha256
from typing import Any

from django.http import QueryDict

from portal.once import FIELD

ANSWER = "da-xem"
NOT_TYPED = ("csrfmiddlewaretoken", FIELD, ANSWER)


def typed(post: QueryDict) -> list[tuple[str, str]]:
    """Every box with each of its values, for hidden fields."""
    return [(name, each) for name, values in post.lists() for each in values if kept(name)]


def kept(name: str) -> bool:
    return name not in NOT_TYPED


def mark_of(told: Any) -> str:
    """Stands for what the page said: an answer to other words is no answer."""
    return sha256(repr(told).encode()).hexdigest()[:16]


def answers(post: QueryDict, told: Any) -> bool:
    return post.get(ANSWER) == mark_of(told)
