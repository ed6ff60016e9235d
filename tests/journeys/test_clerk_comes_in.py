"""Mai comes in with a printed code, enters a letter and prints its receipt: no mouse, no pause."""

import pytest
from django.utils import timezone

from citizens.models import Petition
from portal.factors import print_codes
from tests.journeys.conftest import PASSWORD
from tests.journeys.keyboard import enter, press, tab_to, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PRINTED = "window.print = () => { document.title = 'in ra'; }"


@pytest.fixture
def printed_code(mai) -> str:
    mai.set_password(PASSWORD)
    mai.save()
    return print_codes(mai, at=timezone.now())[0]


def come_in(clerk, code: str) -> None:
    clerk.open("/dang-nhap/")
    write(clerk, "Tên đăng nhập", "mai")
    write(clerk, "Mật khẩu", PASSWORD)
    enter(clerk)
    write(clerk, "Mã", code)
    enter(clerk)


def test_from_the_door_to_the_printed_receipt(citizen, printed_code, office, fields, communes):
    clerk = citizen
    clerk.page.add_init_script(PRINTED)
    come_in(clerk, printed_code)
    press(clerk, "Đơn", whole=True)
    press(clerk, "Vào sổ đơn")
    clerk.page.wait_for_selector("a.btn-primary:focus")
    enter(clerk)
    clerk.page.wait_for_selector("#id_incoming_no:focus")
    clerk.page.keyboard.insert_text("412")
    write(clerk, "Họ và tên người gửi", "Đinh Thị Thảo")
    write(clerk, "Trích yếu", "Xin xem lại trợ cấp")
    press(clerk, "Lưu và in biên nhận")
    clerk.page.wait_for_selector("main button.btn-primary:focus")
    enter(clerk)
    assert clerk.code
    tab_to(clerk, "In giấy biên nhận")
    clerk.page.keyboard.press("Enter")
    clerk.page.wait_for_function("document.title === 'in ra'")
    assert Petition.objects.get().incoming_no == "412"
