"""A sixth set is a file; a broken file is refused with one sentence."""

from decimal import Decimal

import pytest

from portal.scoring import BrokenSet, Rates, read_set, reckon
from tests.portal.scoring.sets import FOLDER, text_of

SIXTH = """
code = "ban-chi-dao-2026"
title = "Hoạt động của Ban Chỉ đạo"
valid_from = 2026-01-01
rates = "steering"
source = "Hướng dẫn của tỉnh"
regular = 10
rescale = true

[[level]]
code = "manh"
name = "Hoạt động mạnh"
least = 8
[[level]]
code = "yeu"
name = "Hoạt động yếu"
least = 0

[[group]]
code = "I"
name = "Chung"
max = 10
[[group.criterion]]
code = "1"
name = "Họp đủ kỳ"
max = 6
method = "ratio"
full_from = 0.5
zero_below = 0.25
[[group.criterion]]
code = "2"
name = "Có quy chế"
max = 4
method = "yes_no"
"""


def test_a_sixth_set_loads_without_code():
    found = read_set(SIXTH)
    assert (found.rates, list(found.lines)) == (Rates.STEERING, ["1", "2"])
    assert reckon(found, {"1": Decimal(4), "2": Decimal(4)}).words == "Hoạt động mạnh"


def test_its_rest_is_drawn_up_where_a_line_is_not_counted():
    found = read_set(SIXTH)
    result = reckon(found, {"1": None, "2": Decimal(3)})
    assert (result.total, result.out_of) == (Decimal("7.5"), 10)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_delivered_file_is_named_for_its_code_and_says_what_was_not_seen(path):
    found = read_set(path.read_text("utf-8"))
    assert found.code == path.stem
    assert found.unseen


@pytest.mark.parametrize(
    ("there", "instead", "sentence"),
    [
        ('code = "ban', 'code = ban', "dòng 2"),
        ('title = "Hoạt động của Ban Chỉ đạo"', "", "thiếu mục “title”"),
        ('rates = "steering"', 'rates = "everybody"', "một trong: unit, steering, individual"),
        ("valid_from = 2026-01-01", 'valid_from = "mai"', "phải là ngày"),
        ("valid_from = 2026-01-01", "valid_from = 2026-01-01T00:00:00", "phải là ngày"),
        ("regular = 10", "regular = 11", "không bằng 11"),
        ("regular = 10", "regular = 10\ncolour = 1", "không có mục “colour”"),
        ("max = 10", "max = 9", "Nhóm I"),
        ("max = 6", "max = -6", "phải là số từ 0"),
        ("max = 6", "max = nan", "phải là số từ 0"),
        ("max = 6", "max = true", "phải là số"),
        ('code = "2"', 'code = "1"', "ghi hai lần"),
        ('method = "yes_no"', 'method = "guess"', "một trong: manual, yes_no"),
        ('method = "yes_no"', 'method = "yes_no"\nstep = 1', "không có mục “step”"),
        ("least = 0", "least = 5", "bắt đầu từ 0"),
        ("least = 8", "least = 0", "từ cao xuống thấp"),
        ("full_from = 0.5", "full_from = 0", "lớn hơn 0"),
        ("[[level]]", '[[veto]]\ncode = "v"\nwords = "V"\nlevel = "x"\n[[level]]', "“x”"),
        ("[[level]]", '[[tie]]\nline = "9"\n[[level]]', "không có tiêu chí 9"),
        ("rescale = true", "rescale = 1", "true hoặc false"),
        ("rescale = true", "group = 1", "Tệp không đọc được"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_one_sentence(there, instead, sentence):
    assert there in SIXTH
    with pytest.raises(BrokenSet) as refusal:
        read_set(SIXTH.replace(there, instead, 1))
    words = str(refusal.value)
    assert sentence in words
    assert words.count(". ") == 0
    assert words.endswith(".")


@pytest.mark.parametrize("text", ["", "x" * 200_001, "[" * 5000, "\x00", "code = 1"])
def test_what_is_no_set_is_refused(text):
    with pytest.raises(BrokenSet):
        read_set(text)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("{ least = 90, points = 3 }", "{ least = 88, points = 3 }"),
        ("{ least = 90, points = 3 }", "{ least = 90, points = 6 }"),
        ("sample = 50", "sample = 60"),
        ('gate = "Có', 'door = "Có'),
    ],
)
def test_bands_and_samples_must_fit_their_line(there, instead):
    text = text_of("can-tho-thi-dua-2025")
    assert there in text
    with pytest.raises(BrokenSet):
        read_set(text.replace(there, instead, 1))
