"""R001-14: need, allocated, disbursed, for CCHC and CNTT apart."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

import reforms.figures  # noqa: F401  makes its figures known
from portal.office import Setting
from portal.periods import Year
from portal.planning.funding import FINANCE_UNIT
from portal.statistics import figure
from portal.workflow import Refused
from reforms.money import money_of
from tests.cast import LONG_AGO, client_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
PAGE = "/cai-cach/kinh-phi/"


@pytest.fixture
def lines(plan, tuan, ha, mai):
    """Mai's unit appraises; CCHC needs ten millions and gets eight, CNTT gets nothing."""
    Setting.objects.create(name=FINANCE_UNIT, value="van-phong", valid_from=LONG_AGO)
    made = [
        plan.estimate_budget(by=tuan, on=DAY, content=purpose, amount=Decimal(10_000_000),
                             purpose=purpose)
        for purpose in ("cchc", "cntt")
    ]  # fmt: skip
    plan.appraise_budget(by=mai, on=DAY, budget=made[0], amount=Decimal(8_000_000))
    plan.approve_budget(by=ha, on=DAY, budget=made[0], amount=Decimal(8_000_000))
    return made


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_what_was_spent_is_part_of_what_was_allocated(plan, lines, mai):
    plan.disburse_budget(by=mai, on=DAY, budget=lines[0], amount=Decimal(6_000_000))
    told = money_of(2026)["cchc"]
    assert (told.covered, told.spent) == (80.0, 75.0)
    assert figure("reform_money_disbursed_cchc").value(Year.of(2026)) == 6_000_000


def test_not_said_is_not_nothing(plan, lines):
    told = money_of(2026)["cntt"]
    assert (told.need, told.allocated, told.covered) == (10_000_000, None, None)
    assert figure("reform_money_allocated_cntt").value(Year.of(2026)) is None


def test_no_more_is_spent_than_was_allocated(plan, lines, mai):
    with pytest.raises(Refused, match="không quá mức đã duyệt"):
        plan.disburse_budget(by=mai, on=DAY, budget=lines[0], amount=Decimal(8_000_001))
    lines[0].refresh_from_db()
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.budgets.filter(pk=lines[0].pk).update(
            disbursed=9_000_000, disbursed_on=DAY, disbursed_by=mai
        )


def test_the_finance_unit_writes_it_down(plan, lines, minh):
    with pytest.raises(Refused, match="đơn vị tài chính"):
        plan.disburse_budget(by=minh, on=DAY, budget=lines[0], amount=Decimal(1))


def test_it_is_typed_on_the_plan_s_page(plan, lines, mai, ha, office):
    client = client_of(mai)
    address = f"{plan.get_absolute_url()}ghi-giai-ngan/"
    typed = {"budget": lines[0].pk, "amount": "6.000.000"}
    assert client.post(address, typed).status_code == 302
    assert "Giải ngân 6.000.000 đồng" in text(client.get(plan.get_absolute_url()))
    page = text(client_of(ha).get(f"{PAGE}?nam=2026"))
    assert "Cải cách hành chính 10.000.000 8.000.000 6.000.000 80,0 % 75,0 %" in page
    assert "10.000.000 chưa có số liệu chưa có số liệu — —" in page


def test_a_year_without_money_and_who_has_no_right(plan, lines, ha, quantri, office):
    assert "Năm này chưa có dự trù kinh phí" in text(client_of(ha).get(f"{PAGE}?nam=2019"))
    assert "Tài khoản quản trị không xem" in text(client_of(quantri).get(PAGE))


def test_money_of_the_plans_is_no_unit_s_own(plan, lines):
    need = figure("reform_money_need_cchc").value
    assert need(Year.of(2026)) == 10_000_000
    assert need(Year.of(2026), unit="van-phong") is None
