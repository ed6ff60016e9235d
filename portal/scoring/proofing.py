"""What must hold in a criteria set before anybody is rated by it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from portal.scoring.criteria import CriteriaSet, Effect, Group, Part
from portal.scoring.fields import BrokenSet
from portal.scoring.methods import Bands, Count, Manual, Survey
from portal.text import number


def proof(found: CriteriaSet) -> None:
    """Raises ``BrokenSet`` with the first thing that does not hold."""
    unique("Tiêu chí", (line.code for group in found.groups for line in group.lines))
    unique("Nhóm", (group.code for group in found.groups))
    unique("Mức xếp loại", (level.code for level in found.levels))
    unique("Điều kiện", (each.code for each in found.conditions))
    for group in found.groups:
        adds_up(group)
    regular = sum(group.top for group in found.groups if group.part == Part.REGULAR)
    if regular != found.regular:
        raise BrokenSet(
            f"Điểm các nhóm cộng lại là {number(regular)}, không bằng {number(found.regular)}."
        )
    levels_in_order(found)
    names_what_exists(found)
    for line in found.lines.values():
        scores_to_its_top(line.code, line.top, line.method)


def unique(what: str, codes: Iterable[str]) -> None:
    known: set[str] = set()
    for code in codes:
        if code in known:
            raise BrokenSet(f"{what} {code} ghi hai lần.")
        known.add(code)


def adds_up(group: Group) -> None:
    """The lines of a regular group are its maximum; bonus lines may go beyond what is counted."""
    lines = sum(line.top for line in group.lines)
    if group.part == Part.REGULAR and lines != group.top:
        raise BrokenSet(
            f"Nhóm {group.code}: điểm các tiêu chí cộng lại là {number(lines)}, "
            f"không bằng {number(group.top)}."
        )


def levels_in_order(found: CriteriaSet) -> None:
    """From the best down to one that begins at 0, so that every total has its level."""
    if not found.levels:
        return
    least = [level.least for level in found.levels]
    if least != sorted(set(least), reverse=True):
        raise BrokenSet("Các mức xếp loại phải xếp từ cao xuống thấp, không trùng điểm.")
    if least[-1] != 0 or found.levels[-1].no_zero:
        raise BrokenSet("Mức xếp loại thấp nhất phải bắt đầu từ 0 điểm.")


def names_what_exists(found: CriteriaSet) -> None:
    levels = {level.code for level in found.levels}
    named = [each.level for each in found.conditions if each.effect != Effect.UNRATED]
    named += [found.commended_from] if found.commended_from else []
    for level in named:
        if level not in levels:
            raise BrokenSet(f"Không có mức xếp loại “{level}”.")
    for tie in found.ties:
        if tie.line not in found.lines:
            raise BrokenSet(f"Khi bằng điểm: không có tiêu chí {tie.line}.")


def scores_to_its_top(code: str, top: Decimal, method: object) -> None:
    """No line gives more than its maximum, and each can give all of it."""
    if isinstance(method, Bands):
        least = [each for each, _ in method.bands]
        points = [top if each is None else each for _, each in method.bands]
        if least != sorted(set(least)) or max(points) > top or max(least) > 100:
            raise BrokenSet(f"Tiêu chí {code}: các bậc tỷ lệ phải tăng dần, không quá điểm tối đa.")
    if isinstance(method, Count) and method.sample and method.sample * method.each != top:
        raise BrokenSet(f"Tiêu chí {code}: số mẫu nhân điểm mỗi mẫu không bằng {number(top)}.")
    if isinstance(method, Survey) and max(weight for _, weight in method.options) != 1:
        raise BrokenSet(f"Tiêu chí {code}: lựa chọn tốt nhất phải có trọng số 1.")
    if isinstance(method, Manual) and top % method.step:
        raise BrokenSet(f"Tiêu chí {code}: điểm tối đa không chia hết cho bậc chấm.")
