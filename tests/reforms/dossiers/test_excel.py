"""II.06a brought along in the browser, with the form's Vietnamese headings."""

import pytest

from reforms.models import DossierCount
from tests.cast import person, place
from tests.citizens.excel import choose, page, workbook, write

pytestmark = pytest.mark.usefixtures("db", "office", "units", "fields")
AT = "/nhap-so/ho-so-mot-cua/"
ROW = {
    "Từ ngày": "01/10/2026", "Đến ngày": "31/10/2026", "Lĩnh vực": "Người có công",
    "Đơn vị": "NCC", "Tiếp nhận trực tuyến": "30", "Tiếp nhận trực tiếp, bưu chính": "15",
    "Từ kỳ trước": "5", "Đã giải quyết trước hạn": "20", "Đã giải quyết đúng hạn": "18",
    "Đã giải quyết quá hạn": "2", "Đang giải quyết trong hạn": "9",
    "Đang giải quyết quá hạn": "1", "Nhận qua bưu chính công ích": "",
}  # fmt: skip


@pytest.fixture
def keeper(units):
    user = person("hien", "Lê Thu Hiền")
    place(user, "procedure_officer", unit=units["van-phong"])
    return user


def test_a_month_is_chosen_looked_at_and_written(keeper):
    choose(keeper, workbook(ROW), at=AT)
    assert not DossierCount.objects.exists()
    write(keeper)
    row = DossierCount.objects.get()
    assert (row.online, row.post_in) == (30, None)


def test_a_line_that_does_not_add_up_is_refused_with_its_difference(keeper):
    choose(keeper, workbook(ROW | {"Đã giải quyết quá hạn": "7"}), at=AT)
    assert "lệch 5." in page(keeper)


def test_others_find_no_such_register(mai):
    assert choose(mai, workbook(ROW), at=AT).status_code == 404
