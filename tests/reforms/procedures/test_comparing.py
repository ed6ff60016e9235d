"""The catalogue from a table, and beside the national list."""

from datetime import date

import pytest

from portal.importing import Sheet, read_sheet
from reforms.catalogue.bringing import bring_in
from reforms.catalogue.delivered import FILE, delivered, level_of
from reforms.catalogue.national import NATIONAL_LIST, load
from reforms.catalogue.register import PROCEDURES
from reforms.models import NationalProcedure, Procedure
from reforms.models.procedure.national import (
    answered,
    differing,
    named_otherwise,
    unanswered,
)
from tests.reforms.procedures.conftest import DAY, UNIT, entered

pytestmark = pytest.mark.django_db
HEADINGS = ["code*", "name*", "field*", "limit_days", "limit_unit", "effective_on"]
ROW = ["1.014199", "Cấp giấy phép lao động", "Việc làm", "10", "working", ""]


def brought(*rows, headings=HEADINGS):
    sheet = Sheet(headings, [(place, list(row)) for place, row in enumerate(rows, start=2)])
    return PROCEDURES.run(sheet, dry_run=False, progress=lambda words: None)


def test_the_headings_of_the_national_catalogue_are_understood():
    report = PROCEDURES.run(read_sheet(FILE), dry_run=False, progress=lambda words: None)
    assert (report.errors, report.created) == ([], 245)
    assert Procedure.objects.get(code="1.014199").published_by == "Bộ Nội vụ"


def test_a_known_code_gets_new_contents_when_something_differs():
    brought(ROW)
    assert brought(ROW).created == 0
    report = brought(["1.014.199", *ROW[1:3], "7", "working", "2026-08-01"])
    assert report.created == 1
    assert "1.014199" in report.warnings[0].problem
    before, after = Procedure.objects.get().versions.all()
    assert before.closed_on == after.opened_on == date(2026, 8, 1)
    assert [v.limit().quantity for v in (before, after)] == [10, 7]


def test_one_wrong_line_and_nothing_is_written():
    report = brought(ROW, ["1.0", *ROW[1:]], ["1.014199.H05", *ROW[1:]])
    assert [(fault.line, fault.column) for fault in report.errors] == [(3, "code"), (4, "code")]
    assert not Procedure.objects.exists()


def test_what_the_national_list_lacks_is_to_be_checked(phuong, units):
    load(delivered().rows, on=DAY)
    known = entered(phuong, units[UNIT])
    older = entered(phuong, units[UNIT], code="1.001978", name="Giải quyết trợ cấp thất nghiệp")
    found = differing(Procedure.objects.all())
    assert list(unanswered(found)) == [older]
    assert list(named_otherwise(found)) == [known]


def test_fields_that_were_not_loaded_are_not_compared(phuong, units):
    load(delivered().rows, on=DAY)
    entered(phuong, units[UNIT], code="1.005384", name="Thi tuyển công chức", area="Công chức")
    assert not differing(Procedure.objects.all()).exists()


def test_what_was_found_out_is_kept(phuong, units):
    load(delivered().rows, on=DAY)
    one = entered(phuong, units[UNIT], code="1.001978", name="Giải quyết trợ cấp thất nghiệp")
    one.answer_check(by=phuong, on=DAY, answer="thay-the", other_code="1.014748")
    found = differing(Procedure.objects.all())
    assert one not in unanswered(found)
    assert one in answered(found)


def test_a_list_loaded_again_replaces_its_own_fields_only():
    load(delivered().rows, on=DAY)
    again = [row for row in delivered().rows if row["area"] == "Trẻ em"][:2]
    load(again, on=date(2026, 8, 1))
    assert NationalProcedure.objects.filter(area_key="tre-em").count() == 2
    assert NationalProcedure.objects.count() == 245 - 8 + 2


def test_the_national_list_is_brought_along_as_a_register():
    report = NATIONAL_LIST.run(read_sheet(FILE), dry_run=False, progress=lambda words: None)
    assert (report.errors, NationalProcedure.objects.count()) == ([], 245)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Ủy ban nhân dân cấp xã", "xa"),
        ("Sở Nội vụ", "tinh"),
        ("; Ủy ban nhân dân cấp tỉnh; Ủy ban nhân dân cấp xã", "dung-chung"),
        ("Bộ Nội vụ", "khac"),
        ("", ""),
    ],
)
def test_levels_are_read_from_the_agencies_never_guessed(words, level):
    assert level_of(words) == level


def test_the_page_of_the_comparison(client, phuong, units, django_assert_max_num_queries):
    client.force_login(phuong)
    at = "/cai-cach/thu-tuc/doi-chieu/"
    assert "Chưa nạp danh mục quốc gia" in client.get(at).content.decode()
    bring_in(delivered().rows[:30], by="nhập sổ", on=DAY)
    entered(phuong, units[UNIT], code="1.001978", name="Giải quyết trợ cấp thất nghiệp")
    client.post("/cai-cach/thu-tuc/danh-muc-quoc-gia/nap/")
    with django_assert_max_num_queries(20):
        page = client.get(f"{at}?xem=kiem-tra").content.decode()
    assert "1.001978" in page
    assert "Không có, cần kiểm tra" in page
    assert "215 thủ tục Sở chưa có" in page
    page = client.get("/cai-cach/thu-tuc/danh-muc-quoc-gia/?xem=so-chua-co").content.decode()
    assert "trong 215 thủ tục" in page or "thủ tục trên trang này" in page
