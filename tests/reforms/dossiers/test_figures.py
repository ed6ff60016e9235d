"""II.06a by name: what is empty is None, a share opens the rows of its two sums."""

import pytest

from portal.periods import Month, Quarter
from portal.statistics import figure
from reforms.figures.dossiers import FIGURES
from tests.reforms.dossiers.conftest import PARTS

pytestmark = pytest.mark.django_db
OCTOBER = Month.of(2026, 10)


def test_nothing_told_is_none_for_every_figure(fields):
    assert {each.value(OCTOBER) for each in FIGURES.values()} == {None}


def test_shares_and_their_sums(count_of):
    count_of(post_in=3, fee_due=8, paid_online=2)
    count_of(unit="lao-dong")
    assert figure("dossiers_on_time").value(OCTOBER) == 94.0
    assert figure("dossiers_settled_on_time").value(OCTOBER) == 95.0
    assert figure("dossiers_online").value(OCTOBER) == 66.7
    assert figure("post_in").value(OCTOBER) == 6.7  # of the 45 of the unit that told it
    assert figure("paid_online").value(OCTOBER) == 25.0
    assert figure("digitised").value(OCTOBER) is None
    assert figure("paid_online_whole").value(OCTOBER) == 8


def test_a_figure_opens_exactly_its_rows(client, lan, count_of):
    count_of()
    count_of(unit="lao-dong")
    client.force_login(lan)
    for period, unit, rows in ((OCTOBER, "", 2), (Quarter.of(2026, 4), "lao-dong", 1)):
        page = client.get(figure("dossiers_late").opens(period, unit=unit)).content.decode()
        assert page.count("01/10/2026 – 31/10/2026") == rows
    assert figure("dossiers_late").value(OCTOBER, "lao-dong") == PARTS["done_late"]


def test_what_was_asked_for_twice_counts_as_late_by_decision_766(count_of):
    count_of()
    assert figure("dossiers_on_time_766").value(OCTOBER) == 94.0  # nobody told
    count_of(unit="lao-dong", in_time_after_two=4)
    assert figure("dossiers_on_time").value(OCTOBER) == 94.0
    assert figure("dossiers_on_time_766").value(OCTOBER) == 90.0  # 94 − 4 of 100
