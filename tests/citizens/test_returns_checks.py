"""Every sum that a form prints catches a figure that is one too many or one too few."""

from collections import defaultdict

import pytest

from citizens.returns import FORMS
from portal.dashboard.returns.line import BY_NUMBER, all_forms
from portal.periods import Reporting
from portal.returns import Scope, checked
from portal.returns.checks import RELATION, TERM

RULES = [(form.number, rule) for form in FORMS.values() for rule in form.checks]
CROSSING = [(number, rule) for number, rule in RULES if ":" in rule]
PRINTED = {
    "01": {"1=5+11+17", "2=6+12+18", "3=7+13+19", "4=8+14+20"},
    "02": {"3=4+23", "4=6+12+19", "6=7+8=9+10+11", "12=13+14=15+16+17+18", "19=20+21+22",
           "23=24+25", "2<=1", "3<=2", "4<=3", "5<=4"},
    "03": {"2=3+4+5+6", "2<=1", "7=8+9+10+11+12", "20<=19", "23<=22", "03:1=02:6"},
    "04": {"2=3+4+5+6", "2<=1", "7=8+9+10+11+12+13", "22<=21", "25<=24", "04:1=02:12"},
    "05": {"2<=1", "12<=11", "15<=14", "17<=16", "28<=27", "31<=30", "05:1>=03:7", "05:16>=04:7"},
    "06": {"8<=6"},
}  # fmt: skip
"""What TT 06/2025 itself prints beside its columns; we may check more, never less."""


def broken_by(own, rule, terms, by):
    """Whether the rule fails once ``terms`` of figures that are all 0 stand at ``by``."""
    amounts = defaultdict(int, dict.fromkeys(terms, by))
    (check,) = checked([rule], lambda form, column: amounts[form or own, column])
    return not check.holds


def sides(own, rule):
    """The columns of each side: {(form, number)}."""
    return [
        [
            (found["form"] or own, int(found["column"]))
            for found in TERM.finditer(side.rpartition("*")[2])
        ]
        for side in RELATION.split(rule)[::2]
    ]


@pytest.mark.parametrize(("own", "rule"), RULES)
def test_a_planted_difference_is_caught(own, rule):
    """On the lesser side of ≤ one more; of an equation any column that stands alone."""
    told, relation = sides(own, rule), RELATION.search(rule)[1]
    planted = told[0] if relation in ("=", "<=") else told[1]
    for column in planted if relation != "=" else [each for side in told for each in side]:
        assert broken_by(own, rule, [column], 1), column
    assert not broken_by(own, rule, [], 0)


def test_the_circulars_own_sums_are_all_there():
    for number, printed in PRINTED.items():
        assert printed <= {*BY_NUMBER[number].checks}, number


def test_a_check_names_columns_that_are_there():
    for own, rule in RULES:
        for side in sides(own, rule):
            for form, column in side:
                assert BY_NUMBER[form].column(column), rule


@pytest.mark.parametrize(("own", "rule"), CROSSING)
def test_forms_that_contradict_each_other_are_told(own, rule, db, office, monkeypatch):
    """The planted difference stands in one form alone; the page's own counting finds it."""
    form, column = sides(own, rule)[RELATION.search(rule)[1] != "="][0]
    other = BY_NUMBER[form]
    monkeypatch.setitem(
        BY_NUMBER, form, type(other)(**vars(other) | {"count": lambda scope: {None: {column: 9}}})
    )
    told = {check.rule: check for line in all_forms(Scope(Reporting.of(2026, "q3")))
            for check in line.checks}  # fmt: skip
    assert not told[rule].holds
    assert "phải" in told[rule].sentence
