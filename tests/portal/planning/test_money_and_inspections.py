"""Money: estimate, appraisal, approval. Inspections by a superior: each ask is a task."""

from datetime import date
from decimal import Decimal

import pytest

from portal.office import Setting, kept_settings
from portal.planning import Inspection
from portal.workflow import Refused
from tests.cast import LONG_AGO, client_of

DAY = date(2026, 5, 20)


@pytest.fixture
def finance(units):
    Setting.objects.create(name="finance_unit", value="lao-dong", valid_from=LONG_AGO)
    kept_settings.forget()
    yield units["lao-dong"]
    kept_settings.forget()


@pytest.fixture
def accountant(finance):
    from portal.people import Role
    from tests.cast import person, place

    user = person("van", "Doãn Cẩm Vân")
    place(user, Role.OFFICER, unit=finance)
    return user


@pytest.fixture
def budget(draft, tuan):
    return draft.estimate_budget(by=tuan, on=DAY, content="In tài liệu", amount=Decimal(5_000_000))


def test_money_goes_through_three_hands(draft, budget, accountant, ha):
    draft.appraise_budget(by=accountant, on=DAY, budget=budget, amount=Decimal(4_000_000))
    draft.approve_budget(by=ha, on=DAY, budget=budget, amount=Decimal(4_000_000))
    budget.refresh_from_db()
    assert (budget.estimated, budget.appraised, budget.approved) == (
        5_000_000,
        4_000_000,
        4_000_000,
    )


def test_nothing_is_approved_that_was_not_appraised(draft, budget, ha):
    with pytest.raises(Refused, match="chưa được thẩm định"):
        draft.approve_budget(by=ha, on=DAY, budget=budget, amount=Decimal(1))


def test_nor_more_than_was_appraised(draft, budget, accountant, ha):
    draft.appraise_budget(by=accountant, on=DAY, budget=budget, amount=Decimal(10))
    with pytest.raises(Refused, match="không quá mức"):
        draft.approve_budget(by=ha, on=DAY, budget=budget, amount=Decimal(11))


def test_another_unit_does_not_appraise(draft, budget, finance, minh):
    with pytest.raises(Refused, match="đơn vị tài chính"):
        draft.appraise_budget(by=minh, on=DAY, budget=budget, amount=Decimal(1))


def test_money_is_typed_as_it_is_written_here(draft, tuan, office):
    typed = {"content": "Hội nghị", "amount": "12.500.000", "source": "Tự chủ"}
    client_of(tuan).post(f"{draft.get_absolute_url()}du-tru-kinh-phi/", typed)
    assert draft.budgets.get().estimated == 12_500_000
    assert "12.500.000 đồng" in client_of(tuan).get(draft.get_absolute_url()).content.decode()


TYPED = {
    "title": "Thực hiện kết luận kiểm tra công tác tiếp công dân",
    "programme": "khac",
    "team": "Đoàn kiểm tra số 1 của Tỉnh ủy",
    "notice": "Thông báo số 12-TB/TU ngày 15/5/2026",
    "met_on": "15/5/2026",
    "coordinating_unit": "van-phong",
    "limits": "Một số buổi tiếp chưa đúng lịch",
    "asks": "- Tiếp công dân đúng lịch\n- Công khai kết quả giải quyết\n\n- Tập huấn cán bộ",
}


def test_each_ask_of_an_inspection_becomes_a_task(tuan, units, office):
    answer = client_of(tuan).post("/ke-hoach/kiem-tra/moi/", TYPED)
    plan = Inspection.objects.get().plan
    assert answer.url == plan.get_absolute_url()
    assert [task.text for task in plan.tasks.all()] == [
        "Tiếp công dân đúng lịch",
        "Công khai kết quả giải quyết",
        "Tập huấn cán bộ",
    ]
    assert {task.time_kind for task in plan.tasks.all()} == {"none"}


def test_what_was_found_stands_with_the_asks(tuan, units, office):
    client_of(tuan).post("/ke-hoach/kiem-tra/moi/", TYPED)
    shown = client_of(tuan).get(Inspection.objects.get().plan.get_absolute_url()).content.decode()
    assert "Một số buổi tiếp chưa đúng lịch" in shown
    listed = client_of(tuan).get("/ke-hoach/kiem-tra/").content.decode()
    assert "Đoàn kiểm tra số 1" in listed
    assert "3 yêu cầu" in listed


def test_an_inspection_of_tomorrow_is_refused_at_its_field(tuan, units, office):
    answer = client_of(tuan).post("/ke-hoach/kiem-tra/moi/", TYPED | {"met_on": "1/1/2099"})
    assert answer.status_code == 422
    assert not Inspection.objects.exists()
