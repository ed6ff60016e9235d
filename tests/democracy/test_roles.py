"""Publicity, consultations, letters: everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy.models import Consultation, Posting, Suggestion
from democracy.models.slip import drop, open_box
from portal.permissions import anybody
from portal.working_days import days_after
from tests.citizens.roles.people import EVERYBODY, NOBODY
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import loosen, walk_of, works_in, wrong_forms

pytestmark = pytest.mark.django_db
HOME = "nguoi-co-cong"
LEADERS = {"director", "deputy_director"}
SUPERVISORS = {"inspection_board", "staff_representative"}
ADDRESSEES = {
    "leaders": LEADERS | {"coordinator"},
    "board": {"inspection_board"},
    "representative": {"staff_representative"},
}


def works_in_its_unit(who: str) -> bool:
    return works_in(who, HOME)


def heads_its_unit(who: str) -> bool:
    return heads(who, HOME)


def handles(who: str) -> bool:
    """Knows what was withheld."""
    return works_in_its_unit(who) or bool(roles(who) & (LEADERS | {"coordinator"}))


def is_staff(who: str) -> bool:
    return bool(roles(who) - {"administrator"})


WORDS = {
    "leader": lambda who, subject: bool(roles(who) & LEADERS),
    "coordinator": lambda who, subject: "coordinator" in roles(who),
    "its unit": lambda who, subject: works_in_its_unit(who),
    "head of its unit": lambda who, subject: heads_its_unit(who),
    "circle": lambda who, subject: is_staff(who),
    "addressee": lambda who, subject: bool(roles(who) & ADDRESSEES[subject.addressed_to]),
    "head of the routed unit": lambda who, subject: subject.unit_id and heads_its_unit(who),
    "–": lambda who, subject: False,
}


def things(people, units) -> list[tuple[str, str, object]]:
    """(section of the page, name, thing) in each of its stages."""
    today, by = timezone.localdate(), people["officer"]
    found = []
    for name, days in (("due", 0), ("late", 30), ("posted", 0), ("withheld", 0)):
        row = Posting.note_posting(
            by=by, on=today, item="46.9", title=name, decided_on=days_after(today, -days),
            unit=units[HOME],
        )  # fmt: skip
        found.append(("Publicity", name, row))
    found[2][2].display(by=people["head"], on=today)
    found[3][2].withhold(by=people["director"], on=today, reason="Bí mật công tác")
    for name in ("draft", "open"):
        row = Consultation.draw_up(by=by, on=today, item="53.2", title=name, text="Hỏi",
                                   forms=["cong"], closes_on=days_after(today, 5),
                                   unit=units[HOME])  # fmt: skip
        found.append(("Consultations", name, row))
    found[5][2].consult(by=people["director"], on=today)
    for route in ADDRESSEES:
        drop(on=days_after(today, -1), addressed_to=route, topic="khac", text=f"Thư {route}")
    open_box(on=today)
    found += [("Letters", row.addressed_to, row) for row in Suggestion.objects.all()]
    routed = Suggestion.objects.get(addressed_to="leaders")
    routed.route(by=people["director"], on=today, unit=units[HOME])
    return found


def sees(section: str, name: str, subject, who: str) -> bool:
    if not is_staff(who):
        return False
    if section == "Letters":
        return any(WORDS[words](who, subject)
                   for words in ("addressee", "head of the routed unit"))  # fmt: skip
    hidden = name in ("due", "draft")
    close = roles(who) & (LEADERS | SUPERVISORS | {"coordinator"})
    return bool(close) or works_in_its_unit(who) or not hidden


def may(section: str, step: str, subject, who: str) -> bool:
    taken, prepared = steps(section)[step]
    return any(WORDS[words](who, subject) for words in (*taken, *prepared))


def cells(found, only: str):
    """(who, address, status, whether a form is on the page) of every page and every step."""
    for section, name, subject in found:
        subject.refresh_from_db()
        for who in EVERYBODY:
            status = status_for(who, sees(section, name, subject, who))
            if not only:
                yield who, subject.get_absolute_url(), status, None
            if name == "withheld" and not handles(who):
                status = 302 if who == NOBODY else 404
            for step in subject.workflow:
                address = f"{subject.get_absolute_url()}{step.path}/"
                if step.sources and only in address:
                    ready = not step.missing(subject) and may(section, step.name, subject, who)
                    yield who, address, status, ready and status == 200


def status_for(who: str, seen: bool) -> int:
    if who == NOBODY:
        return 302
    return 200 if seen else 404


walk = walk_of(things)


def faults(walk, *, only: str = "", **which) -> Iterator[str]:
    world, found = walk
    return wrong_forms(world, cells(found, only), **which)


def test_a_part_of_what_the_page_says_holds(walk):
    assert list(faults(walk, one_in=10))[:30] == []


@pytest.mark.slow
def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(faults(walk))[:30] == []


def test_a_letter_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets to whom a letter is addressed."""
    from democracy.models.suggestion import Suggestions

    monkeypatch.setattr(Suggestions, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="khong-tra-loi"))


def test_a_rule_that_lets_everybody_withhold_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, Posting, "withhold", anybody)
    assert any(faults(walk, only="khong-cong-khai-noi-dung"))
