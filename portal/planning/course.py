"""Where a draft is on its way to the signature: with the staff, with whoever reads it.

Both are records elsewhere, so that the way is told from them and stored nowhere.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Concat

from portal.planning.asking import ROOMS
from portal.submissions import Submission

ASKED, SUBMITTED = "lay-y-kien", "da-trinh"
WORDS = {ASKED: "Lấy ý kiến", SUBMITTED: "Đã trình"}


def with_course(plans: Any) -> Any:
    """Each plan with its ``course``, empty where it is on no way."""
    ways = Case(
        When(Q(stage="draft") & submitted(), then=Value(SUBMITTED)),
        *(When(Q(stage="draft") & Q(room.asks()), then=Value(ASKED)) for room in ROOMS),
        default=Value(""),
        output_field=CharField(),
    )
    return plans.annotate(course=ways)


def submitted() -> Q:
    stream = Concat(Value("ke-hoach/"), OuterRef("code"))
    return Q(Exists(Submission.objects.open().filter(stream=stream, step="issue")))


def stage_words(stage: str, course: str) -> str:
    return WORDS.get(course, stage)
