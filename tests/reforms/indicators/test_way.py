"""An indicator from its targets to its verdict."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from portal.periods import Year
from portal.statistics import REGISTRY, Figure
from portal.workflow import Refused
from reforms.models import Indicator
from reforms.models.indicator.projection import projected
from tests.reforms.indicators.conftest import DAY, asks, drawn_up, tells

pytestmark = pytest.mark.django_db


def verdict(one, *, on=DAY) -> str:
    return Indicator.objects.judged(as_of=on).get(pk=one.pk).verdict


def goal(one, *, on=DAY) -> Decimal:
    return Indicator.objects.judged(as_of=on).get(pk=one.pk).goal_value


def test_all_eligible_procedures_online_by_the_end_of_2023(one, oanh, tam):
    asks(one, oanh, "100", 2023)
    assert verdict(one) == "chua-co"
    tells(one, tam, "2023", "99.9")
    assert verdict(one) == "chua-dat"
    tells(one, tam, "2023", "100")
    assert verdict(one) == "dat"


@pytest.mark.parametrize(
    ("comparator", "value", "expected"),
    [
        *[("ge", "90", "dat"), ("gt", "90", "chua-dat"), ("gt", "90.01", "dat")],
        *[("le", "90", "dat"), ("lt", "90", "chua-dat"), ("lt", "89.99", "dat")],
        *[("eq", "90", "dat"), ("eq", "90.01", "chua-dat"), ("ge", "89.99", "chua-dat")],
    ],
)
def test_each_comparator_at_its_border(one, oanh, tam, comparator, value, expected):
    asks(one, oanh, "90", 2024, comparator=comparator)
    tells(one, tam, "2024", value)
    assert verdict(one) == expected


def test_the_strictest_target_that_has_come_counts(one, oanh):
    asks(one, oanh, "80", 2025)
    asks(one, oanh, "90", 2024)
    asks(one, oanh, "95", 2030)
    assert goal(one) == 90


def test_where_less_is_better_the_lowest_is_the_strictest(oanh, units):
    one = drawn_up(oanh, units, direction="giam", unit_of_measure="ngày")
    asks(one, oanh, "5", 2024, comparator="le")
    asks(one, oanh, "8", 2025, comparator="le")
    assert goal(one) == 5


def test_before_any_has_come_the_nearest_counts(one, oanh):
    asks(one, oanh, "95", 2030)
    asks(one, oanh, "92", 2027)
    assert goal(one) == 92


def test_a_target_counts_from_its_day_until_it_is_dropped(one, oanh, tam):
    strict = asks(one, oanh, "95", 2025, from_on=date(2026, 1, 1))
    asks(one, oanh, "80", 2025)
    assert goal(one, on=date(2025, 12, 31)) == 80
    assert goal(one) == 95
    one.drop_target(by=oanh, on=DAY, target=strict, reason="Có văn bản thay thế")
    assert goal(one) == 80


def test_a_value_without_a_target_is_neither_met_nor_missed(one, tam):
    tells(one, tam, "2025", "50")
    assert verdict(one) == "khong-dat-muc-tieu"


def test_the_head_of_the_unit_tells_and_a_colleague_prepares(one, minh, tam, hoa):
    for by in (minh, hoa):
        with pytest.raises(Refused, match="thủ trưởng đơn vị chủ trì"):
            tells(one, by, "2025", "50")
    row = tells(one, tam, "2025", "50", prepared_by=minh)
    assert (row.by, row.prepared_by) == (tam, minh)


def test_a_corrected_value_leaves_the_first_one_crossed_out(one, tam):
    first = tells(one, tam, "2025", "50")
    tells(one, tam, "2025", "55")
    first.refresh_from_db()
    assert first.replaced_on == DAY
    assert one.values.standing().get().value == 55


def test_a_value_rests_on_something_says_the_table(one, tam):
    with pytest.raises(IntegrityError):
        tells(one, tam, "2025", "50", evidence="")


@pytest.mark.parametrize(("period", "words"), [("2027", "chưa đến"), ("2026-q1", "không phải kỳ")])
def test_a_period_is_of_its_kind_and_has_begun(one, tam, period, words):
    with pytest.raises(Refused, match=words):
        tells(one, tam, period, "50")


def test_a_share_has_no_more_than_a_hundred(one, tam, oanh):
    with pytest.raises(Refused, match="không quá 100 %"):
        tells(one, tam, "2025", "101")
    with pytest.raises(Refused, match="không quá 100 %"):
        asks(one, oanh, "110", 2030)


@pytest.fixture
def counted(oanh, units, monkeypatch):
    """The portal counts 10 more each year, nothing before 2022; for a unit one more."""

    def value(period, unit=""):
        year = period.end.year
        return None if year < 2022 else (year - 2020) * 10 + bool(unit)

    figure = Figure("made_up", "Thử", "cộng mỗi năm 10", "%", value,
                    lambda period, unit="": f"/cong-viec/?ky={period.code}")  # fmt: skip
    monkeypatch.setitem(REGISTRY, "made_up", figure)
    return drawn_up(oanh, units, figure="made_up", scope="co-quan")


def test_what_the_portal_counts_nobody_types(counted, tam):
    with pytest.raises(Refused, match="do Cổng tính"):
        tells(counted, tam, "2025", "99")


def test_years_that_are_over_are_counted_and_empty_ones_are_not_told(counted):
    told = {row.period: row.value for row in counted.values.all()}
    assert told == {"2022": 20, "2023": 30, "2024": 40, "2025": 50}


def test_of_a_unit_alone_the_figure_is_asked_for_that_unit(counted, oanh, units, tam):
    own = drawn_up(oanh, units, figure="made_up")
    assert own.values.get(period="2025").value == 51


def test_counting_again_takes_over_what_changed(counted, oanh, monkeypatch):
    changed = Figure("made_up", "Thử", "…", "%", lambda period, unit="": 7)
    monkeypatch.setitem(REGISTRY, "made_up", changed)
    counted.recompute(by=oanh, on=DAY)
    assert {row.value for row in counted.values.all()} == {7}


def test_an_unknown_figure_is_no_reason_to_fall(oanh, units):
    assert drawn_up(oanh, units, figure="gone").values.count() == 0


def test_a_measure_with_values_changes_no_more(counted, oanh):
    facts = {"frequency": "quy", "figure": "made_up", "unit_of_measure": "%"}
    with pytest.raises(Refused, match="lập chỉ tiêu mới"):
        counted.edit(by=oanh, on=DAY, **facts)


def test_the_pace_since_the_base_leads_to_the_target_year(one, oanh, tam):
    target = asks(one, oanh, "60", 2026, base_year=2016, base_value=Decimal(0))
    tells(one, tam, "2021", "25")
    tells(one, tam, "2024", "40")
    found = projected(target, list(one.values.all()))
    assert (found.value, found.met) == (Decimal("50.00"), False)
    assert found.a_year == Decimal("5.00")


def test_one_point_without_a_base_leads_nowhere(one, oanh, tam):
    target = asks(one, oanh, "60", 2026)
    tells(one, tam, "2024", "40")
    assert projected(target, list(one.values.all())) is None


def test_a_unit_s_own_indicator_is_that_unit_s(one, minh, khanh, ha, oanh, quantri):
    seen = [one in Indicator.objects.visible_to(user, on=DAY) for user in
            (minh, khanh, ha, oanh, quantri)]  # fmt: skip
    assert seen == [True, False, True, True, False]
    assert Year.containing(DAY).code == "2026"


def test_an_indicator_goes_along_with_its_unit_s_work(one, units, oanh, tam):
    from portal.reorganisation import Handover
    from reforms.models.handover import move_indicators

    heir = units["lao-dong"]
    handover = Handover(one.unit, (heir,), on=DAY, decision="QĐ 9", by=oanh)
    assert list(move_indicators(handover)) == [one.code]
    one.refresh_from_db()
    assert one.unit == heir


def test_the_night_counts_what_is_followed(counted, oanh, monkeypatch):
    from portal.management.timetable import count_indicators

    changed = Figure("made_up", "Thử", "…", "%", lambda period, unit="": 8)
    monkeypatch.setitem(REGISTRY, "made_up", changed)
    count_indicators(DAY)
    assert {row.value for row in counted.values.all()} == {8}
