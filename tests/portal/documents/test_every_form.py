"""The forms that the regulations have, by number and day, against those that the portal has."""

from datetime import date

import pytest

import citizens.documents  # noqa: F401  its forms make themselves known
from portal.documents.forms import FORMS, form_on

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def numbered(*words) -> set[str]:
    return {f"Mẫu số {each}" for each in words}


SIXTEEN = [f"{number:02}" for number in range(1, 17)]
TWELVE = [f"{number:02}" for number in range(1, 13)]
LAW = {
    "tiếp công dân": {
        BEFORE: numbered("01"),
        AFTER: numbered("01/TCD", "02/TCD"),
    },
    "xử lý đơn": {day: numbered("01", "02", "03", "04") for day in (BEFORE, AFTER)},
    "khiếu nại": {BEFORE: numbered(*SIXTEEN), AFTER: numbered(*SIXTEEN, "14a", "14b")},
    "tố cáo": {day: numbered(*TWELVE) for day in (BEFORE, AFTER)},
    "bảo vệ việc làm": {day: numbered("01", "02") for day in (BEFORE, AFTER)},
}
"""The book of visits (03/TCD) is printed from the book itself."""
REGULATIONS = {
    "tiếp công dân": ("Thông tư 04/2021", "Nghị định 154/2026"),
    "xử lý đơn": ("Thông tư 05/2021",),
    "khiếu nại": ("Nghị định 124/2020", "Nghị định 155/2026"),
    "tố cáo": ("Nghị định 31/2019", "Nghị định 156/2026"),
    "bảo vệ việc làm": ("Thông tư 08/2020",),
}
REPLACED = {
    "Nghị định 154/2026": {"01/TCD", "02/TCD"},
    "Nghị định 155/2026": {"01", "02", "03", "04", "14", "14a", "14b"},
    "Nghị định 156/2026": {"02", "03"},
}
WITHOUT_NUMBER = (
    *("giay_bien_nhan", "bb_tiep_cong_dan", "van_ban_cu_dai_dien", "tc_tb_khong_thu_ly"),
    *("tc_tb_chuyen", "giay_moi", "vb_phuc_tap", "vb_thi_hanh", "tra_lai", "vb_phuc_dap"),
    *("vb_don_doc", "vb_tra_loi"),
)
"""What an office writes without a form of a regulation, or had before the form came."""


def forms(day):
    return [form for code in FORMS if (form := form_on(code, on=day))]


@pytest.mark.parametrize("day", [BEFORE, AFTER])
@pytest.mark.parametrize("regime", LAW)
def test_the_portal_has_the_forms_of_the_regulation_and_no_other(regime, day):
    here = [form for form in forms(day) if form.source.startswith(REGULATIONS[regime])]
    assert {form.number for form in here if form.number} == LAW[regime][day]


@pytest.mark.parametrize("decree", REPLACED)
def test_what_was_replaced_names_the_decree_that_did(decree):
    here = {form.number for form in forms(AFTER) if form.source.startswith(decree)}
    assert here == numbered(*REPLACED[decree])
    assert [form for form in forms(BEFORE) if form.source.startswith(decree)] == []


def test_a_form_without_a_number_is_one_of_these():
    assert {form.code for form in forms(AFTER) if not form.number} <= set(WITHOUT_NUMBER)
