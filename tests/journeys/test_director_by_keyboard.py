"""Five minutes before a meeting, no mouse: sign what waits, direct, take the briefing along."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.instructions import Instruction
from portal.submissions import submit
from tests.journeys.keyboard import press, tab_to, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DESK = {"width": 1366, "height": 768}


@pytest.fixture
def waiting(complaint, lan, binh):
    """A complaint that Hà is asked to accept."""
    on = timezone.localdate()
    case = complaint(on)
    way = submit(case, case.workflow["accept"], by=lan, on=on, payload={"draft": ["…"]}, draft="…")
    way.endorse(by=binh, on=on)
    return case


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_signed_directed_and_taken_along(at_work, waiting, ha, office):
    ha = at_work(ha)
    ha.page.set_viewport_size(DESK)
    ha.open("/dieu-hanh/")
    press(ha, "1 chờ ký")
    press(ha, "Đọc, phê duyệt")
    press(ha, "Phê duyệt")
    waiting.refresh_from_db()
    assert waiting.stage == "da-thu-ly"

    ha.open(waiting.get_absolute_url())
    press(ha, "Chỉ đạo", whole=True)
    write(ha, "Ý kiến chỉ đạo", "Báo cáo trước thứ Sáu.")
    write(ha, "Báo cáo trước hết ngày", f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}")
    press(ha, "Chỉ đạo")
    assert Instruction.objects.get().text == "Báo cáo trước thứ Sáu."

    ha.open("/dieu-hanh/")
    press(ha, "Báo cáo nhanh")
    tab_to(ha, "Tải bản PDF")
    with ha.page.expect_download() as file:
        ha.page.keyboard.press("Enter")
    assert file.value.path().read_bytes().startswith(b"%PDF")
