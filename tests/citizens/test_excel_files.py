"""Files that are no register, files sent twice, dropped, forgotten; long files beside."""

import io
from datetime import timedelta

import pytest
import xlsxwriter

from citizens.models import Petition
from portal.attachments import File
from portal.dashboard.imports import running
from portal.dashboard.imports.running import check_later, write_later
from portal.importing import ImportRun, forget_unwritten
from tests.cast import client_of
from tests.citizens.excel import LETTER, LETTERS, choose, page, the_run, workbook, write

pytestmark = pytest.mark.usefixtures("db", "office", "units", "fields", "communes", "ha")


# files that are no register

REFUSED = {
    "nothing": (b"", "so.xlsx", "rỗng"),
    "words": ("Đây không phải bảng".encode(), "so.xlsx", "bị hỏng hoặc đã đổi đuôi"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "so.xls", "Excel cũ"),
    "cut": (workbook(LETTER)[:900], "so.xlsx", "hỏng"),
    "plain lines": (b"a;b", "so.csv", "đuôi xlsx"),
    "pdf": (b"%PDF-1.4\n%%EOF", "so.pdf", "đuôi xlsx"),
    "headings alone": (workbook(dict.fromkeys(LETTER, "")), "so.xlsx", "chỉ có dòng tiêu đề"),
    "no letters": (workbook({"Ngày nhận": "06/07/2026", "Nguồn đơn": "x"}), "so.xlsx",
                   "Tệp thiếu cột: Loại đơn, Trích yếu."),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_no_register_is_refused_in_a_sentence(mai, what):
    content, name, sentence = REFUSED[what]
    answer = choose(mai, content, name=name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ImportRun.objects.exists()
    assert not File.objects.exists()


def test_five_kilobytes_that_claim_a_whole_world_are_refused(mai):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Ngày nhận")
        sheet.write(1_048_575, 16_383, "x")
    answer = choose(mai, content.getvalue())
    assert (answer.status_code, "phình quá lớn" in answer.content.decode()) == (422, True)


def test_no_file_is_a_question_at_its_field(mai):
    assert "Chưa chọn tệp Excel" in client_of(mai).post(LETTERS, {}).content.decode()


# once


def test_written_twice_is_written_once(mai):
    choose(mai, workbook(LETTER))
    write(mai)
    write(mai)
    assert Petition.objects.count() == 1


def test_the_same_file_is_not_written_again(mai, lan):
    content = workbook(LETTER)
    choose(mai, content)
    write(mai)
    answer = choose(lan, content)
    assert (answer.status_code, "đã ghi vào sổ ngày" in answer.content.decode()) == (422, True)


def test_what_became_wrong_since_it_was_checked_is_not_written(mai):
    numbered = LETTER | {"Số đơn": "D-2026-00500"}
    choose(mai, workbook(numbered))
    first = the_run()
    choose(mai, workbook(numbered | {"Trích yếu": "Đơn khác"}))
    write(mai)
    client_of(mai).post(f"/nhap-so/lan/{first.pk}/ghi/")
    first.refresh_from_db()
    assert (first.state, first.file, Petition.objects.count()) == ("faulty", None, 1)


def test_a_dropped_file_is_gone(mai, django_capture_on_commit_callbacks):
    choose(mai, workbook(LETTER))
    with django_capture_on_commit_callbacks(execute=True):
        client_of(mai).post(f"/nhap-so/lan/{the_run().pk}/bo/")
    assert (the_run().state, the_run().shown, File.objects.count()) == ("dropped", [], 0)
    write(mai)
    assert not Petition.objects.exists()


def test_what_nobody_writes_within_a_day_is_forgotten(mai):
    choose(mai, workbook(LETTER))
    run = the_run()
    assert forget_unwritten(as_of=run.at + timedelta(hours=23)) == 0
    assert forget_unwritten(as_of=run.at + timedelta(hours=25)) == 1
    assert not File.objects.exists()


# long files


def many(count):
    return workbook(*(LETTER | {"Trích yếu": f"Kiến nghị số {n}"} for n in range(count)))


@pytest.mark.slow
def test_ten_thousand_lines_are_checked_and_written_beside(mai):
    choose(mai, many(10_000))
    assert (the_run().state, the_run().rows) == ("checked", 10_000)
    write(mai)
    assert (the_run().created, Petition.objects.count()) == (10_000, 10_000)


def test_a_long_one_waits_for_the_worker_and_tells_where_it_is(mai, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    choose(mai, many(301))
    assert "Đang kiểm tra 301 dòng" in page(mai)
    check_later.call(the_run().pk)
    write(mai)
    assert "Đang ghi vào sổ 301 dòng" in page(mai)
    write_later.call(the_run().pk)
    assert "Đã ghi 301 đơn" in page(mai)


def test_one_dropped_while_it_is_written_writes_nothing(mai, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    choose(mai, many(301))
    run = the_run()
    check_later.call(run.pk)
    write(mai)
    run = the_run()
    client_of(mai).post(f"/nhap-so/lan/{run.pk}/bo/")
    running.write(run, print)
    assert (the_run().state, Petition.objects.count()) == ("dropped", 0)


def test_one_that_was_broken_off_says_so(mai):
    choose(mai, workbook(LETTER))
    ImportRun.objects.update(state="writing", told_at=the_run().at - timedelta(hours=1))
    assert "Bị ngắt giữa chừng" in page(mai)
