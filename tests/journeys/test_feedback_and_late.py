"""Feedback sent online and answered; a complaint that is late, and shows as late everywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from citizens.models import Case, LookupCode
from tests.citizens.test_public_browser import walk
from tests.journeys.test_complaint_way import case, read_first_of_tray, send_out, send_up

pytestmark = pytest.mark.browser


def sent_online(citizen) -> str:
    """The citizen goes all the way; the code of the receipt."""
    citizen.page.site = citizen.site
    assert list(walk(citizen.page))[-1] == "receipt"
    return citizen.code


def looked_up(citizen, code) -> None:
    citizen.open("/tra-cuu/")
    citizen.fill(code=code)
    citizen.press("Tra cứu")


def test_feedback_sent_online_is_answered(
    at_work, citizen, lan, binh, mai, office, fields, communes, units
):
    code = sent_online(citizen)
    lan, binh, mai = (at_work(user) for user in (lan, binh, mai))
    lan.open("/don/")
    lan.follow(lan.page.get_by_role("link", name="D-").first)
    lan.press("Phân loại")
    lan.fill(kind="phan_anh", field="nguoi-co-cong", eligible="co", competent="co")
    lan.press("Phân loại")
    binh.open("/don/")
    binh.follow(binh.page.get_by_role("link", name="D-").first)
    binh.press("Giao giải quyết")
    binh.fill(unit="tiep-cong-dan", officer="lan")
    binh.press("Giao giải quyết")
    send_up(
        lan,
        "Trả lời",
        conclusion="Trợ cấp được chi trả tại nhà từ tháng sau.",
        draft="Trả lời phản ánh: trợ cấp được chi trả tại nhà từ tháng sau.",
    )
    read_first_of_tray(binh, "Phê duyệt")
    send_out(mai, "12")
    looked_up(citizen, code)
    citizen.reads("Sở đã trả lời bằng văn bản số")
    citizen.reads("Trợ cấp được chi trả tại nhà từ tháng sau.")


@pytest.fixture
def late(accepted, lan, ha, communes):
    """Accepted ninety days ago, and nothing since."""
    long_ago = timezone.localdate() - timedelta(days=90)
    found = accepted(long_ago, received_on=long_ago - timedelta(days=1))
    found.assign(by=ha, on=long_ago, unit=lan.unit, officer=lan)
    return LookupCode.issue(found.petition, on=long_ago)


def test_a_late_complaint_shows_as_late_everywhere(at_work, citizen, late, lan, ha):
    lan, ha = at_work(lan), at_work(ha)
    for person, address in (
        (lan, "/cong-viec/"),
        (lan, "/vu-viec/?han=qua-han"),
        (lan, case().get_absolute_url()),
        (ha, "/cong-viec/"),
        (ha, "/vu-viec/"),
    ):
        person.open(address)
        person.reads("Quá hạn")
    ha.open("/dieu-hanh/")
    ha.reads("vụ việc quá hạn")
    looked_up(citizen, late)
    citizen.reads("Sở xin lỗi ông/bà")
    assert Case.objects.overdue(as_of=timezone.localdate()).count() == 1
