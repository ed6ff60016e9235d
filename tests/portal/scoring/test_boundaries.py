"""The boundary cases of the five sets."""

from decimal import Decimal

import pytest

from portal.scoring import Unscorable, points_of, rank, reckon
from tests.portal.scoring.sets import A, B, C, D, E, entry, full, level, scoring, with_zero

BEST, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
DONE, NOT_DONE = "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ("100", BEST), ("95", BEST), ("94.99", GOOD), ("85", GOOD), ("84.99", DONE),
        ("75", DONE), ("74.99", NOT_DONE), ("0.2", NOT_DONE),
    ],
)  # fmt: skip
def test_a_thresholds_include_their_lower_bound(total, words):
    assert level(A, scoring(A, total)) == words


@pytest.mark.parametrize("total", ["100", "96", "90", "85"])
def test_a_with_one_criterion_at_zero_is_no_better_than_done(total):
    result = with_zero(A, total, "1.3")
    assert (result.total, result.words) == (Decimal(total), DONE)
    assert "tiêu chí 1.3 được 0 điểm" in result.reasons[0]


def test_a_parts_of_one_criterion_count_together():
    """2.2b alone at zero leaves its criterion above zero; both at zero do not."""
    assert level(A, full(A) | {"2.2b": Decimal(0), "T.1": Decimal(3)}) == BEST
    both = full(A) | {"2.2a": Decimal(0), "2.2b": Decimal(0), "T.1": Decimal(3)}
    assert level(A, both) == DONE


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (("khien-trach",), GOOD),
        (("canh-cao",), DONE),
        (("khien-trach", "canh-cao"), DONE),
        (("tham-nhung",), NOT_DONE),
        (("mat-doan-ket",), NOT_DONE),
        (("cach-chuc",), NOT_DONE),
        (("hinh-su", "khien-trach"), NOT_DONE),
    ],
)
def test_a_caps_and_vetoes_overrule_points(stated, words):
    assert level(A, scoring(A, "96"), stated=stated) == words


def test_a_a_cap_never_raises():
    assert level(A, scoring(A, "70"), stated=("khien-trach",)) == NOT_DONE


def test_a_bonus_is_shown_above_a_hundred():
    result = reckon(A, full(A) | {"T.1": Decimal(3)})
    assert (result.total, result.words) == (Decimal(103), BEST)


def test_a_minus_and_bonus_have_their_caps():
    result = reckon(A, full(A) | {"T.1": Decimal(9), "P.1": Decimal(9)})
    assert (result.bonus, result.minus, result.total) == (3, 3, 100)


def test_a_without_a_self_score_is_not_done():
    result = reckon(A, {}, self_scored=False)
    assert result.words == NOT_DONE
    assert result.reasons == (f"{NOT_DONE} vì không tự chấm điểm.",)


def test_a_new_unit_is_not_rated():
    result = reckon(A, full(A), too_new=True)
    assert (result.words, result.level) == ("Không xếp loại", None)


def test_a_an_unfinished_card_has_a_sum_and_no_level():
    result = reckon(A, {"1.1": Decimal(4)})
    assert (result.total, result.words, len(result.unscored)) == (Decimal(4), "", 9)


def test_b_ninety_are_their_own_and_ten_the_superiors():
    own = sum(line.top for line in B.own_lines)
    assert (own, B.regular - own, len(B.lines)) == (90, 10, 8)


@pytest.mark.parametrize(("total", "words"), [("80", "Tốt"), ("79.99", "Khá"), ("78", "Khá")])
def test_b_thresholds(total, words):
    assert level(B, scoring(B, total)) == words


def test_b_may_be_unfit_to_be_rated():
    result = reckon(B, full(B), stated=("khong-du-dieu-kien",))
    assert result.words == "Không xếp loại"


def test_c_follows_the_year_and_gives_no_level():
    result = reckon(C, full(C))
    assert (len(C.lines), result.total, result.words) == (25, 100, "")
    assert sum(bool(line.ready) for line in C.lines.values()) == 7


def scored(of, code, *numbers, **gate):
    return points_of(of, of.lines[code], entry(*numbers, **gate))


