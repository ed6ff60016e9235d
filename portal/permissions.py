"""Who may do what: rules are sentences made of predicates; each can say in Vietnamese why not.

A rule about *seeing* is written once as a ``Q`` beside its query set (``visible_to``);
a rule about *doing* is a ``Rule`` on the fetched object. There is no third place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.people import access_of

Test = Callable[[Any, Any, date], bool]


@dataclass(frozen=True)
class Rule:
    """A predicate on (user, subject, day) with the sentence that says why it does not hold."""

    test: Test
    why_not: str

    def __call__(self, user: Any, subject: Any = None, *, on: date) -> bool:
        return bool(user and getattr(user, "is_active", False) and self.test(user, subject, on))

    def __and__(self, other: Rule) -> Rule:
        def both(user: Any, subject: Any, on: date) -> bool:
            return self.test(user, subject, on) and other.test(user, subject, on)

        return Rule(both, f"{self.why_not} {other.why_not}")

    def __or__(self, other: Rule) -> Rule:
        def either(user: Any, subject: Any, on: date) -> bool:
            return self.test(user, subject, on) or other.test(user, subject, on)

        return Rule(either, self.why_not)

    def __invert__(self) -> Rule:
        def negated(user: Any, subject: Any, on: date) -> bool:
            return not self.test(user, subject, on)

        return Rule(negated, self.why_not)

    def because(self, sentence: str) -> Rule:
        """The same rule with a sentence of its own."""
        return Rule(self.test, sentence)


def rule(why_not: str) -> Callable[[Test], Rule]:
    """Make a predicate ``(user, subject, on)`` a rule."""
    return lambda test: Rule(test, why_not)


def holds(*roles: str, why_not: str) -> Rule:
    """Holds one of the roles on that day, in whichever unit or body."""
    return Rule(lambda user, subject, on: user.holds(*roles, as_of=on), why_not)


@rule("Việc này do công dân thực hiện.")
def anybody(user: Any, subject: Any, on: date) -> bool:
    return True


@rule("Việc này do thủ trưởng đơn vị đang giữ vụ việc thực hiện.")
def is_head(user: Any, subject: Any, on: date) -> bool:
    """Head (or deputy head) of the unit that has the subject now."""
    return any(
        position.role in ("head", "deputy_head") and position.unit_id == subject.unit_id
        for position in user.positions_on(on)
    )


@rule("Đồng chí không được phân công vụ việc này.")
def is_officer(user: Any, subject: Any, on: date) -> bool:
    """The officer who has the subject now."""
    return subject.officer_id == user.pk


@rule("Thẩm quyền này thuộc Giám đốc hoặc Phó Giám đốc được giao phụ trách lĩnh vực.")
def is_settler(user: Any, subject: Any, on: date) -> bool:
    """The head whom the law makes competent, or the deputy in charge of the subject's field."""
    return any(
        position.role == "director"
        or (position.role == "deputy_director" and position.in_charge_of(subject.field_id))
        for position in user.positions_on(on)
    )


@rule("Pháp luật giao việc này cho chính Giám đốc, không ủy quyền.")
def is_settler_in_person(user: Any, subject: Any, on: date) -> bool:
    """The head in person: neither a standing charge nor standing in serves."""
    return any(
        position.role == "director" and not position.standing_in
        for position in user.positions_on(on)
    )


@rule("Việc này dành cho đoàn thanh tra, kiểm tra trong thời hạn được xem.")
def reads_for_a_while(user: Any, subject: Any, on: date) -> bool:
    return access_of(user, on=on) is not None


is_leader = holds("director", "deputy_director", why_not="Việc này thuộc lãnh đạo cơ quan.")
is_clerk = holds("clerk", why_not="Việc này do văn thư thực hiện.")
is_coordinator = holds("coordinator", why_not="Việc này do đầu mối tổng hợp thực hiện.")
is_administrator = holds("administrator", why_not="Việc này do quản trị hệ thống thực hiện.")
keeps_instruments = holds(
    *("clerk", "coordinator", "reform_officer", "procedure_officer"),
    why_not="Sổ văn bản do văn thư hoặc đầu mối tổng hợp ghi.",
)
in_charge = is_officer | is_head
