"""Codes as decisions print them."""

import pytest

from reforms.procedure_codes import NotACode, read_code


@pytest.mark.parametrize(
    ("typed", "code", "province"),
    [
        ("1.014199", "1.014199", ""),
        (" 1.010803 ", "1.010803", ""),
        ("1.014199.H05", "1.014199", "H05"),
        ("1.010803.000.00.00.H18", "1.010803", "H18"),
        ("2.000286\u00a0", "2.000286", ""),
    ],
)
def test_a_code_is_read_as_the_national_catalogue_writes_it(typed, code, province):
    found = read_code(typed)
    assert (found.code, found.province, found.warnings) == (code, province, ())


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("1.014.111", "1.014111", "viết khác mẫu"),
        ("1,014199", "1.014199", ""),
        ("1014199", "1.014199", "viết khác mẫu"),
        ("1.0142", "1.014200", "bỏ số 0"),
    ],
)
def test_what_was_mended_is_told(typed, code, words):
    found = read_code(typed)
    assert found.code == code
    assert words in " ".join(found.warnings)


@pytest.mark.parametrize("typed", ["", "abc", "0.014199", "1.840", "1.0141999", "H05", "1.01419٩"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(NotACode, match=r"1\.014199"):
        read_code(typed)


def test_as_it_was_printed_stays():
    assert read_code("1.014.111").given == "1.014.111"
