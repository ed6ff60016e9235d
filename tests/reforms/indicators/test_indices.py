"""What others publish: its tree, ranks, gaps, who works on it."""

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import reforms.figures  # noqa: F401  makes its figures known
from portal.periods import Year
from portal.statistics import figure
from portal.workflow import Refused
from reforms.index_catalogue import NODES
from reforms.models import Indicator
from tests.cast import client_of
from tests.reforms.indicators.conftest import DAY, asks, tells

pytestmark = pytest.mark.django_db
PAGE = "/cai-cach/chi-so/"


@pytest.fixture
def pci(oanh, units) -> Indicator:
    return Indicator.follow_index(by=oanh, on=DAY, family="pci", unit=units["nguoi-co-cong"])


def part(name: str) -> Indicator:
    return Indicator.objects.get(catalogued=f"pci/{name}")


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_job_introduction_stands_below_labour_training_below_pci(pci):
    assert part("dao-tao/gioi-thieu").parent == part("dao-tao")
    assert part("dao-tao").parent == pci
    assert pci.parts.count() == 10


def test_following_it_again_adds_nothing(pci, oanh, units):
    again = Indicator.follow_index(by=oanh, on=DAY, family="pci", unit=units["lao-dong"])
    assert (again, Indicator.objects.count()) == (pci, 14)


def test_every_part_has_what_it_is_part_of():
    codes = {node.code for node in NODES}
    assert {node.above for node in NODES} - {""} <= codes
    assert sum(node.highest for node in NODES if node.above == "dti") == 1000
    assert sum(node.highest for node in NODES if node.above == "papi") == 80
    assert sum(node.above == "pci" for node in NODES) == 10


def test_the_office_counts_no_index_of_others(pci, oanh):
    with pytest.raises(Refused, match="do đơn vị ghi"):
        pci.recompute(by=oanh, on=DAY)


def test_no_more_points_than_there_are(pci, tam):
    with pytest.raises(Refused, match="Điểm tối đa là 10"):
        tells(part("dao-tao"), tam, "2025", "10.01")


def test_the_board_says_rank_change_and_gaps(pci, oanh, tam, ha, office):
    one = part("dao-tao")
    asks(one, oanh, "7", 2025)
    tells(one, tam, "2024", "6.1", rank=40, of=63)
    tells(one, tam, "2025", "6.5", rank=31, of=63, best=Decimal("7.64"))
    page = text(client_of(ha).get(f"{PAGE}?chi-so=pci"))
    row = "Đào tạo lao động Phòng Người có công 2025 6,5 điểm 31 trên 63 tăng 9 bậc +0,4 −0,5 −1,14"
    assert row in page
    assert "Chưa có số liệu" in page


def test_a_year_without_the_one_before_has_no_change(pci, tam, ha, office):
    tells(part("dao-tao"), tam, "2022", "6.1")
    tells(part("dao-tao"), tam, "2025", "6.5")
    assert "6,5 điểm — — — —" in text(client_of(ha).get(PAGE))


def test_the_figure_is_the_year_s_alone(pci, tam):
    tells(pci, tam, "2024", "66.5")
    assert figure("index_pci").value(Year.of(2024)) == 66.5
    assert figure("index_pci").value(Year.of(2025)) is None


def test_an_index_is_the_office_s_and_no_unit_s(pci, tam):
    tells(pci, tam, "2024", "66.5")
    assert figure("index_pci").value(Year.of(2024), unit="nguoi-co-cong") is None


def test_it_is_added_with_its_parts(oanh, office, units):
    client = client_of(oanh)
    answer = client.post(f"{PAGE}them/", {"family": "sipas", "unit": "van-phong"})
    assert answer.url == Indicator.objects.get(catalogued="sipas").get_absolute_url()
    assert "Tiếp cận dịch vụ" in text(client.get(answer.url))


def test_three_different_empty_pages(oanh, quantri, office):
    client = client_of(oanh)
    assert "Thêm PAR INDEX" in text(client.get(PAGE))
    assert "Tài khoản quản trị không xem" in text(client_of(quantri).get(PAGE))
    client.post(f"{PAGE}them/", {"family": "ddci", "unit": "van-phong"})
    assert "Chưa theo dõi chỉ số này" in text(client.get(f"{PAGE}?chi-so=pci"))
    assert client.get(f"{PAGE}?chi-so=la").status_code == 400


def test_more_indices_ask_no_more(oanh, units, office):
    client = client_of(oanh)
    Indicator.follow_index(by=oanh, on=DAY, family="ddci", unit=units["so"])
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for family in ("pci", "papi", "dti"):
        Indicator.follow_index(by=oanh, on=DAY, family=family, unit=units["so"])
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)
    assert len(many) == len(few) <= 10
