"""Who writes for the public site, who decides that something stands there."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.activities.rules import of_its_unit
from portal.permissions import holds, is_coordinator, is_leader, rule
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


discloses = holds(*DRAFTERS, "clerk", why_not="Nội dung công khai do đơn vị chủ trì ghi.")
edits_disclosure = (of_its_unit | is_coordinator).because(
    "Nội dung này do đơn vị chủ trì hoặc đầu mối tổng hợp sửa."
)
releases = is_leader.because("Việc công khai ra ngoài cơ quan do lãnh đạo cơ quan quyết định.")
checks_site = holds(
    *("administrator", "editor", "coordinator", "director", "deputy_director"),
    why_not="Mục này dành cho người phụ trách trang công khai.",
)


def sees_every_article(user: Any, *, on: date) -> bool:
    return user.holds("director", "deputy_director", "coordinator", "editor", as_of=on)


__all__ = [
    "checks_site",
    "composes",
    "decides",
    "discloses",
    "edits_article",
    "edits_disclosure",
    "publishes",
    "releases",
    "sees_every_article",
    "units_of",
    "works_here",
]
