"""Names and numbers of the people of a petition are taken out of typed words."""

import pytest

from citizens.telling.namelessness import nameless

THAO = {
    "name": "Đinh Thị Thảo",
    "id_number": "099158000123",
    "phone": "0912 000 123",
    "email": "thao@thu.example",
}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Gửi bà Đinh Thị Thảo.", "Gửi ông/bà."),
        ("ĐINH THỊ  THẢO đã nhận.", "ông/bà đã nhận."),
        ("Bà Thảo đến ngày 06/8.", "ông/bà đến ngày 06/8."),
        ("Căn cước 099 158 000 123.", "Căn cước …."),
        ("Gọi 0912.000.123 hoặc Thao@thu.example", "Gọi … hoặc …"),
        ("Cỏ thảo mộc và xã Thảo Nguyên", "Cỏ thảo mộc và xã Thảo Nguyên"),
        ("Quyết định số 118", "Quyết định số 118"),
    ],
)
def test_what_would_name_somebody_goes(typed, told):
    assert nameless(typed, [THAO]) == told


def test_an_empty_name_takes_nothing_out():
    nobody = {"name": "", "id_number": "", "phone": "", "email": ""}
    assert nameless("Gửi ông, bà.", [nobody]) == "Gửi ông, bà."
