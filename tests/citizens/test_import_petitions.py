"""import_register petitions: what it writes equals what the verbs wrote; what is wrong it says."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from citizens.models import Case, Matter, Party, Petition
from citizens.models.tally import rebuild
from portal import history
from portal.registers import Counter
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.citizens.standing import facts_of, line_of, totals, twice

LETTER = {
    "received_on": "06/07/2026",
    "kind": "kien_nghi",
    "channel": "buu_chinh",
    "title": "Kiến nghị chi trả trợ cấp tại nhà",
    "name": "Đinh Thị Thảo",
}


@pytest.fixture
def bring(tmp_path, db, office, units, fields, communes, ha):
    """Import rows (dicts by column); the report, and the exit code."""

    def run(*rows, dry_run=False, path=None):
        headings = list(dict.fromkeys(name for row in rows for name in row))
        path = tmp_path / "so.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, headings)
            table.writeheader()
            table.writerows(rows)
        return told(path, dry_run=dry_run)

    return run


def told(path, *, dry_run=False):
    out, exit_code = StringIO(), 0
    try:
        call_command(
            "import_register",
            "petitions",
            str(path),
            dry_run=dry_run,
            stdout=out,
            stderr=StringIO(),
        )
    except CommandError as error:
        exit_code = error.returncode
    return (json.loads(out.getvalue()) if out.getvalue() else {}), exit_code


def problems(report):
    return [(error["line"], error["column"]) for error in report["errors"]]


def test_a_letter_gets_the_next_number_and_its_clocks(bring):
    report, code = bring(LETTER)
    petition = Petition.objects.get()
    assert (report["rows"], report["created"], code) == (1, 1, 0)
    assert (petition.code, petition.due_key) == ("D-2026-00001", date(2026, 7, 16))
    assert history.verify().intact


def test_a_given_number_is_kept_and_raises_its_book(bring):
    bring(LETTER | {"code": "D-2026-00500"}, LETTER | {"code": ""})
    assert set(Petition.objects.values_list("code", flat=True)) == {"D-2026-00500", "D-2026-00501"}
    assert Counter.objects.get(book="D").last == 501


def test_one_wrong_line_stops_all(bring):
    report, code = bring(LETTER, LETTER | {"received_on": "31/02/2026"})
    assert (report["created"], problems(report), code) == (0, [(3, "received_on")], 1)
    assert not Petition.objects.exists()


def test_a_dry_run_writes_nothing(bring):
    report, code = bring(LETTER, dry_run=True)
    assert (report["created"], code) == (1, 0)
    assert not Petition.objects.exists()


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        ({"postmark_on": "2026-07-09"}, "postmark_on"),
        ({"handling": "ghep"}, "case_ref"),
        ({"handling": "thu_ly", "accepted_on": "2026-07-01"}, "accepted_on"),
        ({"handling": "chuyen_don", "outcome": "da_tra_loi"}, "outcome"),
        ({"handling": "thu_ly", "outcome": "dung", "decided_on": "2026-08-01"}, "outcome"),
        ({"unit": "Phòng Không Có"}, "unit"),
        ({"id_number": "99158000123"}, "id_number"),
        ({"phone": "912000123"}, "phone"),
        ({"kind": "to_cao"}, "name"),
        ({"channel": "fax"}, "channel"),
        ({"code": "X-1"}, "code"),
        ({"received_on": "2126-07-06"}, "received_on"),
    ],
)
def test_each_fault_stands_at_its_cell(bring, facts, column):
    report, code = bring(LETTER | facts)
    assert (2, column) in problems(report)
    assert code == 1


def test_an_error_never_repeats_a_personal_value(bring):
    report, _ = bring(LETTER | {"id_number": "99158000123", "phone": "912000123"})
    assert "99158000123" not in json.dumps(report)
    assert "912000123" not in json.dumps(report)


def test_a_denunciation_goes_into_its_own_book_without_text(bring):
    report, _ = bring(LETTER | {"kind": "to_cao", "name": "", "title": "Tố cáo ông X"})
    petition = Petition.objects.get()
    assert (petition.code, petition.title, petition.sealed) == ("NTC-2026-0001", "", True)
    assert report["warnings"]
    assert not Party.objects.exists()


def test_an_entered_due_date_is_kept_with_a_warning(bring):
    report, _ = bring(LETTER | {"due_on": "2026-07-30"})
    assert report["warnings"][0]["column"] == "due_on"
    assert Petition.objects.get().due_key == date(2026, 7, 30)


def test_lines_of_one_reference_are_one_matter_with_one_case(bring):
    row = LETTER | {"handling": "thu_ly", "case_ref": "VV-7"}
    bring(row, row)
    bring(row)
    assert (Matter.objects.count(), Case.objects.count(), Petition.objects.count()) == (1, 1, 3)


def test_unknown_columns_are_refused_by_name(bring, tmp_path):
    path = tmp_path / "la.csv"
    path.write_text("received_on,mau_sac\n2026-07-06,xanh\n", encoding="utf-8")
    assert told(path) == ({}, 2)


def test_what_is_imported_equals_what_the_verbs_made(
    bring, accepted, letter, lan, ha, minh, mai, binh
):
    settled(accepted, ha, minh, lan, mai)
    guided(letter, lan, binh, mai)
    letter(date(2026, 7, 9))
    before = list(Petition.objects.order_by("pk"))
    tallies = totals()
    report, _ = bring(*(line_of(petition) for petition in before))
    after = Petition.objects.exclude(pk__in=[row.pk for row in before]).order_by("pk")
    assert report["created"] == len(before)
    for made, brought in zip(before, after, strict=True):
        assert facts_of(brought) == facts_of(made)
    assert totals() == twice(tallies)
    kept = totals()
    rebuild()
    assert totals() == kept


def settled(accepted, ha, minh, lan, mai):
    case = accepted()
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=15)
    case.report_findings(by=minh, on=date(2026, 7, 29), text="Đã đối chiếu.", proposal="dung")
    case.settle(by=ha, on=date(2026, 8, 3), outcome="dung", conclusion="Khiếu nại đúng.")
    number(case, mai, "qd_giai_quyet", date(2026, 8, 4), "118/QĐ-SLĐTBXH")


def guided(letter, lan, binh, mai):
    petition = letter(date(2026, 7, 8))
    petition.classify(by=lan, on=date(2026, 7, 8), kind="kien_nghi", eligible=True, competent=False)
    petition.guide(by=binh, on=date(2026, 7, 9), addressee="Bảo hiểm xã hội tỉnh", ground="…")
    number(petition, mai, "phieu_huong_dan", date(2026, 7, 9))


def test_a_letter_of_somebody_unknown_is_written_with_a_warning(bring):
    report, code = bring(LETTER | {"name": ""})
    assert (report["created"], code) == (1, 0)
    assert [warning["column"] for warning in report["warnings"]] == ["name"]
    assert not Party.objects.exists()


def test_a_denunciation_brings_its_dates_into_the_register_of_its_own(bring):
    told_of = {"kind": "to_cao", "handling": "thu_ly", "name": "", "category": "hanh_chinh"}
    dates = {"accepted_on": "10/07/2026", "decided_on": "07/08/2026", "outcome": "sai"}
    bring(LETTER | told_of | dates)
    petition = Petition.objects.get()
    entry = petition.denunciation
    assert (petition.sealed, petition.category) == (True, "hanh_chinh")
    assert (entry.accepted_on, entry.concluded_on) == (date(2026, 7, 10), date(2026, 8, 7))
    assert not Case.objects.exists()


def test_a_letter_brought_along_is_found_by_who_sent_it(bring, ha):
    bring(LETTER)
    rows = client_of(ha).get("/don/", {"q": "dinh thi thao"}).context["rows"]
    assert [row.sender for row in rows] == ["Đinh Thị Thảo"]
