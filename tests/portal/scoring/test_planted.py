"""Planted defects: the boundary cases are not blind."""

from decimal import ROUND_DOWN, Decimal

import pytest

from portal.scoring import methods, reckoning
from tests.portal.scoring import test_boundaries as cases


@pytest.mark.parametrize(
    ("name", "wrong", "case"),
    [
        (
            "by_points",
            lambda of, total, without: (
                next(each for each in of.levels if total > each.least),
                [],
            ),
            lambda: cases.test_a_thresholds_include_their_lower_bound("95", cases.BEST),
        ),
        (
            "zeros",
            lambda of, points: [],
            lambda: cases.test_a_with_one_criterion_at_zero_is_no_better_than_done("96"),
        ),
        (
            "capped",
            lambda value, cap: value,
            cases.test_e_bonus_is_capped,
        ),
        (
            "between",
            lambda value, floor, ceiling: value,
            cases.test_e_stays_between_zero_and_a_hundred,
        ),
        (
            "seen",
            lambda of, *, self_scored, too_new: [],
            cases.test_a_without_a_self_score_is_not_done,
        ),
        (
            "rounded",
            lambda value, of: value.quantize(Decimal("0.01"), rounding=ROUND_DOWN),
            cases.test_half_a_hundredth_goes_up,
        ),
    ],
    ids=["thresholds", "zero", "cap", "clamp", "self-score", "rounding"],
)  # fmt: skip
def test_a_wrong_rule_is_seen(monkeypatch, name, wrong, case):
    case()
    monkeypatch.setattr(reckoning, name, wrong)
    with pytest.raises(AssertionError):
        case()


def test_a_band_that_leaves_its_bound_out_is_seen(monkeypatch):
    def above(self, entry, *, top):
        share = methods.share_of(entry) * methods.HUNDRED
        reached = [points for least, points in self.bands if share > least]
        return reached[-1] if reached else methods.ZERO

    monkeypatch.setattr(methods.Bands, "points", above)
    with pytest.raises(AssertionError):
        cases.test_d_bands_include_their_lower_bound("90", 3)
