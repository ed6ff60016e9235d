"""What a procedure says, how long it takes, and steps that add up."""

from decimal import Decimal

import pytest

from portal.instruments import Instrument, deliver_instruments
from portal.workflow import Refused
from reforms.models import Procedure, ProcedureArea
from reforms.models.procedure.reading import incomplete
from tests.reforms.procedures.conftest import DAY, TEN_DAYS, entered

pytestmark = pytest.mark.django_db


def steps(*days, case=""):
    return [
        {"content": "Thẩm định", "performer": "Chuyên viên", "quantity": Decimal(each),
         "measure": "working", "case": case}
        for each in days
    ]  # fmt: skip


def test_steps_that_add_up_to_the_limit_are_taken(permit, phuong):
    permit.set_process(by=phuong, on=DAY, steps=steps("0.5", "0.5", "7", "0.5", "1", "0.5"))
    assert permit.versions.get().steps.count() == 6


def test_steps_that_do_not_add_up_are_told_with_the_difference(permit, phuong):
    with pytest.raises(Refused, match=r"cộng lại 76 giờ \(9,5 ngày\), ít hơn .* là 4 giờ \(0,5"):
        permit.set_process(by=phuong, on=DAY, steps=steps("0.5", "9"))


def test_each_case_adds_up_by_itself(permit, phuong):
    limits = [TEN_DAYS, TEN_DAYS | {"case": "Cấp lại", "quantity": Decimal(3)}]
    permit.set_limits(by=phuong, on=DAY, limits=limits)
    permit.set_process(by=phuong, on=DAY, steps=[*steps("10"), *steps("1", "2", case="Cấp lại")])
    with pytest.raises(Refused, match="“Cấp lại”"):
        permit.set_process(by=phuong, on=DAY, steps=[*steps("10"), *steps("4", case="Cấp lại")])


def test_hours_and_days_add_up(permit, phuong):
    limits = [TEN_DAYS | {"quantity": Decimal(96), "measure": "hours"}]
    permit.set_limits(by=phuong, on=DAY, limits=limits)
    permit.set_process(by=phuong, on=DAY, steps=steps("5", "7"))
    assert permit.versions.get().steps.count() == 2


def test_a_limit_that_its_process_does_not_keep_is_refused(permit, phuong):
    permit.set_process(by=phuong, on=DAY, steps=steps("10"))
    with pytest.raises(Refused, match="nhiều hơn thời hạn 9 ngày làm việc là 8 giờ"):
        permit.set_limits(by=phuong, on=DAY, limits=[TEN_DAYS | {"quantity": Decimal(9)}])


def test_a_case_without_a_time_of_its_own_takes_the_general(permit, phuong):
    limits = [
        TEN_DAYS,
        TEN_DAYS | {"channel": "truc-tuyen", "quantity": Decimal(7)},
        TEN_DAYS | {"case": "Từ chối", "quantity": Decimal(3)},
    ]
    permit.set_limits(by=phuong, on=DAY, limits=limits)
    version = permit.version_on(DAY)
    asked = [("", ""), ("truc-tuyen", ""), ("buu-chinh", "Từ chối"), ("buu-chinh", "Khác")]
    assert [version.limit(*each).quantity for each in asked] == [10, 7, 3, 10]


def test_the_parts_that_the_law_asks_for(permit, phuong, units):
    other = entered(phuong, units["lao-dong"], code="1.014200", name="Cấp lại giấy phép")
    assert list(incomplete(Procedure.objects.all())) == [other]
    assert permit.version_on(DAY).lacking() == []
    assert "Thành phần hồ sơ" in other.version_on(DAY).lacking()


def test_only_its_keepers_write_it(permit, minh, lan):
    with pytest.raises(Refused, match="kiểm soát TTHC"):
        permit.set_limits(by=minh, on=DAY, limits=[TEN_DAYS])


def test_one_field_under_two_spellings(db):
    names = ("An toàn, vệ sinh lao động", "An toàn vệ sinh lao động", "Việc làm (G07-LĐ11)",
             "Việc làm")  # fmt: skip
    made = [ProcedureArea.objects.named(each) for each in names]
    assert made[0] == made[1] != made[2] == made[3]


def test_instruments_that_the_basis_names_are_found(permit, phuong):
    deliver_instruments()
    facts = {"basis_words": "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư"}
    permit.describe(by=phuong, on=DAY, name=permit.name, **facts)
    found = Instrument.objects.filter(procedure_versions__procedure=permit)
    assert [row.reference for row in found] == ["30/2020/NĐ-CP"]
