"""In which capacity a paper is signed comes from the positions of that day (NĐ30/2020 Đ13)."""

from datetime import date

import pytest

from citizens.documents.capacity import lines_of, signer_of
from citizens.documents.making import make
from citizens.models.capacity import signing_capacity
from portal.documents.forms import form_on
from portal.people import Position, StandIn
from tests.cast import person, place

TODAY = date(2026, 7, 16)


def lines(item, user) -> list[str]:
    user.forget_positions()
    return lines_of(signer_of(item, user, on=TODAY))


def stands_in(user, absent) -> None:
    own, away = (Position.objects.filter(user=each).first() for each in (user, absent))
    StandIn.objects.create(
        absent=away, stand_in=own, from_on=TODAY, to_on=TODAY,
        decision_number="12/QĐ-SLĐTBXH", decided_on=TODAY,
    )  # fmt: skip


def test_the_director_signs_in_person(complaint, ha):
    assert lines(complaint(), ha) == ["Giám đốc"]


def test_a_deputy_signs_in_the_directors_stead(complaint, dung):
    assert lines(complaint(), dung) == ["KT. Giám đốc", "Phó Giám đốc"]


def test_a_deputy_who_stands_in_signs_in_the_directors_stead(complaint, dung, ha):
    stands_in(dung, ha)
    assert lines(complaint(), dung)[0] == "KT. Giám đốc"


def test_a_head_signs_by_order(complaint, binh):
    assert lines(complaint(), binh) == ["TL. Giám đốc", binh.title]


def test_a_deputy_head_signs_by_order_in_the_stead_of_the_head(complaint, units, binh):
    deputy = person("nga", "Vũ Thị Nga")
    place(deputy, "deputy_head", unit=units["lao-dong"], title="Phó Trưởng phòng")
    head = Position.objects.holding("head", as_of=TODAY, unit=units["lao-dong"]).first()
    above = head.printed_title if head else "Thủ trưởng đơn vị"
    assert lines(complaint(), deputy) == ["TL. Giám đốc", f"KT. {above}", "Phó Trưởng phòng"]


def test_a_head_who_stands_in_for_the_director_signs_by_authority(complaint, binh, ha):
    stands_in(binh, ha)
    assert lines(complaint(), binh) == ["TUQ. Giám đốc", binh.title]


def test_whoever_acts_as_director_signs_as_acting(complaint, ha):
    Position.objects.filter(user=ha, role="director").update(title="Quyền Giám đốc")
    assert lines(complaint(), ha) == ["Q. Giám đốc"]


def test_for_an_acting_director_a_deputy_signs_for_the_office_of_director(complaint, ha, dung):
    Position.objects.filter(user=ha, role="director").update(title="Quyền Giám đốc")
    assert lines(complaint(), dung)[0] == "KT. Giám đốc"


def test_under_the_seal_of_a_unit_its_head_signs_in_person(own, kien):
    assert lines(own(), kien) == ["Giám đốc Trung tâm"]


def test_under_that_seal_a_deputy_signs_in_the_heads_stead(own, center):
    deputy = person("nga", "Vũ Thị Nga")
    place(deputy, "deputy_head", unit=center, title="Phó Giám đốc Trung tâm")
    assert lines(own(), deputy) == ["KT. Giám đốc Trung tâm", "Phó Giám đốc Trung tâm"]


def test_whoever_holds_no_such_position_signs_in_no_capacity(lan):
    assert signing_capacity(lan, on=TODAY) == ""


@pytest.fixture
def report(verifying, minh):
    form = form_on("bc_xac_minh", on=TODAY)
    return make(verifying(), form, by=minh, on=TODAY)


def test_a_team_reports_in_its_own_name(report, minh):
    said = report.paragraphs
    at = said.index("TM. TỔ XÁC MINH")
    assert said[at + 1] == "TỔ TRƯỞNG"
    assert minh.full_name in said[at:]
