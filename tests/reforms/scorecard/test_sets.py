"""The delivered sets: what they sum to, what they ask, the worked numbers of Decision 766."""

from decimal import Decimal
from pathlib import Path

import pytest

from portal.scoring import Entry, Part, points_of, read_set, reckon
from portal.scoring.gaining import gain
from portal.scoring.reckoning import by_points
from portal.scoring.words import how

FOLDER = Path(__file__).resolve().parents[3] / "reforms" / "scorecards"
TEMPLATE = read_set((FOLDER / "cchc-mau.toml").read_text("utf-8"))
BOARD = read_set((FOLDER / "bo-chi-so-766.toml").read_text("utf-8"))


def of(part, whole) -> Entry:
    return Entry(Decimal(part), Decimal(whole))


def test_the_template_sums_to_a_hundred_without_the_bonus():
    tops = [group.top for group in TEMPLATE.groups if group.part == Part.REGULAR]
    assert (tops, sum(tops)) == ([12, 8, 18, 10, 12, 8, 18, 14], 100)
    assert (TEMPLATE.bonus_cap, TEMPLATE.minus_cap) == (5, 10)


def test_the_bars_of_766_sum_to_a_hundred():
    assert [group.top for group in BOARD.groups] == [18, 20, 12, 10, 22, 18]


@pytest.mark.parametrize(
    ("code", "share", "points"),
    [("3.3", 42, "5.04"), ("TT3", 24, "4.80"), ("4.2", 72, "3.60"), ("1.1", 92, "5.52")],
)
def test_the_worked_numbers_of_766(code, share, points):
    assert points_of(BOARD, BOARD.lines[code], of(share, 100)) == Decimal(points)


def test_a_part_is_no_flat_factor():
    """Seen elsewhere: whoever misses the threshold gets 80 % of the maximum, whatever the share."""
    given = [points_of(BOARD, BOARD.lines["TT3"], of(n, 100)) for n in (6, 12, 24)]
    assert given == [Decimal("1.20"), Decimal("2.40"), Decimal("4.80")]


def test_what_does_not_apply_leaves_the_maximum():
    points = {code: line.top for code, line in TEMPLATE.lines.items() if line.part == "regular"}
    points |= {"4.1": None, "1.3": Decimal(0)}
    result = reckon(TEMPLATE, points)
    assert (result.total, result.out_of) == (Decimal("97.938"), 100)  # 95 of 97


def test_bonus_and_penalty_stand_outside_the_hundred():
    points = {code: line.top for code, line in TEMPLATE.lines.items() if line.part == "regular"}
    more = {"T.1": Decimal(2), "T.2": Decimal(3), "P.1": Decimal(4)}
    result = reckon(TEMPLATE, points | more)
    assert (result.bonus, result.minus, result.total) == (5, 4, 101)


@pytest.mark.parametrize(
    ("code", "entry", "words"),
    [
        ("1.3", of(7, 10), "Thêm 1 để đạt 80% thì có điểm. Thêm 3 (nhiệm vụ đã hoàn thành)"),
        ("7.4", of(20, 100), "Thêm 10 (hồ sơ thanh toán trực tuyến) thì đủ điểm, tính trên 100."),
        ("3.5", of(940, 1000), "Thêm 10 (hồ sơ giải quyết trước và đúng hạn) để đạt 95%"),
        ("3.5", of(960, 1000), "Thêm 20 (hồ sơ giải quyết trước và đúng hạn) để đạt 98%"),
        ("1.8", Entry(Decimal(1)), "Thêm 1 (số sáng kiến, mô hình được công nhận) thì đủ điểm."),
        ("1.1", Entry(Decimal(0)), "Làm xong việc này thì thêm 0,5 điểm."),
        ("2.4", Entry(Decimal(1)), "Điểm đã trừ không lấy lại được trong năm"),
        ("4.1", None, "Chưa có số liệu"),
    ],
)
def test_what_would_win_a_point(code, entry, words):
    assert gain(TEMPLATE.lines[code], entry).startswith(words)


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("97.685", "Xuất sắc"), ("90", "Xuất sắc"), ("89.999", "Tốt"), ("87.187", "Tốt"),
        ("80.696", "Tốt"), ("79.455", "Khá"), ("73.475", "Khá"), ("69.999", "Trung bình"),
        ("50", "Trung bình"), ("49.999", "Yếu"),
    ],
)  # fmt: skip
def test_grades_of_a_published_list(total, grade):
    assert by_points(TEMPLATE, Decimal(total), [])[0].name == grade


def test_every_line_says_how_it_is_counted():
    for of_set in (TEMPLATE, BOARD):
        assert all(how(line) for line in of_set.lines.values())
