"""Reports of reform: their periods, their outlines, the paper with its appendix."""

from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document

from portal.periods import REPORTED, period_with, reported
from portal.reporting import Report
from portal.reporting.counting import counted
from portal.reporting.gathering import SOURCES
from portal.reporting.outlines import outlines_of
from portal.reporting.papers import write_report
from portal.reporting.reading import parts_of
from portal.statistics import REGISTRY
from tests.cast import client_of
from tests.portal.activities.conftest import lines_of

ON = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("t3", date(2026, 2, 15), date(2026, 3, 14)),
        ("t1", date(2025, 12, 15), date(2026, 1, 14)),
        ("q1", date(2025, 12, 15), date(2026, 3, 14)),
        ("6t", date(2025, 12, 15), date(2026, 6, 14)),
        ("9t", date(2025, 12, 15), date(2026, 9, 14)),
        ("nam", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_periods_run_from_the_15th_to_the_14th(code, start, end):
    period = reported(code, 2026)
    assert period.dates == (start, end)
    assert period_with(start, end) == period


def test_the_months_tile_the_reporting_year():
    months = [reported(f"t{month}", 2026) for month in range(1, 13)]
    year = reported("nam", 2026)
    assert (months[0].start, months[-1].end) == year.dates
    assert all((b.start - a.end).days == 1 for a, b in pairwise(months))
    assert len(REPORTED) == 19


@pytest.mark.parametrize("outline", outlines_of("cai-cach"), ids=lambda outline: outline.code)
def test_every_figure_and_source_of_an_outline_exists(outline):
    assert set(outline.figures) <= set(REGISTRY)
    assert {name for section in outline.sections for name in section.gathers} <= set(SOURCES)
    assert outline.source


@pytest.fixture
def report(tuan, units):
    month = reported("t3", 2026)
    return Report.draw_up(
        by=tuan, on=ON, outline="cchc-ky", unit=units["so"], from_on=month.start,
        to_on=month.end, title="Cải cách hành chính tháng 3 năm 2026",
    )  # fmt: skip


@pytest.mark.django_db
def test_a_month_counts_its_own_days_and_no_others(report, tuan, units):
    for day in (date(2026, 2, 14), date(2026, 2, 15), date(2026, 3, 14), date(2026, 3, 15)):
        lines_of(tuan, units["van-phong"], units["lao-dong"], on=ON, day=day,
                 party=tuan)  # fmt: skip
    row = next(row for row in counted(report) if row.name == "reform_outreach_held")
    assert row.value == 2
    page = client_of(tuan).get(row.cells[0][1]).content.decode()
    assert page.count("Phổ biến Luật Thực hiện dân chủ") == 2


@pytest.mark.django_db
def test_results_in_words_are_gathered(report, tuan, units):
    lines_of(tuan, units["van-phong"], units["lao-dong"], on=ON, day=date(2026, 3, 2), party=tuan)
    said = {line.words for part in parts_of(report, on=ON) for line in part.said}
    assert any("Rút ngắn 8 thủ tục" in words for words in said)
    assert any("Công khai chậm" in words for words in said)


@pytest.mark.django_db
def test_the_paper_ends_with_the_table_of_figures(report):
    written = BytesIO()
    write_report(written, report, on=ON)
    tables = Document(BytesIO(written.getvalue())).tables
    heads = [cell.text for cell in tables[-1].rows[0].cells]
    assert heads == ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả thống kê", "Ghi chú"]
    assert len(tables[-1].rows) == 1 + len(report.plan_of_it.figures)


@pytest.mark.django_db
def test_it_is_drawn_up_for_a_month_and_refused_for_half_a_civil_year(client, tuan):
    client.force_login(tuan)
    typed = {"outline": "cchc-ky", "unit": "so", "year": "2026"}
    refused = client.post("/bao-cao-ky/moi/", typed | {"stretch": "n1"})
    assert refused.status_code == 422
    assert "lập theo: tháng 1" in refused.content.decode()
    assert client.post("/bao-cao-ky/moi/", typed | {"stretch": "t2"}).status_code == 302
    assert Report.objects.get().from_on == date(2026, 1, 15)
