"""The leaders' page of the programme: sums of the records, each opening its rows."""

import pytest
from django.utils import timezone

from democracy.models import Posting
from portal.people import Role
from portal.statistics import figure
from portal.working_days import days_after
from tests.cast import client_of, person, place

TODAY = timezone.localdate


@pytest.fixture
def late(tuan, units):
    return Posting.note_posting(
        by=tuan, on=days_after(TODAY(), -21), item="46.6", title="Quyết định bổ nhiệm",
        reference="45/QĐ-S", decided_on=days_after(TODAY(), -21), unit=units["van-phong"],
    )  # fmt: skip


def page(user, year):
    return client_of(user).get(f"/dieu-hanh/dan-chu/?nam={year}")


def test_what_is_late_is_counted_and_opens_its_rows(late, ha, office):
    year = late.due_on.year
    shown = page(ha, year)
    first = shown.context["tiles"][0]
    assert first["words"] == "việc quá hạn"
    assert first["count"] == sum(row["late"] for row in shown.context["units"])
    assert first["url"] == f"/dan-chu/viec-phai-lam/?nam={year}"
    row = next(row for row in shown.context["units"] if row["unit"].code == "van-phong")
    assert row["late"] == 1
    assert "Quyết định bổ nhiệm" in opened(ha, f"{first['url']}&cua=van-phong")


def opened(user, address) -> str:
    return client_of(user).get(address).content.decode()


def test_a_party_committee_sees_sums_and_no_way_to_rows(late, office, party_committee, units):
    user = person("dang", "Lý Thị Đảng")
    place(user, Role.PARTY_COMMITTEE, body=party_committee)
    shown = page(user, late.due_on.year).content.decode()
    assert "Việc quá hạn" in shown
    assert "/dan-chu/viec-phai-lam/" not in shown


def test_others_find_nothing(minh, office):
    assert page(minh, 2026).status_code == 404


def test_it_costs_a_bounded_number_of_statements(
    late, ha, office, django_assert_max_num_queries, units
):
    client = client_of(ha)
    client.get("/dieu-hanh/dan-chu/")
    with django_assert_max_num_queries(70):
        client.get("/dieu-hanh/dan-chu/")


def test_a_year_before_the_office_says_so(ha, office):
    assert "Năm này chưa có đơn vị nào" in page(ha, 1995).content.decode()


def test_figures_of_other_programmes_stand_with_their_parts(ha, office):
    shown = page(ha, 2026)
    names = [each["line"].words for each in shown.context["linked"]]
    assert names == [
        figure("procedures_full_online_share").label.removesuffix(" (%)"),
        figure("on_time_of_settled").label,
    ]
    assert "Chỉ tiêu liên quan" in shown.content.decode()
    assert all(len(each["parts"]) == 2 for each in shown.context["linked"])
