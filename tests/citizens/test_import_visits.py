"""import_register visits: the office's own register, line by line, all or nothing."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from citizens.models import MonthTally, Reception, Visit
from citizens.models.tally import rebuild
from tests.cast import client_of

LINE = {
    "number": "12",
    "date": "18/06/2026",
    "kind": "thuong_xuyen",
    "people": "1",
    "case_ref": "A",
    "content": "Hỏi trợ cấp chất độc hóa học",
    "petition_kind": "khieu_nai",
    "result": "nhan_don",
    "name": "Đinh Thị Thảo",
}


@pytest.fixture
def bring(tmp_path, office, units, fields, ha):
    """Import rows (dicts by column); the report, and the exit code."""

    def run(*rows, dry_run=False):
        path = tmp_path / "so.csv"
        headings = list(dict.fromkeys(name for row in rows for name in row))
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, headings)
            table.writeheader()
            table.writerows(rows)
        out, exit_code = StringIO(), 0
        try:
            call_command(
                *("import_register", "visits", str(path)),
                dry_run=dry_run,
                stdout=out,
                stderr=StringIO(),
            )
        except CommandError as error:
            exit_code = error.returncode
        return json.loads(out.getvalue()), exit_code

    return run


def test_a_line_is_written_with_its_own_number(bring):
    report, exit_code = bring(LINE)
    visit = Visit.objects.get()
    told = (visit.code, visit.received_on, visit.people, visit.matter.reference, visit.stage)
    assert (report["created"], exit_code) == (1, 0)
    assert told == ("TD-2026-0012", date(2026, 6, 18), 1, "A", "da-xong")


def test_an_empty_number_takes_the_next_after_the_highest_given(bring):
    bring(LINE, LINE | {"number": "", "case_ref": "B"})
    assert sorted(Visit.objects.values_list("code", flat=True)) == ["TD-2026-0012", "TD-2026-0013"]


def test_lines_of_one_case_are_one_matter(bring):
    bring(*(LINE | {"number": str(n), "case_ref": ref} for n, ref in enumerate("ABA", 1)))
    matters = [visit.matter_id for visit in Visit.objects.order_by("code")]
    assert matters[0] == matters[2] != matters[1]


def test_a_line_of_a_leaders_day_belongs_to_its_session(bring):
    session = Reception.objects.create(
        code="BT-2026-0001", date=date(2026, 7, 20), kind="dinh_ky", host="uy_quyen"
    )
    bring(LINE | {"date": "2026-07-20", "kind": "dinh_ky", "host": "uy_quyen"})
    assert Visit.objects.get().reception == session


def test_a_denunciation_goes_to_its_own_book_without_a_word(bring):
    line = LINE | {"petition_kind": "to_cao", "name": "", "note": "Zq99zN", "content": "Zq98zC"}
    report, _ = bring(line)
    visit = Visit.objects.get()
    told = (visit.code, visit.content, visit.note, visit.sealed)
    assert told == ("TDR-2026-0001", "", "", True)
    assert [each["column"] for each in report["warnings"]] == ["content"]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"petition_kind": "to_cao"}, "name"),
        ({"kind": "dinh_ky"}, "host"),
        ({"host": "thu_truong"}, "host"),
        ({"people": "0"}, "people"),
        ({"date": "31/12/2099"}, "date"),
        ({"field": "khong-co"}, "field"),
        ({"unit": "Phòng lạ"}, "unit"),
        ({"number": "mười hai"}, "number"),
        ({"result": "xong"}, "result"),
        ({"content": ""}, "content"),
    ],
)
def test_one_wrong_cell_stops_the_whole_file(bring, change, column):
    report, exit_code = bring(LINE | {"number": "1"}, LINE | change)
    assert (report["errors"][0]["line"], report["errors"][0]["column"]) == (3, column)
    assert (report["created"], exit_code, Visit.objects.count()) == (0, 1, 0)


def test_a_number_used_twice_is_said(bring):
    bring(LINE)
    report, _ = bring(LINE)
    assert report["errors"][0]["problem"] == "Số này đã có trong sổ."


def test_a_dry_run_writes_nothing(bring):
    report, _ = bring(LINE, dry_run=True)
    assert (report["created"], Visit.objects.count()) == (1, 0)


def test_what_was_brought_along_is_found_and_has_a_history(bring, lan):
    bring(LINE)
    browser = client_of(lan)
    assert len(browser.get("/tiep-dan/", {"q": "dinh thi thao"}).context["rows"]) == 1
    assert "Nhập từ sổ đang dùng" in browser.get("/tiep-dan/TD-2026-0012/").content.decode()


def test_brought_along_visits_are_counted(bring):
    bring(LINE, LINE | {"number": "13", "people": "7"})
    kept = sorted(MonthTally.objects.values_list("what", "amount", "days"))
    rebuild()
    assert kept == sorted(MonthTally.objects.values_list("what", "amount", "days"))
    assert kept == [("crowd", 1, 7), ("visited", 2, 8)]
