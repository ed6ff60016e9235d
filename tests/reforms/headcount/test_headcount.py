"""R001-9: at least ten per cent less in 2021 than in 2015."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import reforms.figures  # noqa: F401  makes its figures known
from portal.periods import Year
from portal.statistics import figure
from portal.workflow import Refused
from reforms.headcount_goals import GOALS, cut, written
from reforms.models import HeadcountSnapshot
from reforms.views.headcount.pages import reached
from tests.cast import client_of
from tests.reforms.indicators.conftest import oanh  # noqa: F401  who follows the reform

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
PAGE = "/cai-cach/bien-che/"
TEN_PER_CENT = GOALS[0]


def told(by, year, assigned, **other):
    facts = {"group": "cong-chuc", "source": f"QĐ {year}"} | other
    return HeadcountSnapshot.note(by=by, on=DAY, year=year, assigned=assigned, **facts)


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize(
    ("base", "now", "share", "words"),
    [
        *[(50, 45, "10.00", "Đạt"), (50, 46, "8.00", "Không đạt")],
        *[(10_000, 9_001, "9.99", "Không đạt"), (10_000, 9_000, "10.00", "Đạt")],
        *[(100_000, 90_004, "9.99", "Không đạt"), (50, 52, "-4.00", "Không đạt")],
    ],
)
def test_the_goal_of_2021_at_its_border(base, now, share, words):
    found = reached(TEN_PER_CENT, {2015: base, 2021: now})
    assert (found.shown, found.words) == (Decimal(share), words)


def test_before_the_year_it_is_not_yet_and_the_pace_leads_somewhere():
    found = reached(TEN_PER_CENT, {2015: 50, 2018: 48})
    assert (found.words, found.ahead) == ("Chưa đạt", Decimal("8.00"))


def test_without_the_base_year_there_is_no_number():
    assert reached(TEN_PER_CENT, {2021: 45}).words == "Chưa có số liệu"


def test_a_cut_of_nearly_ten_does_not_look_like_ten():
    assert written(cut(1000, 900) - Decimal("0.001")) == Decimal("9.99")


def test_the_figure_is_asked_by_name(oanh, units):  # noqa: F811
    told(oanh, 2015, 50)
    assert figure("headcount_cut_cong_chuc_2015").value(Year.of(2021)) is None
    told(oanh, 2021, 45)
    assert figure("headcount_cut_cong_chuc_2015").value(Year.of(2021)) == 10.0
    assert figure("headcount_assigned_cong_chuc").value(Year.of(2021)) == 45
    told(oanh, 2021, 9, unit=units["lao-dong"], group="vien-chuc", present=8)
    of_unit = figure("headcount_present_vien_chuc").value(Year.of(2021), unit="lao-dong")
    assert of_unit == 8


def test_a_corrected_line_is_crossed_out(oanh):  # noqa: F811
    first = told(oanh, 2021, 46)
    told(oanh, 2021, 45)
    first.refresh_from_db()
    assert first.replaced_on == DAY
    assert HeadcountSnapshot.objects.assigned_in(2021, "cong-chuc") == 45


def test_who_follows_the_reform_writes_it_down(minh):
    with pytest.raises(Refused, match="phụ trách CCHC"):
        told(minh, 2021, 45)


def test_the_page_says_reached_and_opens_the_year(oanh, ha, office, units):  # noqa: F811
    told(oanh, 2015, 50)
    told(oanh, 2021, 46, present=44, planned=45)
    told(oanh, 2021, 9, unit=units["lao-dong"])
    page = text(client_of(ha).get(PAGE))
    assert "8,00&nbsp;% Không đạt ít nhất 10 % đến năm 2021" in page
    assert "46 44 45 không đạt 8,00 % —" in page
    assert "Phòng Lao động – Việc làm" in text(client_of(ha).get(f"{PAGE}?nam=2021"))


def test_it_is_typed_and_what_is_missing_is_said(oanh, office):  # noqa: F811
    client = client_of(oanh)
    facts = {"year": "2015", "group": "cong-chuc", "assigned": "50", "source": "QĐ 1"}
    assert client.post(f"{PAGE}moi/", facts).url == PAGE
    answer = client.post(f"{PAGE}moi/", facts | {"assigned": "", "source": "QĐ số 2"})
    assert answer.status_code == 422
    assert "Chưa nhập biên chế giao" in text(answer)
    assert "QĐ số 2" in answer.content.decode()
    far = client.post(f"{PAGE}moi/", facts | {"year": "2030"})
    assert "Năm này chưa được giao biên chế." in text(far)


@pytest.mark.parametrize("asked", ["?nam=abc", "?nam=99999", "?nam=²", "?don-vi=la"])
def test_an_unknown_year_or_unit_is_refused(ha, office, asked):
    assert client_of(ha).get(PAGE + asked).status_code == 400


def test_three_different_empty_pages(oanh, ha, quantri, office):  # noqa: F811
    assert "Ghi năm gốc 2015 trước" in text(client_of(oanh).get(PAGE))
    assert "ghi từng năm" in text(client_of(ha).get(PAGE))
    assert "Tài khoản quản trị không xem" in text(client_of(quantri).get(PAGE))
    told(oanh, 2021, 45)
    assert "Đơn vị này chưa có" in text(client_of(ha).get(f"{PAGE}?don-vi=lao-dong"))


def test_more_years_ask_no_more(oanh, ha, office):  # noqa: F811
    told(oanh, 2015, 50)
    client = client_of(ha)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for year in range(2016, 2026):
        told(oanh, year, 49)
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)
    assert len(many) == len(few) <= 12


def test_the_criterion_of_the_cut_has_its_two_numbers(oanh):  # noqa: F811
    for year, officials, employees in ((2015, 50, 100), (2021, 45, 92), (2026, 44, 90)):
        told(oanh, year, officials)
        told(oanh, year, employees, group="vien-chuc")
    pair = [figure(f"headcount_{name}") for name in ("reduced", "base")]
    assert [each.value(Year.of(2021)) for each in pair] == [13, 150]
    assert [each.value(Year.of(2026)) for each in pair] == [3, 137]  # against 2021
    assert [each.value(Year.of(2025)) for each in pair] == [None, None]


def test_who_has_grown_has_reduced_nothing(oanh):  # noqa: F811
    told(oanh, 2021, 45)
    told(oanh, 2026, 47)
    assert figure("headcount_reduced").value(Year.of(2026)) == 0
