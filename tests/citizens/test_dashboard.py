"""/dieu-hanh/: for whom, which figures, and that each equals the rows that it opens."""

import re
from datetime import date

import pytest
from django.utils import timezone

from citizens import statistics
from citizens.models import Case, Petition
from citizens.summary import summary
from portal.filters import Reader
from portal.periods import period_of
from portal.statistics import figures
from portal.working_days import calendar
from tests.cast import client_of
from tests.citizens.conftest import number

TODAY = timezone.localdate()
READ_ONCE_A_MINUTE = 3
"""The office, the units, the fields: tests read them every time."""


@pytest.fixture
def played(settled, complaint, feedback, classified, letter, ha, mai):
    """A few of each: settled on time and late, answered, open, late, suspended, waiting."""
    settled(date(2026, 8, 4))
    settled(date(2026, 9, 1))
    case = feedback()
    case.answer(by=ha, on=date(2026, 7, 15), conclusion="Sẽ lắp mái che.")
    number(case, mai, "vb_tra_loi", date(2026, 7, 16), "31/SLĐTBXH")
    complaint(date(2026, 7, 6))
    complaint(calendar().subtract(TODAY, 1))
    classified(date(2026, 7, 20), competent=False).forward(
        by=ha, on=date(2026, 7, 21), addressee="Ủy ban nhân dân huyện", ground="Điều 18"
    )
    letter(TODAY)


def dashboard(user, query=""):
    return client_of(user).get(f"/dieu-hanh/{query}")


@pytest.mark.parametrize("who", ["ha", "dung"])
def test_leaders_see_it(who, request):
    assert dashboard(request.getfixturevalue(who)).status_code == 200


@pytest.mark.parametrize("who", ["lan", "binh", "minh", "mai", "quantri"])
def test_for_the_others_it_does_not_exist(who, request):
    assert dashboard(request.getfixturevalue(who)).status_code == 404


def test_party_committee_sees_aggregates_and_no_way_to_the_rows(played, party_committee, units):
    from portal.people import Role
    from tests.cast import person, place

    member = person("tan", "Đặng Văn Tân", "man")
    place(member, Role.PARTY_COMMITTEE, body=party_committee)
    body = dashboard(member, "?ky=2026").content.decode()
    main = body[body.index("<main") :]
    assert "Đơn tiếp nhận" in main
    assert "/vu-viec/" not in main
    assert "/don/" not in main
    assert "chờ ký" not in main


def test_figures_equal_a_direct_count(played):
    year = period_of("2026")
    now = summary(year, as_of=TODAY).now
    plain = Petition.objects.filter(sealed=False)
    assert now.received == plain.filter(received_on__range=year.dates).count()
    assert now.handled == plain.filter(handled_on__range=year.dates).count()
    assert now.opened == Case.objects.filter(received_on__range=year.dates).count()
    settled = Case.objects.filter(decided_on__range=year.dates)
    assert now.settled == settled.count()
    assert now.on_time == sum(not case.settled_late() for case in settled)


def test_summary_equals_each_figure_by_its_name(played):
    year = period_of("2026")
    told = summary(year, as_of=TODAY)
    assert told.now.received == statistics.PETITIONS_RECEIVED.value(year)
    assert told.now.rate == statistics.ON_TIME_OF_SETTLED.value(year)
    assert told.now.mean_days == statistics.MEAN_DAYS.value(year)
    assert told.rate_with_late == statistics.ON_TIME_OF_DUE.value(year, as_of=TODAY)
    assert told.open.cases == statistics.CASES_OPEN.value(TODAY)
    assert told.open.late == statistics.CASES_OVERDUE.value(TODAY)
    assert told.open.petitions == statistics.PETITIONS_OPEN.value(TODAY)
    assert told.open.petitions_late == statistics.PETITIONS_OVERDUE.value(TODAY)


def test_both_rates_by_hand(played):
    """Two of three were settled on time; one more is late and not settled."""
    told = summary(period_of("2026"), as_of=TODAY)
    assert told.now.rate == 66.7
    assert told.open.late_unsettled == 1
    assert told.rate_with_late == 50.0


def test_every_figure_opens_as_many_rows_as_it_says(played, ha):
    body = dashboard(ha, "?ky=2026").content.decode()
    main = body[body.index("<main") :]
    links = re.findall(r'href="(/(?:don|vu-viec)/\?[^"]+)"[^>]*>(?:<b[^>]*>)?([\d.]+)<', main)
    assert len(links) > 12
    for url, figure in links:
        assert rows_at(url.replace("&amp;", "&"), ha) == int(figure), url


def rows_at(url: str, user) -> int:
    """All rows of a list, whatever its pages show."""
    from django.http import QueryDict

    from citizens.views.lists import CASES, PETITIONS, cases_of, petitions_of
    from portal.filters import Asked

    at, _, query = url.partition("?")
    reader = Reader(user, TODAY)
    listing, rows = (PETITIONS, petitions_of) if at == "/don/" else (CASES, cases_of)
    return Asked(listing, QueryDict(query), reader).narrowed(rows(reader)).count()


def test_first_line_counts_what_waits_for_the_reader(complaint, minh, ha):
    from portal.submissions import submit

    case = complaint(TODAY)
    submit(case, case.workflow["accept"], by=minh, on=TODAY, payload={})
    body = dashboard(ha).content.decode()
    assert re.search(r'muc=cho-ky"><b class="figure">1</b>\s+chờ ký', body)


def test_no_unit_is_rated_on_a_handful(played, ha):
    body = dashboard(ha, "?ky=2026").content.decode()
    assert "ít vụ" in body
    units = body[body.index("Theo đơn vị") : body.index('id="dung-han"')]
    assert "66,7" not in units


def test_denunciations_change_no_byte_of_a_figure(played, mai):
    before = summary(period_of("2026"), as_of=TODAY)
    for at in range(3):
        Petition.register_sealed(
            by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh", envelope_no=f"BM-{at}"
        )
    assert summary(period_of("2026"), as_of=TODAY) == before


def test_period_is_compared_with_the_one_before(played, ha):
    body = dashboard(ha, "?ky=2026-q3").content.decode()
    assert "So với Quý II năm 2026" in body


def test_chosen_period_is_offered_even_when_it_is_old(ha):
    assert (
        '<option value="2019" selected>Năm 2019</option>'
        in dashboard(ha, "?ky=2019").content.decode()
    )


def test_unknown_period_is_told(ha):
    assert dashboard(ha, "?ky=quy-9").status_code == 400


def test_it_costs_at_most_eight_statements(played, ha, django_assert_max_num_queries):
    client = client_of(ha)
    client.get("/dieu-hanh/")
    with django_assert_max_num_queries(8 + READ_ONCE_A_MINUTE):
        client.get("/dieu-hanh/?ky=2026")


def test_empty_office_has_a_dashboard_too(ha):
    body = dashboard(ha).content.decode()
    assert "chưa có" in body


def test_every_figure_says_how_it_is_counted(played):
    ours = [each for each in figures() if each.name.startswith(("petitions", "cases", "on_time"))]
    assert len(ours) >= 11
    assert all(each.formula and each.unit for each in ours)
