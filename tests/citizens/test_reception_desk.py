"""What sessions put on a desk: the posting on the arranger's, the notice on the clerk's."""

from datetime import date

import pytest

from citizens.desk import sessions_to_do
from tests.citizens.reception import a_session

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 20)


def told(user, on) -> list[tuple[str, str]]:
    return [(work.act, work.act_url) for work in sessions_to_do(user, on=on)]


def test_a_session_to_be_posted_lies_with_whoever_arranges(lan, ha, minh):
    session = a_session(lan, ha)
    assert told(lan, date(2026, 8, 5)) == [("Niêm yết", f"{session.get_absolute_url()}niem-yet/")]
    assert told(minh, date(2026, 8, 5)) == []


def test_once_posted_it_is_gone(lan, ha):
    a_session(lan, ha).display(by=lan, on=date(2026, 8, 5), displayed_on=date(2026, 8, 5))
    assert told(lan, date(2026, 8, 6)) == []


def test_what_lies_far_ahead_can_wait(lan, ha):
    a_session(lan, ha, date=date(2026, 12, 21))
    assert told(lan, date(2026, 8, 5)) == []


def test_an_approved_notice_lies_with_the_clerk(lan, ha, mai):
    session = a_session(lan, ha)
    session.write_conclusion(by=lan, on=DAY, text="Giao trả lời.")
    session.announce(by=ha, on=DAY)
    assert told(mai, DAY) == [("Lấy số, phát hành", f"{session.get_absolute_url()}phat-hanh/")]
