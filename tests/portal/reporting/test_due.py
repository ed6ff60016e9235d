"""The calendar of reports due: every programme's, what was sent, what leaves no time to count."""

from datetime import date

import pytest

from portal.dashboard.reports_due import delivered, lines_of, period_named
from portal.deadlines import MEMORY
from portal.periods import Half, Year, reported
from portal.reporting import Report
from portal.reporting.outlines import outlines
from tests.cast import client_of

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 6)


def line(user, outline, code, *, on=ON):
    period = reported(code, 2026)
    found = lines_of(2026, user=user, on=on)
    return next(each for each in found if (each.kind.outline, each.period) == (outline, period))


def test_every_kind_says_where_its_days_are_from():
    assert all(kind.source and kind.due for kind in delivered())
    assert {kind.outline for kind in delivered() if kind.outline} <= set(outlines())


def test_lines_of_all_programmes_stand_in_the_order_of_their_days(tuan):
    found = lines_of(2026, user=tuan, on=ON)
    assert {each.kind.programme for each in found} >= {
        "Cải cách hành chính", "Tiếp công dân, giải quyết đơn", "Thực hiện dân chủ",
        "Thi đua, khen thưởng",
    }  # fmt: skip
    assert [each.due for each in found] == sorted(each.due for each in found)


def test_a_report_is_late_until_it_was_sent(tuan, ha, mai, units):
    assert line(tuan, "cchc-ky", "q1").state == ("late", "Quá hạn")
    period = reported("q1", 2026)
    report = Report.draw_up(by=tuan, on=ON, outline="cchc-ky", unit=units["so"], title="Quý I",
                            from_on=period.start, to_on=period.end)  # fmt: skip
    report.write(by=tuan, on=ON, section="chi-dao", text="Đã triển khai")
    report.sign_report(by=ha, on=ON, prepared_by=tuan)
    report.send_out(by=mai, on=ON, reference="61/BC-S", dated_on=ON)
    told = line(tuan, "cchc-ky", "q1")
    assert (told.state, told.url) == (("ok", "Đã gửi"), report.get_absolute_url())


def test_the_half_and_the_year_that_ended_are_owed_in_january():
    assert period_named("-n2", 2026) == Half.of(2025, 2)
    assert period_named("-", 2026) == Year.of(2025)
    assert period_named("n1", 2026) == Half.of(2026, 1)
    assert period_named("nam", 2026) == reported("nam", 2026)


def test_a_period_that_runs_is_not_due_yet(tuan):
    assert line(tuan, "cchc-ky", "nam").state == ("", "Chưa đến kỳ")


def test_a_day_before_the_figures_are_closed_is_told(tuan):
    assert line(tuan, "cchc-ky", "6t").early == "số liệu tính đến 14/6/2026"
    assert line(tuan, "cchc-ky", "nam").early == "số liệu tính đến 14/12/2026"


def test_returns_are_opened_by_their_makers_alone(tuan, ha):
    assert any("/bao-cao/?ky=2026-q1" in each.url for each in lines_of(2026, user=ha, on=ON))
    assert not any("/bao-cao/" in each.url for each in lines_of(2026, user=tuan, on=ON))


def test_the_page_is_for_those_who_work_here(tuan, quantri, django_assert_max_num_queries):
    client = client_of(tuan)
    client.get("/bao-cao-ky/lich/")
    with django_assert_max_num_queries(12):
        page = client.get("/bao-cao-ky/lich/?nam=2026").content.decode()
    assert "Biểu 01/TCD đến 04/GQTC" in page
    remembered = sum(len(kind.due) for kind in delivered() if kind.known_from == MEMORY)
    assert page.count("theo trí nhớ, cần kiểm") == remembered > 0
    assert "Biểu 01/TCD" not in client_of(quantri).get("/bao-cao-ky/lich/").content.decode()


def test_a_year_that_no_return_counts_leads_nowhere(ha):
    led = {
        year: {each.url for each in lines_of(year, user=ha, on=ON) if "/bao-cao/" in each.url}
        for year in (2024, 2025)
    }
    assert led[2025]
    assert not led[2024]
