"""Who may do what when the office and its units are scored for administrative reform."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.people import Unit
from portal.permissions import holds, rule
from portal.planning.rules import headed_by, units_of
from reforms.rules import follows_reform, sees_all, works_in_the_office

APPRAISERS = ("reform_officer", "coordinator", "director", "deputy_director")

opens_campaigns = follows_reform
publishes = holds("director", why_not="Kết quả chấm điểm do Giám đốc phê duyệt công bố.")
reads_sets = works_in_the_office
keeps_sets = follows_reform


def seen_by(user: Any, *, on: date) -> Q:
    """The office's own card is the whole staff's; a unit's is its own and whose who follow."""
    if sees_all(user, on=on):
        return Q()
    mine = [*units_of(user, on=on), *headed_by(user, on=on)]
    return Q(unit__in=mine) | Q(unit__kind=Unit.Kind.HEADQUARTERS)


def is_the_office(card: Any) -> bool:
    return card.unit.kind == Unit.Kind.HEADQUARTERS


@rule("Phiếu chấm do chính đơn vị được chấm tự chấm; phiếu của Sở do công chức phụ trách CCHC.")
def scores_itself(user: Any, card: Any, on: date) -> bool:
    if is_the_office(card):
        return user.holds("reform_officer", as_of=on)
    return card.unit_id in units_of(user, on=on)


@rule("Bản tự chấm và bản giải trình do thủ trưởng đơn vị được chấm gửi.")
def answers_for_it(user: Any, card: Any, on: date) -> bool:
    return card.unit_id in headed_by(user, on=on)


@rule("Đã hết thời gian; người thẩm định mở lại thì mới ghi tiếp được.")
def in_its_window(user: Any, card: Any, on: date) -> bool:
    return card.open_until is not None and on <= card.open_until


@rule("Không ai thẩm định điểm của đơn vị mình; điểm tỉnh chấm cho Sở do đầu mối tổng hợp ghi.")
def appraises(user: Any, card: Any, on: date) -> bool:
    """Whoever follows the programme, or a leader, for others; the province's points are entered
    by who did not score the office."""
    if scores_itself(user, card, on=on):
        return False
    if is_the_office(card):
        return user.holds("coordinator", as_of=on)
    return user.holds(*APPRAISERS, as_of=on)
