"""/dieu-hanh/: for whom, which figures, and that each equals the rows that it opens."""

import re
from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from citizens import statistics
from citizens.models import Case, Petition, Visit
from citizens.summary import summary
from citizens.views.lists import CASES, PETITIONS, cases_of, petitions_of
from citizens.views.visit_list import VISITS
from portal.filters import Asked, Reader
from portal.periods import period_of
from portal.statistics import figures
from portal.text import key as spelling
from portal.working_days import calendar
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.citizens.reception import a_session
from tests.citizens.visits import DAY, enter, enter_sealed

TODAY = timezone.localdate()


@pytest.fixture
def played(settled, complaint, feedback, classified, letter, ha, mai, lan, communes):
    """A few of each: settled on time and late, answered, open, late, suspended, waiting; visits."""
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
    letter(TODAY, commune=communes["na-khoang"])
    letter(TODAY, commune=None).seal(
        by=lan,
        on=TODAY,
        reason="Tố cáo",
        envelope_no="B1",
        envelope_place="tủ",
        envelope_keeper="L",
    )
    receive(lan, ha)


def receive(lan, ha):
    """One alone, a crowd, one refused, one about a denunciation; a day of the head's own."""
    enter(lan)
    enter(lan, people=7)
    enter(lan, result="tu_choi", ground="9.2")
    enter(lan).seal(by=lan, on=DAY, reason="Tố cáo.")
    a_session(lan, ha).hold(by=lan, on=date(2026, 8, 20))


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
    assert "Lượt tiếp" in main
    assert "/tiep-dan/" not in main
    assert "chờ ký" not in main


def test_figures_equal_a_direct_count(played):
    year = period_of("2026")
    now = summary(year, as_of=TODAY).now
    plain = Petition.objects.filter(sealed=False).exclude(stage="chuyen-so-rieng")
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
    assert told.now.visits == statistics.VISITS_RECEIVED.value(year)
    assert told.now.crowds == statistics.CROWDS_RECEIVED.value(year)
    assert len(told.reception.own) == statistics.OWN_DAYS_KEPT.value(year)
    assert len(told.reception.delegated) == statistics.DELEGATED_DAYS_KEPT.value(year)
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
    links = re.findall(rf'href="({LISTS}\?[^"]+)"[^>]*>(?:<b[^>]*>)?([\d.]+)<', main)
    assert {url.partition("?")[0] for url, _ in links} == set(LISTED)
    assert {place for url, _ in links for place in re.findall("dia-ban=([a-z-]+)", url)} >= {
        "vung-sau-vung-xa",
        "khac",
    }
    for url, figure in links:
        assert rows_at(url.replace("&amp;", "&"), ha) == int(figure), url


def test_days_of_the_head_open_as_many_days(played, ha):
    body = dashboard(ha, "?ky=2026-q3").content.decode()
    url, days = re.search(r'href="(/tiep-dan/lich/da-tiep/[^"]+)">(\d+)<', body).groups()
    page = client_of(ha).get(url.replace("&amp;", "&")).content.decode()
    assert days == "1"
    assert "Thủ trưởng tiếp công dân: 1 ngày, Quý III năm 2026" in page


LISTED = {
    "/don/": (PETITIONS, petitions_of),
    "/vu-viec/": (CASES, cases_of),
    "/tiep-dan/": (
        VISITS,
        lambda reader: Visit.objects.visible_to(reader.user, on=reader.on).plain(),
    ),
}
LISTS = f"(?:{'|'.join(LISTED)})"


def rows_at(url: str, user) -> int:
    """All rows of a list, whatever its pages show."""
    at, _, query = url.partition("?")
    reader = Reader(user, TODAY)
    listing, rows = LISTED[at]
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
        enter_sealed(mai, people=5 + at)
        Petition.register_sealed(
            by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh", envelope_no=f"BM-{at}"
        )
    assert summary(period_of("2026"), as_of=TODAY) == before


def test_period_is_compared_with_the_one_before_and_the_same_of_last_year(db):
    told = summary(period_of("2026-q3"), as_of=TODAY)
    compared = (told.before.label, told.same_last_year.label)
    assert compared == ("Quý II năm 2026", "Quý III năm 2025")


def test_flow_stands_beside_the_period_before_and_the_same_of_last_year(letter, ha):
    for received_on in (date(2026, 7, 6), date(2026, 7, 7), date(2026, 5, 4), date(2025, 8, 4)):
        letter(received_on)
    letter(date(2025, 9, 8))
    told = summary(period_of("2026-q3"), as_of=TODAY)
    assert (told.now.received, told.then.received, told.last_year.received) == (2, 1, 2)
    body = dashboard(ha, "?ky=2026-q3").content.decode()
    assert re.search(r"kỳ trước <span[^>]*>▲</span><span[^>]*>tăng </span>\s1<", body)
    assert re.search(r"cùng kỳ <span[^>]*>=</span><span[^>]*>không đổi</span><", body)


