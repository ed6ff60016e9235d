"""Open data: only what is over, no small number, nothing of denunciations; alike everywhere."""

import re
from datetime import date

import pytest
import time_machine

from citizens.models import Petition
from portal.fields import Field
from portal.publications import open_data
from portal.publications.open_data import DATASETS, LESS, Dataset, Share, hidden_in_pairs, rows_of
from portal.statistics import figure

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 16)


@pytest.fixture(autouse=True)
def thursday():
    with time_machine.travel("2026-07-16 09:00+07:00", tick=False):
        yield


@pytest.fixture
def figures(monkeypatch):
    """What each figure says: {name: value or a function of the period and scope}."""
    told: dict = {}

    class Said:
        def __init__(self, name: str) -> None:
            self.name = name

        def value(self, period, **scope):
            value = told.get(self.name, 0)
            return value(period, **scope) if callable(value) else value

    monkeypatch.setattr(open_data, "figure", Said)
    return told


def rows(code: str, year: int = 2026) -> list[dict]:
    return rows_of(DATASETS[code], year=year, on=ON)


def test_only_quarters_that_are_over(figures):
    assert [row["quy"] for row in rows("don-thu")] == ["2026-q1", "2026-q2"]
    assert rows("don-thu-theo-linh-vuc") == []


def test_a_small_number_is_told_as_small(figures):
    figures |= {"petitions_received": 4, "cases_settled": 131, "cases_settled_on_time": 128}
    row = rows("don-thu")[0]
    assert row["don_tiep_nhan"] == LESS
    assert row["vu_viec_giai_quyet"] == 131
    assert row["dung_han_phan_tram"] == 98  # whole: three late ones cannot be reckoned exactly


def test_nothing_and_little_look_alike(figures):
    figures["petitions_received"] = lambda period, **scope: {1: 0, 4: 3}[period.start.month]
    assert {row["don_tiep_nhan"] for row in rows("don-thu")} == {LESS}


def test_a_share_of_few_is_not_told(figures):
    figures |= {"cases_settled": 19, "cases_settled_on_time": 19}
    assert rows("don-thu")[0]["dung_han_phan_tram"] is None


def test_one_alone_is_not_left_out(figures, fields):
    codes = list(Field.objects.top().order_by("order", "code").values_list("code", flat=True))

    def received(period, *, field):
        return {codes[0]: 2, codes[1]: 9, codes[2]: 40}.get(field, 50)

    figures["petitions_received"] = received
    found = [row["don_tiep_nhan"] for row in rows("don-thu-theo-linh-vuc", 2025)]
    assert found[:3] == [LESS, None, 40]


def test_shares_are_no_small_numbers():
    dataset = Dataset("x", "x", "x", "linh_vuc", DATASETS["don-thu"].columns)
    row = {column.name: Share(3) for column in dataset.columns}
    assert hidden_in_pairs([row], dataset) == [row]


def test_programs_may_read_it_from_anywhere(stranger, office):
    answer = stranger.get("/api/don-thu/?nam=2025")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    data = answer.json()
    assert [row["quy"] for row in data["dong"]] == ["2025-q1", "2025-q2", "2025-q3", "2025-q4"]
    assert data["nguon"] == office.name


@pytest.mark.parametrize("address", ["/api/khong-co/", "/api/don-thu/?nam=1999", "/api/?nam=x"])
def test_what_is_not_there_is_not_found(stranger, address):
    assert stranger.get(address).status_code == 404


def test_the_description_describes_what_is_answered(stranger, office, fields):
    described = stranger.get("/api/openapi.json").json()
    assert set(described["paths"]) == {each.url for each in DATASETS.values()}
    for path, told in described["paths"].items():
        content = told["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        columns = content["properties"]["dong"]["items"]["properties"]
        answered = stranger.get(f"{path}?nam=2025").json()["dong"]
        assert all(set(row) == set(columns) for row in answered)


def test_the_page_tells_the_same(stranger, office, figures):
    figures |= {"petitions_received": 1234}
    assert "1.234" in stranger.get("/api/").content.decode()
    assert stranger.get("/api/don-thu/").json()["dong"][0]["don_tiep_nhan"] == 1234
    assert "1.234" in stranger.get("/").content.decode()


def test_no_figure_of_denunciations_is_named():
    names = {name for each in DATASETS.values() for column in each.columns
             for name in (column.counts, column.of) if name}  # fmt: skip
    assert not [name for name in names if "tố cáo" in figure(name).label.lower()]
    assert "cases_settled" in names


def test_a_denunciation_changes_no_byte(stranger, office, mai, fields):
    addresses = [*(f"{each.url}?nam=2026" for each in DATASETS.values()), "/api/", "/"]
    before = [stranger.get(address).content for address in addresses]
    for day in (1, 2, 3, 4, 5, 6):
        on = date(2026, 6, day)
        Petition.register_sealed(by=mai, on=on, received_on=on, channel="buu_chinh")
    assert [stripped(stranger.get(address).content) for address in addresses] == [
        stripped(body) for body in before
    ]


def test_a_figure_that_counted_them_would_be_seen(stranger, office, mai, fields, figures):
    """A planted defect: letters are counted in the table, with those of the other book."""
    figures["petitions_received"] = lambda period, **scope: 10 + Petition.objects.count()
    before = stranger.get("/api/don-thu/").content
    Petition.register_sealed(by=mai, on=ON, received_on=ON, channel="buu_chinh")
    assert stranger.get("/api/don-thu/").content != before


def stripped(body: bytes) -> bytes:
    """Without the mark that every form has anew."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", body)
