"""What tiles of reform show besides numbers, and twelve periods of a figure."""

from datetime import date

import pytest
from django.utils import timezone

from portal.dashboard.reform import tiles
from portal.dashboard.reform_parts import Asked, board, late_dossiers, lost_points
from portal.dashboard.reform_trends import by_months, drawn, last_periods
from portal.periods import Month, Year
from portal.statistics import figure
from tests.cast import client_of, person, place
from tests.reforms.dossiers.conftest import count_of, late_dossier  # noqa: F401
from tests.reforms.scorecard.conftest import (  # noqa: F401
    OPENED,
    best,
    oanh,
    of_the_office,
    regular,
    template,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
PAGE = "/dieu-hanh/cai-cach/xu-huong/"


def asked(user, unit=None) -> Asked:
    return Asked(Year.of(2026), unit, user, DAY)


@pytest.fixture
def head(units):
    user = person("hoang", "Đỗ Văn Hoàng", "man")
    place(user, "head", unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


def test_late_dossiers_stand_oldest_first_with_who_answers(head, units, ha, office):
    late_dossier(head, units["nguoi-co-cong"], number="2", due=23)
    late_dossier(head, units["nguoi-co-cong"], number="1", due=18)
    rows = late_dossiers(asked(ha))["rows"]
    assert [(row.number, who) for row, _, who in rows] == [("1", str(head)), ("2", str(head))]
    assert late_dossiers(asked(ha, units["van-phong"]))["rows"] == []


def test_the_axes_are_those_of_the_board(ha, count_of, template, fields):  # noqa: F811
    count_of()
    told = board(asked(ha))
    assert [(bar.group.code, bar.share) for bar in told["bars"]] == told["axes"]
    assert len(told["axes"]) == 6
    assert board(asked(ha, count_of(unit="lao-dong").unit))["axes"] == []


def test_the_five_that_lack_most_are_the_first_of_their_page(of_the_office, ha):  # noqa: F811
    told = lost_points(asked(ha))
    assert told["card"] == of_the_office
    page = client_of(ha).get(f"{of_the_office.get_absolute_url()}diem-mat/")
    shown = [row for row in page.context["rows"] if row.points is not None][:5]
    assert told["rows"] == shown


def test_each_field_tells_what_it_gave_itself_and_what_was_given(of_the_office, oanh, ha):  # noqa: F811
    line = regular(of_the_office, own=True)[0]
    of_the_office.self_score(
        by=oanh, on=OPENED, line=line.code, told=best(line), note="Chưa số hóa"
    )
    first, *others = lost_points(asked(ha))["groups"]
    assert (first[1], first[2]) == (line.top, None)
    assert {own for _, own, _ in others} == {None}
    assert sum(group.top for group, _, _ in (first, *others)) == 100


def test_a_unit_without_a_card_lost_nothing(of_the_office, units, ha):  # noqa: F811
    assert lost_points(asked(ha, units["lao-dong"])) == {"card": None}


def test_the_line_on_a_tile_is_what_its_figure_says_of_each_month(count_of):  # noqa: F811
    count_of()
    names = tuple(each.figure for each in tiles() if each.draws)
    found, months = by_months((names, "", DAY)), last_periods("month", until=DAY)
    assert months[-1] == Month.of(2026, 11)
    for name in names:
        assert found[name] == [figure(name).value(month) for month in months], name
    assert drawn(found["dossiers_on_time"]) == [94.0]


def test_twelve_periods_open_their_rows(count_of, ha):  # noqa: F811
    before = Month.containing(timezone.localdate()).previous()
    count_of(period_from=before.start, period_to=before.end)
    rows = client_of(ha).get(f"{PAGE}?so-lieu=dossiers_late").context["rows"]
    assert [period for period, _ in rows[:2]] == [before.following(), before]
    assert [told.value for _, told in rows[:2]] == [None, 2]
    assert len(rows) == 12
    assert client_of(ha).get(rows[1][1].url).status_code == 200


def test_a_head_sees_the_periods_of_the_own_unit_alone(binh, lan, ha):
    assert client_of(binh).get(PAGE).context["unit"].code == "tiep-cong-dan"
    assert client_of(lan).get(PAGE).status_code == 404
    assert client_of(ha).get(f"{PAGE}?so-lieu=khong-co").status_code == 400
