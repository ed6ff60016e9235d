"""II.06a as it was sent: frozen field by field, and what changed since."""

from datetime import date

import pytest

from portal.dashboard.reports_due import lines_of
from portal.returns import FrozenReturn
from reforms.models import DossierCount
from tests.cast import client_of, person, place

pytestmark = pytest.mark.django_db
MONTH = "/cai-cach/ho-so/?ky=2026-t10"
FREEZE = "/cai-cach/ho-so/chot/?ky=2026-t10"


@pytest.fixture
def keeper(units):
    user = person("hien", "Lê Thu Hiền")
    place(user, "procedure_officer", unit=units["van-phong"])
    return user


@pytest.fixture
def frozen(keeper, count_of):
    count_of()
    count_of(field="tre-em")
    client_of(keeper).post(FREEZE)
    return FrozenReturn.objects.get()


def test_a_month_is_frozen_field_by_field(frozen):
    assert (frozen.form, frozen.unit, frozen.figures["3"]) == ("II.06a", None, 100)
    assert set(frozen.lines) == {"nguoi-co-cong", "tre-em"}
    assert frozen.lines["tre-em"]["10"] == 2


def test_what_changed_since_is_told(frozen, keeper):
    page = client_of(keeper).get(MONTH).content.decode()
    assert "Từ khi chốt, số liệu không đổi." in page
    DossierCount.objects.filter(field__code="tre-em").update(done_early=19, done_late=3)
    page = client_of(keeper).get(MONTH).content.decode()
    assert "Trẻ em, cột 8: khi chốt 20, nay 19" in page
    assert "Tổng cộng, cột 10: khi chốt 4, nay 5" in page
    assert "cột 3:" not in page


def test_a_field_that_came_later_shows(frozen, keeper, count_of):
    count_of(field="lao-dong-tien-luong")
    assert "cột 4: khi chốt 0, nay 30" in client_of(keeper).get(MONTH).content.decode()


def test_nothing_is_frozen_before_its_last_day_or_without_rows(keeper, fields):
    answer = client_of(keeper).post(FREEZE, follow=True)
    assert "Chốt khi kỳ đã có số liệu" in answer.content.decode()
    assert not FrozenReturn.objects.exists()


def test_the_clerk_reads_and_does_not_freeze(frozen, mai):
    assert client_of(mai).post(FREEZE).status_code == 404
    assert "Chốt số liệu</button>" not in client_of(mai).get(MONTH).content.decode()


def test_a_quarter_of_the_reports_is_counted_from_its_own_months(keeper, count_of, ha):
    months = {"period_from": date(2026, 8, 15), "period_to": date(2026, 9, 14)}
    count_of(**months)
    client, quarter = client_of(keeper), "?ky=2026-06-15_2026-09-14"
    page = client.get(f"/cai-cach/ho-so/{quarter}").content.decode()
    assert "Quý III năm 2026" in page
    client.post(f"/cai-cach/ho-so/chot/{quarter}")
    lines = [each for each in lines_of(2026, user=ha, on=date(2026, 10, 1))
             if "II.06a" in each.kind.forms]  # fmt: skip
    assert [each.state[1] for each in lines] == ["Quá hạn", "Quá hạn", "Đã gửi", "Chưa đến kỳ"]
    assert lines[2].url == f"/cai-cach/ho-so/{quarter}"
    index = client_of(ha).get("/bao-cao/?ky=2026-q3").content.decode()
    assert f"/cai-cach/ho-so/{quarter}" in index


def test_days_that_are_no_months_are_no_period(keeper):
    for days in ("2026-06-15_2026-09-13", "2026-06-10_2026-09-09", "hom-nay"):
        assert client_of(keeper).get(f"/cai-cach/ho-so/?ky={days}").status_code == 400


def test_a_month_of_the_reports_is_typed(keeper, fields):
    answer = client_of(keeper).get(
        "/cai-cach/ho-so/nhap/?ky=2026-09-15_2026-10-14&don-vi=nguoi-co-cong"
    )
    assert "Tháng 10 năm 2026" in answer.content.decode()


def test_lines_by_unit(keeper, count_of):
    count_of()
    count_of(unit="lao-dong", field="tre-em")
    answer = client_of(keeper).get(f"{MONTH}&theo=don-vi")
    names = [each["line"].name for each in answer.context["lines"]]
    assert names == ["Phòng Lao động – Việc làm", "Phòng Người có công", "Tổng cộng"]
