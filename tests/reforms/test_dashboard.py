"""/dieu-hanh/cai-cach/: a tile counts what its rows show, and says where nothing is known."""

from datetime import date
from decimal import Decimal

import pytest

from portal.dashboard.reform import Tile, indicators, tiles
from portal.people import Role
from portal.periods import Year
from portal.statistics import REGISTRY
from reforms.models import Indicator
from tests.cast import client_of, person, place

pytestmark = pytest.mark.django_db
PAGE = "/dieu-hanh/cai-cach/"
DAY = date(2026, 11, 20)


def test_every_tile_names_figures_that_exist():
    asked = {name for tile in tiles() for name in (tile.figure, *tile.beside)}
    assert asked <= set(REGISTRY)
    assert len(tiles()) == 16


@pytest.mark.parametrize(
    ("value", "tone"), [(98, "ok"), (97.9, "soon"), (95, "soon"), (94.9, "late"), (None, "")]
)
def test_colours_change_at_their_bounds(value, tone):
    assert Tile("Đúng hạn", "dossiers_on_time", green=98, amber=95).tone(value) == tone


@pytest.mark.parametrize(("value", "tone"), [(0, "ok"), (1, "late")])
def test_of_what_should_not_be_one_is_too_many(value, tone):
    assert Tile("Quá hạn", "dossiers_open_late", green=0, amber=0, low=True).tone(value) == tone


def test_nothing_known_is_said_and_never_zero(ha):
    page = client_of(ha).get(PAGE).content.decode()
    on_time = page.split("Hồ sơ giải quyết đúng hạn", 1)[1].split("</li>", 1)[0]
    assert "chưa có số liệu" in on_time
    assert "cần chú ý" not in on_time


def test_every_figure_opens_a_page(ha):
    client, year = client_of(ha), Year.of(2026)
    named = [REGISTRY[name] for tile in tiles() for name in (tile.figure, *tile.beside)]
    urls = {each.opens(year) for each in named if each.value(year) is not None} - {""}
    assert len(urls) > 9
    answers = {url: client.get(url).status_code for url in urls}
    assert {url: status for url, status in answers.items() if status != 200} == {}


def test_the_page_costs_a_bounded_number_of_statements(ha, django_assert_max_num_queries):
    client = client_of(ha)
    client.get(PAGE)
    with django_assert_max_num_queries(200):
        client.get(PAGE)


def test_a_head_has_the_page_of_the_own_unit_and_of_no_other(binh, lan):
    own = client_of(binh).get(PAGE)
    assert own.status_code == 200
    assert str(binh) in own.content.decode()
    assert own.context["unit"].code == "tiep-cong-dan"
    assert client_of(binh).get(f"{PAGE}?don-vi=lao-dong").status_code == 404


def test_an_officer_does_not_find_it_and_a_wrong_period_is_told(lan, ha):
    assert client_of(lan).get(PAGE).status_code == 404
    assert client_of(ha).get(f"{PAGE}?ky=2026-q9").status_code == 400
    assert client_of(ha).get(f"{PAGE}?ky=2026-q1&don-vi=lao-dong").status_code == 200


def test_the_target_of_a_unit_is_no_target_of_the_office(units):
    oanh = person("oanh", "Trịnh Kiều Oanh")
    place(oanh, Role.REFORM_OFFICER, unit=units["van-phong"], title="Chuyên viên")

    def follows(scope, value):
        one = Indicator.draw_up(
            by=oanh, on=DAY, name=f"Đúng hạn {scope}", unit_of_measure="%", direction="tang",
            scope=scope, area="thu-tuc", frequency="nam", unit=units["lao-dong"],
            source="28-CT/TU", figure="dossiers_on_time",
        )  # fmt: skip
        one.set_target(by=oanh, on=DAY, comparator="ge", value=Decimal(value), year=2026,
                       source="28-CT/TU", from_on=date(2020, 7, 7))  # fmt: skip

    follows("co-quan", 98)
    follows("don-vi", 90)
    named = {"dossiers_on_time"}
    assert indicators(named, unit=None, on=DAY)["dossiers_on_time"][0] == 98
    assert indicators(named, unit=units["lao-dong"], on=DAY)["dossiers_on_time"][0] == 90
