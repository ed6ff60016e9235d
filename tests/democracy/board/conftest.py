"""A board of the centre, beside the cast: who is elected, what it sends."""

from datetime import date

import pytest

from democracy.models import BoardInspection, BoardRecommendation, BoardTerm
from portal.people import Body, Role
from tests.cast import LONG_AGO, person, place

ELECTED = date(2026, 3, 20)
RECOGNISED = date(2026, 3, 26)
SENT = date(2026, 5, 4)
HOME = "dich-vu-viec-lam"


@pytest.fixture
def body(units) -> Body:
    kind = Body.Kind.INSPECTION_BOARD
    return Body.objects.create(
        code="ban-tt", name="Ban Thanh tra nhân dân Trung tâm", kind=kind, opened_on=LONG_AGO
    )


@pytest.fixture
def khanh(khanh, body):
    """Officer of the centre, on its board."""
    place(khanh, Role.INSPECTION_BOARD, body=body, title="Trưởng Ban")
    return khanh


@pytest.fixture
def colleagues(units):
    found = []
    for name, words in (("dao", "Lê Thị Đào"), ("bac", "Hồ Văn Bắc"), ("cuc", "Mai Thị Cúc")):
        user = person(name, words)
        place(user, Role.OFFICER, unit=units[HOME], title="Viên chức")
        found.append(user)
    return found


def elected(khanh, body, unit, **facts) -> BoardTerm:
    told = {"elected_on": ELECTED, "staff": 40, "places": 3} | facts
    return BoardTerm.elect(by=khanh, on=told["elected_on"], body=body, unit=unit, **told)


@pytest.fixture
def term(khanh, colleagues, body, units, hoa) -> BoardTerm:
    """Three members are recorded; nobody recognised it yet."""
    one = elected(khanh, body, units[HOME])
    one.fill_seat(by=khanh, on=ELECTED, user=khanh, office="truong-ban", since=ELECTED)
    for user in colleagues[:2]:
        one.fill_seat(by=khanh, on=ELECTED, user=user, since=ELECTED)
    return one


@pytest.fixture
def running(term, representative) -> BoardTerm:
    term.recognise(
        by=representative, on=RECOGNISED, recognised_on=RECOGNISED, recognition="05/QĐ-CĐCS"
    )
    return term


@pytest.fixture
def inspection(running, khanh, units) -> BoardInspection:
    """To begin on Monday 18/5/2026."""
    return BoardInspection.plan_inspection(
        by=khanh, on=SENT, term=running, inspected=units[HOME], title="Việc công khai tài chính",
        plan="Đối chiếu sổ công khai", starts_on=date(2026, 5, 18), ends_by=date(2026, 5, 22),
    )  # fmt: skip


@pytest.fixture
def asked(running, khanh) -> BoardRecommendation:
    return BoardRecommendation.send_recommendation(
        by=khanh, on=SENT, term=running, title="Công khai quy chế chi tiêu nội bộ", received_on=SENT
    )
