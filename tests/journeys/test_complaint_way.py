"""A posted complaint from letter to look-up, every act on its own page by its own person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from citizens.models import Case

pytestmark = pytest.mark.browser


def today(more: int = 0) -> str:
    return f"{timezone.localdate() + timedelta(days=more):%d/%m/%Y}"


def register(mai):
    """Mai enters the letter."""
    mai.open("/don/vao-so/")
    mai.press("Không, nhập đơn vào sổ")
    mai.fill(
        received_on=today(),
        channel="buu_chinh",
        name="Đinh Thị Thảo",
        gender="nu",
        address="Thôn 3",
        commune="an-phu",
        title="Khiếu nại quyết định thôi hưởng trợ cấp",
        content="Tôi đề nghị Sở xem lại quyết định thôi hưởng trợ cấp của tôi.",
    )
    mai.press("Lưu và nhập đơn tiếp")


def classify_and_propose(lan):
    """Lan finds it on the list of petitions, classifies it and opens the case."""
    lan.open("/don/")
    lan.follow(lan.page.get_by_role("link", name="D-").first)
    lan.press("Phân loại")
    lan.fill(kind="khieu_nai", field="ncc-chat-doc-hoa-hoc", eligible="co", competent="co")
    lan.press("Phân loại")
    lan.press("Đề xuất thụ lý")
    lan.fill(unit="tiep-cong-dan", officer="lan")
    lan.press("Đề xuất thụ lý")
    lan.reads("Chờ duyệt thụ lý")


def send_up(lan, step, **answers):
    """Lan prepares a step of the settler."""
    lan.open(case().get_absolute_url())
    lan.press(step)
    lan.fill(**answers)
    lan.press("Trình lãnh đạo")


def read_first_of_tray(reader, verdict):
    reader.open("/cong-viec/")
    reader.follow(reader.page.locator("main a[href^='/trinh/']").first)
    reader.press(verdict)


def send_out(mai, number):
    """Mai numbers the paper that waits and stands before it."""
    mai.open(case().get_absolute_url())
    mai.press("Phát hành")
    mai.fill(number=number, dated_on=today())
    mai.press("Phát hành")


def case():
    return Case.objects.get()


@pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["scripts", "no scripts"]
)
def test_a_posted_complaint_on_its_whole_way(
    at_work, citizen, lan, binh, ha, minh, mai, office, fields, communes
):
    lan, binh, minh, mai = (at_work(user) for user in (lan, binh, minh, mai))
    ha = at_work(ha, phone=True)
    register(mai)
    classify_and_propose(lan)

    send_up(lan, "Thụ lý")
    read_first_of_tray(binh, "Đồng ý, trình tiếp")
    read_first_of_tray(ha, "Phê duyệt")
    send_out(mai, "96")
    mai.press("In phiếu gửi kèm mã tra cứu")
    mai.press("Cấp mã và in phiếu")
    code_of_the_notice = mai.code

    send_up(
        lan, "Giao xác minh", lead="minh", members="lan", days="10", content="Đối chiếu sổ gốc."
    )
    read_first_of_tray(binh, "Đồng ý, trình tiếp")
    read_first_of_tray(ha, "Phê duyệt")
    send_out(mai, "97")

    minh.open(case().get_absolute_url())
    minh.press("Báo cáo kết quả xác minh")
    minh.fill(text="Thời gian công tác khớp với lời khai.", proposal="dung", differs="khong")
    minh.press("Báo cáo kết quả xác minh")

    answers = {"outcome": "dung", "conclusion": "Khiếu nại của bà Thảo là đúng."}
    send_up(lan, "Ban hành quyết định giải quyết", **answers)
    binh.open("/cong-viec/")
    binh.follow(binh.page.locator("main a[href^='/trinh/']").first)
    binh.page.get_by_text("Trả lại để hoàn thiện").first.click()
    binh.fill(reason="Nêu rõ ngày được hưởng lại trợ cấp.")
    binh.press("Trả lại cho người trình")

    lan.open("/cong-viec/")
    lan.follow(lan.page.locator("main a[href^='/trinh/']").first)
    lan.reads("Nêu rõ ngày được hưởng lại trợ cấp.")
    lan.press("Hoàn thiện và trình lại")
    lan.fill(conclusion="Khiếu nại đúng; hưởng lại trợ cấp từ ngày 01/6/2026.")
    lan.press("Trình lãnh đạo")
    read_first_of_tray(binh, "Đồng ý, trình tiếp")
    read_first_of_tray(ha, "Phê duyệt")
    send_out(mai, "118")

    mai.open(case().get_absolute_url())
    mai.press("Gửi quyết định")
    mai.fill(served_on=today())
    mai.press("Gửi quyết định")
    mai.press("Công khai")
    mai.fill(form="niem_yet", start_on=today(), until=today(20), place="Trụ sở Sở")
    mai.press("Công khai")

    citizen.open("/tra-cuu/")
    citizen.fill(code=code_of_the_notice)
    citizen.press("Tra cứu")
    citizen.reads("118/QĐ-SLĐTBXH")
    citizen.reads("khiếu nại lần hai")
    assert "Thảo" not in citizen.page.locator("main").inner_text()
    assert case().stage == "da-co-quyet-dinh"
    assert case().outcome == "dung"
