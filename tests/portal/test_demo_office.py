"""The invented office shows what an office can be: units, bodies, positions and a footer."""

from datetime import date

import pytest

from citizens.models.petition.intake import petition_unit
from portal.management.demo.office import build
from portal.people import Body, Position, Unit, User

TODAY = date(2026, 11, 20)


@pytest.fixture
def office(db) -> None:
    build(on=TODAY, since=TODAY)


def test_sixty_people_each_hold_a_position_today(office):
    assert User.objects.count() == 60
    assert all(user.positions_on(TODAY) for user in User.objects.all())


def test_director_and_party_secretary_is_one_person_with_two_positions(office):
    roles = Position.objects.filter(user__username="ha").values_list("role", flat=True)
    assert {"director", "party_committee"} <= set(roles)


def test_divisions_attached_units_and_the_headquarters_itself_are_units(office):
    kinds = list(Unit.objects.open(as_of=TODAY).values_list("kind", flat=True))
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "headquarters": 1,
        "division": 9,
        "subordinate": 5,
    }


def test_units_that_meet_the_people_are_marked(office):
    marked = set(Unit.objects.filter(meets_people=True).values_list("code", flat=True))
    assert {"vp", "ncc", "ttvl", "cscn", "ttct"} <= marked
    assert "khtc" not in marked


def test_the_union_ended_and_another_body_represents_the_staff(office):
    bodies = Body.objects.filter(kind=Body.Kind.STAFF_REPRESENTATIVE)
    assert bodies.open(as_of=date(2025, 6, 1)).get().code == "cong-doan"
    assert bodies.open(as_of=TODAY).get().code == "dai-dien"


def test_petitions_go_to_the_unit_that_was_charged_with_them_on_the_day(office):
    assert petition_unit(date(2025, 6, 30)).name == "Thanh tra Sở"
    assert petition_unit(date(2025, 7, 1)).code == "tcd"


def test_the_footer_says_all_that_the_law_asks_of_an_agency(office, client):
    page = client.get("/").content.decode()
    asked = (
        "Ủy ban nhân dân tỉnh Tân Giang",
        "Số 12 đường Hòa Bình",
        "0200 3812 345",
        "vanthu@tangiang.example",
        "07/GP-TTĐT",
        "Hoàng Ngân Hà",
    )
    assert [words for words in asked if words not in page] == []
