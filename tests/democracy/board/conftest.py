"""A board of the centre, its head Hoa, and Phương who represents the staff."""

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
def hoa(units):
    """Head of the centre."""
    user = person("hoa", "Bùi Thị Hoa")
    place(user, Role.HEAD, unit=units[HOME], title="Giám đốc Trung tâm")
    return user


@pytest.fixture
def khanh(units, body):
    """Officer of the centre, on its board."""
    user = person("khanh", "Lý Quốc Khánh", "man")
    place(user, Role.OFFICER, unit=units[HOME], title="Viên chức")
    place(user, Role.INSPECTION_BOARD, body=body, title="Trưởng Ban")
    return user


@pytest.fixture
def colleagues(units):
    found = []
    for name, words in (("dao", "Lê Thị Đào"), ("bac", "Hồ Văn Bắc"), ("cuc", "Mai Thị Cúc")):
        user = person(name, words)
        place(user, Role.OFFICER, unit=units[HOME], title="Viên chức")
        found.append(user)
    return found


@pytest.fixture
def phuong(units):
    """The staff's representative."""
    kind = Body.Kind.STAFF_REPRESENTATIVE
    union = Body.objects.create(code="cd", name="Công đoàn cơ sở", kind=kind, opened_on=LONG_AGO)
    user = person("phuong", "Đặng Thị Phương")
    place(user, Role.STAFF_REPRESENTATIVE, body=union, title="Chủ tịch Công đoàn")
    return user


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
def running(term, phuong) -> BoardTerm:
    term.recognise(by=phuong, on=RECOGNISED, recognised_on=RECOGNISED, recognition="05/QĐ-CĐCS")
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
