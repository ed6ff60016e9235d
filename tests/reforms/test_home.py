"""/cai-cach/: where the rooms of the programme are found."""

import pytest

from portal.people import Role
from tests.cast import place

pytestmark = pytest.mark.django_db


def test_the_staff_find_the_rooms(client, lan):
    client.force_login(lan)
    page = client.get("/cai-cach/").content.decode()
    assert "Kế hoạch, nhiệm vụ" in page


def test_whoever_follows_the_programme_sees_what_waits(client, ha):
    client.force_login(ha)
    page = client.get("/cai-cach/").content.decode()
    assert "Biến động thủ tục chưa cập nhật kịp thời" in page


def test_the_dashboard_is_offered_to_those_who_read_it(client, ha, lan, units):
    place(lan, Role.REFORM_OFFICER, unit=units["van-phong"], title="Chuyên viên")
    for user, offered in ((ha, True), (lan, False)):
        client.force_login(user)
        page = client.get("/cai-cach/").content.decode()
        assert ('href="/dieu-hanh/cai-cach/"' in page) is offered


def test_the_administrator_reads_why_there_is_nothing(client, quantri):
    client.force_login(quantri)
    page = client.get("/cai-cach/").content.decode()
    assert "Kế hoạch, nhiệm vụ</a><span" not in page
    assert "Tài khoản quản trị không xem nội dung công việc." in page
