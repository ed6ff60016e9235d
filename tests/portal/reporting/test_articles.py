"""A signed report becomes a draft article: what was written and what was counted, nothing else."""

from datetime import date

import pytest

from portal.publications.drafting import drafted_from
from portal.reporting import Report, articles  # noqa: F401  they make themselves known

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 6)


@pytest.fixture
def report(tuan, units) -> Report:
    one = Report.draw_up(
        by=tuan, on=ON, outline="nam", unit=units["so"], title="Kết quả năm 2025",
        from_on=date(2025, 1, 1), to_on=date(2025, 12, 31),
    )  # fmt: skip
    one.write(by=tuan, on=ON, section="chi-dao", text="Đã ban hành kế hoạch.\nĐã kiểm tra.")
    return one


def test_a_signed_report_is_told(report, ha, tuan):
    assert drafted_from(report.stream, by=tuan, on=ON) is None
    report.sign_report(by=ha, on=ON, prepared_by=tuan)
    drafted = drafted_from(report.stream, by=tuan, on=ON)
    assert (drafted.title, drafted.category) == ("Kết quả năm 2025", "dan-chu-co-so")
    assert "Đã ban hành kế hoạch.\n\nĐã kiểm tra." in drafted.body
    assert drafted.body.count("## ") == 1