def test_what_stood_open_equals_a_count_of_that_day(played, subtests):
    letters = Petition.objects.plain().exclude(stage="chuyen-so-rieng").filter(question=False)
    for code in ("2026-t8", "2026-t9", "2026-q4", "2026"):
        told = summary(period_of(code), as_of=TODAY)
        day, open_ = told.before.end, told.stood_open
        waiting = letters.filter(received_on__lte=day).exclude(handled_on__lte=day)
        cases = Case.objects.filter(received_on__lte=day).exclude(closed_on__lte=day)
        with subtests.test(code):
            assert (open_.petitions, open_.cases) == (waiting.count(), cases.count())


@pytest.mark.django_db
def test_day_to_come_is_compared_with_nothing():
    assert summary(period_of("2031"), as_of=TODAY).stood_open is None


def test_rate_of_a_handful_is_compared_with_nothing(played, ha):
    body = dashboard(ha, "?ky=2026").content.decode()
    rates = body[body.index('id="dung-han"') : body.index('id="tiep-dan"')]
    assert "66,7" in rates
    assert "kỳ trước" not in rates


def test_communes_count_cases_too(played):
    places = {words: counts for _, words, counts in summary(period_of("2026"), as_of=TODAY).places}
    known = places.values()
    assert sum(counts.opened for counts in known) == Case.objects.count()
    assert sum(counts.settled for counts in known) == 3


def test_units_and_fields_stand_by_name(played):
    names = [group.name for group in summary(period_of("2026"), as_of=TODAY).units if group.pk]
    assert len(names) > 1
    assert names == sorted(names, key=spelling)


def test_head_owes_a_day_of_each_month_that_began(lan, ha, dung):
    a_session(lan, ha).hold(by=lan, on=date(2026, 8, 20))
    a_session(lan, dung, date=date(2026, 9, 17)).hold(by=lan, on=date(2026, 9, 17))
    days = summary(period_of("2026-q3"), as_of=date(2026, 10, 1)).reception
    assert (days.due, days.own, days.delegated) == (3, {date(2026, 8, 20)}, {date(2026, 9, 17)})
    assert [month.code for month in days.missing] == ["2026-t7", "2026-t9"]


def test_month_that_is_not_over_is_not_missing_yet(lan, ha):
    days = summary(period_of("2026-q3"), as_of=date(2026, 8, 14)).reception
    assert (days.due, [month.code for month in days.missing]) == (2, ["2026-t7"])


def test_day_on_which_nobody_came_was_kept(lan, ha):
    a_session(lan, ha).receive_nobody(by=lan, on=date(2026, 8, 20))
    assert summary(period_of("2026-t8"), as_of=TODAY).reception.own == {date(2026, 8, 20)}


def test_next_session_is_told(lan, ha):
    session = a_session(lan, ha, date=next_working_day(TODAY), on=TODAY)
    assert session.get_absolute_url() in dashboard(ha).content.decode()


def next_working_day(day):
    return calendar().add(day, 1)


def test_list_that_a_figure_opens_says_exactly_how_many(lan, ha):
    for _ in range(27):
        enter(lan)
    body = client_of(ha).get("/tiep-dan/?duoc-tiep=co&tiep-trong=2026-q3").content.decode()
    assert "25 trong 27 lượt tiếp" in body


@pytest.mark.parametrize(
    "query", ["", "?ky=2026", "?ky=quy&chu-tri=thu_truong", "?ky=2026&chu-tri=x"]
)
def test_days_kept_of_no_period_or_host_are_refused(ha, query):
    assert client_of(ha).get(f"/tiep-dan/lich/da-tiep/{query}").status_code == 400


def test_chosen_period_is_offered_even_when_it_is_old(ha):
    assert (
        '<option value="2019" selected>Năm 2019</option>'
        in dashboard(ha, "?ky=2019").content.decode()
    )


def test_unknown_period_is_told(ha):
    assert dashboard(ha, "?ky=quy-9").status_code == 400


def test_it_costs_at_most_eight_statements(played, ha, few_statements):
    client = client_of(ha)
    client.get("/dieu-hanh/?ky=2026")
    with few_statements(8):
        client.get("/dieu-hanh/?ky=2026")


def test_empty_office_has_a_dashboard_too(ha):
    body = dashboard(ha).content.decode()
    assert "chưa có" in body


def test_every_figure_says_how_it_is_counted(played):
    ours = [each for each in figures() if each.name.startswith(("petitions", "cases", "on_time"))]
    assert len(ours) >= 11
    assert all(each.formula and each.unit for each in ours)