@pytest.mark.parametrize(
    ("done", "points"),
    [
        ("87.9", 0), ("88", 2), ("89.9", 2), ("90", 3), ("94.9", 3), ("95", 4), ("99.9", 4),
        ("100", 5),
    ],
)  # fmt: skip
def test_d_bands_include_their_lower_bound(done, points):
    assert scored(D, "5.2", Decimal(done) * 10, 1000) == points


def test_d_all_or_nothing():
    assert (scored(D, "5.1", 99, 100), scored(D, "5.1", 100, 100)) == (0, 5)


def test_d_part_of_the_whole_times_the_maximum():
    assert scored(D, "2", 1, 3) == Decimal("13.33")
    assert scored(D, "2", 3, 3) == 40


def test_d_more_than_the_whole_is_refused():
    with pytest.raises(Unscorable, match="lớn hơn tổng số"):
        scored(D, "2", 4, 3)


def test_d_nothing_to_do_is_not_counted_and_no_error():
    assert scored(D, "2", 0, 0) is None
    result = reckon(D, full(D) | {"2": None})
    assert (result.total, result.out_of, result.complete) == (75, 75, True)


def test_d_without_a_plan_the_sample_is_worth_nothing():
    assert scored(D, "1", 50, gate=False) == 0
    assert scored(D, "1", 50, gate=True) == 20
    assert scored(D, "1", 33, gate=True) == Decimal("13.2")


def test_d_no_more_than_the_sample():
    with pytest.raises(Unscorable, match="50 trường hợp"):
        scored(D, "1", 51, gate=True)


def ranked(of, **cards):
    """name -> (value, whole) of every line."""
    entries = {
        name: {code: entry(*numbers) for code, numbers in card.items()}
        for name, card in cards.items()
    }
    points = {
        name: {code: points_of(of, of.lines[code], each) for code, each in card.items()}
        for name, card in entries.items()
    }
    results = {name: reckon(of, card) for name, card in points.items()}
    return [(row.place, row.key, row.tied) for row in rank(of, results, entries)]


def card(two, three, four):
    every = (10, 10)
    return {"1": (50,), "2": two, "3": three, "4": four, "5.1": every, "5.2": every, "5.3": every}


def test_d_ties_are_broken_in_the_order_of_the_document():
    big, small, five = (200, 200), (100, 100), (5, 5)
    places = ranked(
        D,
        least=card(small, small, five),
        most_accounts=card(big, small, five),
        most_paid=card(small, big, five),
    )
    assert [name for _, name, _ in places] == ["most_accounts", "most_paid", "least"]


def test_d_what_the_chain_leaves_is_for_a_vote():
    same = card((10, 10), (10, 10), (10, 10))
    last = card((9, 10), (10, 10), (10, 10))
    assert ranked(D, one=same, two=same, three=last) == [
        (1, "one", True), (1, "two", True), (3, "three", False),
    ]  # fmt: skip
    assert D.ties_last == "biểu quyết"


def test_e_bonus_is_capped():
    result = reckon(E, scoring(E, "84", **{"T.1": "10", "T.2": "10"}))
    assert (result.bonus, result.total, result.words) == (15, 99, "Loại A")


@pytest.mark.parametrize(
    ("total", "words"),
    [("85", "Loại B"), ("75", "Loại B"), ("74.99", "Loại C"), ("50", "Loại C"),
     ("49.99", "Loại D")],
)  # fmt: skip
def test_e_thresholds(total, words):
    assert level(E, scoring(E, total)) == words


def test_e_ninety_is_a_and_one_hundredth_less_is_not():
    assert level(E, scoring(E, "80", **{"T.1": "10"})) == "Loại A"
    assert level(E, scoring(E, "79.99", **{"T.1": "10"})) == "Loại B"


def test_e_stays_between_zero_and_a_hundred():
    assert reckon(E, full(E) | {"T.1": Decimal(10), "T.2": Decimal(10)}).total == 100
    assert reckon(E, full(E) | {"P.1": Decimal(100)}).total == 0


@pytest.mark.parametrize("wrong", ["4.1", "-1", "0.3"])
def test_points_by_hand_stay_inside_and_on_the_steps(wrong):
    with pytest.raises(Unscorable):
        scored(A, "1.1", wrong)


def test_half_a_hundredth_goes_up():
    """0,375 is 0,38: what is compared with a level is what is shown."""
    assert scored(A, "1.2", 1, 8) == Decimal("0.38")
