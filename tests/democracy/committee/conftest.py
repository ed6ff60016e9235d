"""The office's committee: the director at its head, a member, an empty seat."""

from datetime import date

import pytest

from democracy.models import CommitteeVersion
from portal.people import Body
from tests.cast import LONG_AGO

DRAFTED = date(2026, 1, 12)
SINCE = date(2026, 1, 15)


@pytest.fixture
def body(units) -> Body:
    return Body.objects.create(
        code="bcd", name="Ban Chỉ đạo thực hiện dân chủ Sở", kind="steering", opened_on=LONG_AGO
    )


@pytest.fixture
def draft(tuan, ha, binh, body, units) -> CommitteeVersion:
    one = CommitteeVersion.compose(by=tuan, on=DRAFTED, unit=units["so"], body=body)
    one.add_seat(by=tuan, on=DRAFTED, role="truong-ban", post="Giám đốc Sở", user=ha)
    one.add_seat(by=tuan, on=DRAFTED, role="uy-vien", post="Trưởng phòng Tiếp công dân", user=binh)
    one.add_seat(by=tuan, on=DRAFTED, role="uy-vien", post="Chủ tịch Công đoàn")
    return one


@pytest.fixture
def decided(draft, ha, tuan) -> CommitteeVersion:
    draft.reconstitute(by=ha, on=SINCE, valid_from=SINCE, prepared_by=tuan)
    return draft
