"""Who writes for the public site, who decides that something stands there."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.activities.rules import of_its_unit
from portal.permissions import holds, is_leader, rule
from portal.planning.rules import DRAFTERS, units_of, works_here

WRITERS = (*DRAFTERS, "clerk", "editor")

composes = holds(*WRITERS, why_not="Bài viết do đơn vị hoặc Biên tập viên soạn.")
is_editor = holds("editor", why_not="Việc này do Biên tập viên thực hiện.")
edits_article = (of_its_unit | is_editor).because(
    "Bài do người soạn, đơn vị viết hoặc Biên tập viên sửa."
)


@rule("Người soạn không tự duyệt bài của mình; trình người khác duyệt.")
def wrote_none_of_it(user: Any, subject: Any, on: date) -> bool:
    return user.pk not in (subject.officer_id, subject.edited_by_id)


decides = (is_leader | is_editor).because(
    "Việc này do lãnh đạo cơ quan hoặc Biên tập viên quyết định."
)
publishes = decides & wrote_none_of_it


def sees_every_article(user: Any, *, on: date) -> bool:
    return user.holds("director", "deputy_director", "coordinator", "editor", as_of=on)


__all__ = ["composes", "decides", "edits_article", "publishes", "sees_every_article", "units_of",
           "works_here"]  # fmt: skip
