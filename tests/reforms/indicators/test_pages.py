"""Pages of indicators: the list by area, the page of one, what is typed, what it costs."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.submissions import Submission
from reforms.models import Indicator
from tests.cast import client_of
from tests.portal.specimens import pdf
from tests.reforms.indicators.conftest import asks, drawn_up, tells

pytestmark = pytest.mark.django_db
LIST, PAGE = "/cai-cach/chi-tieu/", "/cai-cach/chi-tieu/CTI-2026-0001/"
MOST_OF_A_LIST, MOST_OF_A_PAGE = 14, 26


@pytest.fixture
def ones(one, office, oanh, tam, minh, khanh, ha, quantri):
    people = {"oanh": oanh, "tam": tam, "minh": minh, "khanh": khanh, "ha": ha, "quantri": quantri}
    return {name: client_of(user) for name, user in people.items()}


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def typed(**other) -> dict:
    return {
        "name": "Hồ sơ đúng hạn", "unit_of_measure": "%", "direction": "tang", "area": "thu-tuc",
        "unit": "so", "scope": "co-quan", "frequency": "thang", "figure": "", "source": "28-CT/TU",
    } | other  # fmt: skip


def test_an_indicator_is_drawn_up_and_gets_a_target(ones):
    answer = ones["oanh"].post(f"{LIST}moi/", typed())
    one = Indicator.objects.get(name="Hồ sơ đúng hạn")
    assert answer.url == one.get_absolute_url()
    asked = {"comparator": "ge", "value": "98,5", "year": "2026", "source": "28-CT/TU",
             "from_on": "01/01/2026", "base_year": "2021", "base_value": "90"}  # fmt: skip
    assert ones["oanh"].post(f"{answer.url}dat-muc-tieu/", asked).status_code == 302
    assert "≥ 98,5 %" in text(ones["oanh"].get(answer.url))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"value": "nhiều"}, "Ghi bằng chữ số"),
        ({"value": "101"}, "Tỷ lệ không quá 100"),
        ({"base_year": "2027", "base_value": "9"}, "Năm gốc phải trước năm của mục tiêu"),
        ({"base_year": "2015"}, "Ghi giá trị của năm gốc"),
        ({"from_on": "31/02/2026"}, "không có ngày 31"),
    ],
)
def test_what_is_wrong_with_a_target_is_said_at_its_field(ones, changed, words):
    asked = {"comparator": "ge", "value": "98", "year": "2026", "source": "Chỉ thị của Tỉnh ủy",
             "from_on": "01/01/2026"} | changed  # fmt: skip
    answer = ones["oanh"].post(f"{PAGE}dat-muc-tieu/", asked)
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Chỉ thị của Tỉnh ủy" in answer.content.decode()


def test_a_value_goes_up_the_line_with_what_it_rests_on(ones):
    told = {"period": "2025", "value": "87,5", "evidence": "15/BC-NCC ngày 10/01/2026"}
    assert ones["minh"].post(f"{PAGE}ghi-so-lieu/", told).status_code == 302
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "15/BC-NCC" in text(ones["tam"].get(tray))
    assert "đã trình, đang chờ" in text(ones["minh"].get(PAGE))
    assert not Indicator.objects.get().values.exists()
    ones["tam"].post(tray, {"verdict": "approve"})
    row = Indicator.objects.get().values.get()
    assert (str(row.value), row.by.username, row.prepared_by.username) == ("87.5000", "tam", "minh")


def test_a_value_without_grounds_is_asked_for_them(ones):
    answer = ones["minh"].post(f"{PAGE}ghi-so-lieu/", {"period": "2025", "value": "87,5"})
    assert answer.status_code == 422
    assert "Chưa nhập căn cứ, minh chứng" in text(answer)


def test_a_paper_shows_it_to_whoever_sees_the_indicator(ones, one, tam):
    row = tells(one, tam, "2025", "80")
    paper = SimpleUploadedFile("bao-cao.pdf", pdf())
    answer = ones["minh"].post(f"{PAGE}them-tep-minh-chung/", {"value": row.pk, "files": paper})
    assert answer.status_code == 302
    address = f"/cai-cach/chi-tieu/tep/{row.files.get().pk}/"
    assert [ones[who].get(address).status_code for who in ("oanh", "khanh")] == [200, 404]


def test_the_trend_has_its_table_and_the_pace_its_words(ones, one, oanh, tam):
    asks(one, oanh, "90", 2027)
    for year in range(2012, 2026):
        tells(one, tam, str(year), str(year - 1950))
    shown = ones["oanh"].get(PAGE).content.decode()
    assert shown.count('data-label="Giá trị"') == 12
    assert 'class="l2"' in shown
    assert "giữ nhịp tăng 1 % mỗi năm" in text(ones["oanh"].get(PAGE))
    assert "Dự báo đến hết năm 2027 77 chưa đạt ≥ 90 %" in text(ones["oanh"].get(PAGE))


def test_the_list_says_reached_missed_and_not_told(ones, one, oanh, tam, units):
    asks(one, oanh, "90", 2023)
    second = drawn_up(oanh, units, name="Thứ hai", scope="co-quan", area="the-che")
    asks(second, oanh, "90", 2023)
    tells(one, tam, "2025", "91")
    assert "Chưa có số liệu 1" in text(ones["oanh"].get(LIST))
    reached = text(ones["oanh"].get(f"{LIST}?ket-qua=dat"))
    assert "toàn trình" in reached
    assert "Thứ hai" not in reached
    assert "Thứ hai" in text(ones["khanh"].get(f"{LIST}?noi-dung=the-che"))


def test_areas_stand_in_the_order_of_the_programme(ones, oanh, units):
    drawn_up(oanh, units, name="Về thể chế", area="the-che")
    shown = text(ones["oanh"].get(LIST))
    assert shown.index("Cải cách thể chế", shown.index("Kỳ gần nhất")) < shown.index("toàn trình")


def test_three_different_empty_pages(ones, one):
    assert "Không có dòng nào khớp" in text(ones["oanh"].get(f"{LIST}?q=khong+co"))
    assert "Tài khoản quản trị không xem nội dung" in text(ones["quantri"].get(LIST))
    assert "Chưa có chỉ tiêu nào" in text(ones["khanh"].get(LIST))


def test_an_unknown_filter_is_refused_in_a_sentence(ones):
    assert ones["oanh"].get(f"{LIST}?noi-dung=la").status_code == 400


def statements(client, address) -> int:
    with CaptureQueriesContext(connection) as told:
        assert client.get(address).status_code == 200
    return len(told)


def test_more_indicators_ask_no_more(ones, one, oanh, tam, units):
    asks(one, oanh, "90", 2023)
    tells(one, tam, "2025", "91")
    few = statements(ones["oanh"], LIST)
    for n in range(12):
        other = drawn_up(oanh, units, name=f"Chỉ tiêu {n}")
        asks(other, oanh, "90", 2023)
        tells(other, tam, "2025", "91")
    assert statements(ones["oanh"], LIST) == few <= MOST_OF_A_LIST


def test_more_values_ask_no_more(ones, one, oanh, tam):
    tells(one, tam, "2025", "80")
    few = statements(ones["oanh"], PAGE)
    for year in range(2014, 2025):
        tells(one, tam, str(year), "70")
    asks(one, oanh, "90", 2027)
    assert statements(ones["oanh"], PAGE) <= few + 1 <= MOST_OF_A_PAGE
