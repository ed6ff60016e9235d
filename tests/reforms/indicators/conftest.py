"""An indicator of the division for meritorious people, followed by Oanh, told by Minh."""

from datetime import date
from decimal import Decimal

import pytest

from portal.people import Role
from reforms.models import Indicator
from tests.cast import person, place

DAY = date(2026, 11, 20)


@pytest.fixture
def oanh(units):
    """Who follows the reform in the Office."""
    user = person("oanh", "Trịnh Kiều Oanh")
    place(user, Role.REFORM_OFFICER, unit=units["van-phong"], title="Chuyên viên")
    return user


@pytest.fixture
def tam(units):
    """Head of the division for meritorious people."""
    user = person("tam", "Lưu Minh Tâm", "man")
    place(user, Role.HEAD, unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


def drawn_up(oanh, units, **other) -> Indicator:
    facts = {
        "name": "Thủ tục đủ điều kiện cung cấp trực tuyến toàn trình", "unit_of_measure": "%",
        "direction": "tang", "scope": "don-vi", "area": "so-hoa", "frequency": "nam",
        "unit": units["nguoi-co-cong"], "source": "28-CT/TU",
    } | other  # fmt: skip
    return Indicator.draw_up(by=oanh, on=DAY, **facts)


def asks(one, oanh, value, year, **other):
    facts = {"comparator": "ge", "value": Decimal(value), "year": year, "source": "28-CT/TU",
             "from_on": date(2020, 7, 7)} | other  # fmt: skip
    return one.set_target(by=oanh, on=DAY, **facts)


def tells(one, by, period, value, **other):
    facts = {"evidence": "15/BC-NCC", "period": period, "value": Decimal(value)} | other
    return one.record_value(by=by, on=DAY, **facts)


@pytest.fixture
def one(oanh, units) -> Indicator:
    return drawn_up(oanh, units)
