"""The main acts of a day with no mouse: everything is reached by Tab and pressed by Enter."""

import pytest
from django.utils import timezone

from citizens.models import Petition
from portal.submissions import submit
from tests.journeys.keyboard import choose, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def of_today(letter, lan, binh, communes, fields):
    return letter(timezone.localdate(), field=fields["ncc-mai-tang-phi"])


def test_a_letter_is_found_on_the_list_and_classified(at_work, of_today, lan):
    lan = at_work(lan)
    lan.open("/don/")
    press(lan, of_today.code)
    press(lan, "Phân loại")
    choose(lan, "Khiếu nại", 1)
    choose(lan, "Có", 0)
    choose(lan, "Có", 0)
    press(lan, "Phân loại")
    assert Petition.objects.get().kind == "kien_nghi"


def test_the_tray_is_read_and_approved(at_work, complaint, lan, binh, ha):
    on = timezone.localdate()
    case = complaint(on)
    way = submit(case, case.workflow["accept"], by=lan, on=on, payload={"draft": ["…"]}, draft="…")
    way.endorse(by=binh, on=on)
    ha = at_work(ha)
    ha.open("/cong-viec/")
    press(ha, "Đọc, phê duyệt")
    press(ha, "Phê duyệt")
    case.refresh_from_db()
    assert case.stage == "da-thu-ly"
