"""A procedure of one unit, its contents written, and who keeps the catalogue."""

from datetime import date
from decimal import Decimal

import pytest

from portal.people import Role
from reforms.models import Procedure, ProcedureArea
from tests.cast import person, place

DAY = date(2026, 7, 6)
UNIT = "lao-dong"
PARTS = {
    "sequence": "Bước 1: nộp giấy tờ. Bước 2: nhận kết quả.",
    "manner": "Trực tiếp, trực tuyến hoặc qua bưu chính công ích",
    "audience": "Người sử dụng lao động",
    "authority": "Phòng Lao động – Việc làm",
    "result": "Giấy phép lao động",
    "conditions": "",
    "fee_words": "",
    "basis_words": "",
}
TEN_DAYS = {"case": "", "channel": "", "quantity": Decimal(10), "measure": "working", "fee": None}


@pytest.fixture
def phuong(units):
    """Who keeps the catalogue of procedures."""
    user = person("phuong", "Đỗ Thị Phượng")
    place(user, Role.PROCEDURE_OFFICER, unit=units["van-phong"])
    return user


def entered(by, unit, *, code="1.014199", name="Cấp giấy phép lao động", area="Việc làm", **facts):
    return Procedure.enter_catalogue(
        by=by, on=DAY, code=code, given_code=code, name=name, unit=unit,
        area=ProcedureArea.objects.named(area), **facts,
    )  # fmt: skip


@pytest.fixture
def permit(phuong, units):
    """Cấp giấy phép lao động, ten working days."""
    one = entered(phuong, units[UNIT])
    one.describe(by=phuong, on=DAY, name=one.name, **PARTS)
    one.set_limits(by=phuong, on=DAY, limits=[TEN_DAYS])
    papers = [{"name": "Đơn đề nghị", "kind": "Bản chính", "copies": 1}]
    one.set_papers(by=phuong, on=DAY, papers=papers, sets=1)
    return one
