"""Which dates of a text lie outside its period."""

import pytest

from portal.periods import Half
from portal.reporting.looking_over import copied_from, other_years

PERIOD = Half.of(2026, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày 15/3/2026 đã niêm yết", []),
        ("Ngày 15/3/2025 đã niêm yết", ["15/3/2025"]),
        ("Trong năm 2024, đơn vị đã làm", ["2024"]),
        ("Tháng 3/2025 và tháng 4/2026", ["3/2025"]),
        ("Theo Nghị định 59/2023/NĐ-CP ngày 14/8/2023", []),
        ("Chỉ thị 28-CT/TU ngày 07/7/2020 của Tỉnh ủy", []),
        ("Luật số 10/2022/QH15", []),
        ("Giai đoạn 2021-2025 đã tổng kết", []),
        ("Nhiệm kỳ 2025–2030", []),
        ("So với năm 2025 tăng 3 việc", []),
        ("Cùng kỳ năm 2025 là 4", []),
        ("Phấn đấu đến năm 2030", []),
        ("Số tiền 2025 đồng", ["2025"]),
        ("Điện thoại 02993800100", []),
    ],
)
def test_other_years(text, found):
    assert other_years(text, period=PERIOD) == found


def test_short_texts_are_alike_and_tell_nothing():
    assert not copied_from("Đã thực hiện đầy đủ", "Đã thực hiện đầy đủ")


def test_a_year_that_was_changed_does_not_hide_the_copy():
    text = "Đơn vị đã công khai tài chính, kết luận thanh tra và kế hoạch công tác của năm {}, " * 2
    assert copied_from(text.format(2026, 2026), text.format(2025, 2025))
    assert not copied_from(
        text, "Hội nghị có 45 người dự, bầu Ban Thanh tra nhân dân gồm ba ông. " * 2
    )
