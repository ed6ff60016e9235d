"""Who is told, asked and heard: beside the cast the Office, a board, a representative."""

from datetime import date

import pytest

from democracy.models import Consultation, Posting
from portal.people import Body, Role
from tests.cast import LONG_AGO, person, place

DECIDED = date(2026, 5, 4)
ASKED = date(2026, 5, 4)


@pytest.fixture
def board(units):
    name = "Ban Thanh tra nhân dân"
    body = Body.objects.create(
        code="thanhtra", name=name, kind=Body.Kind.INSPECTION_BOARD, opened_on=LONG_AGO
    )
    user = person("thanhtra", f"Người của {name}")
    place(user, Role.INSPECTION_BOARD, body=body)
    return user


@pytest.fixture
def posting(tuan, units) -> Posting:
    return Posting.note_posting(
        by=tuan, on=DECIDED, item="46.6", title="Quyết định bổ nhiệm Trưởng phòng",
        reference="45/QĐ-SLĐTBXH", decided_on=DECIDED, unit=units["van-phong"],
    )  # fmt: skip


@pytest.fixture
def asked(tuan, ha, units) -> Consultation:
    """The draft of a work plan, for the whole staff, until 15/5/2026."""
    row = Consultation.draw_up(
        by=tuan, on=ASKED, item="53.2", title="Kế hoạch công tác năm 2027", text="Góp ý dự thảo",
        forms=["cong"], closes_on=date(2026, 5, 15), unit=units["van-phong"],
    )  # fmt: skip
    row.consult(by=ha, on=ASKED, prepared_by=tuan)
    return row
