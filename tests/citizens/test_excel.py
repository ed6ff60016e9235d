"""A register brought along in the browser: its form, its headings, faults at their cells."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from citizens.models import Petition
from portal import history
from portal.attachments import File
from portal.importing import ImportRun
from tests.cast import client_of

LETTERS = "/nhap-so/don/"
LETTER = {
    "Ngày nhận": "06/07/2026",
    "Loại đơn": "Kiến nghị",
    "Nguồn đơn": "Bưu chính",
    "Trích yếu": "Kiến nghị chi trả trợ cấp tại nhà",
    "Họ tên người gửi": "Đinh Thị Thảo",
    "Số căn cước": "001158000123",
}
pytestmark = pytest.mark.usefixtures("db", "office", "units", "fields", "communes", "ha")


def workbook(*rows, above=(), formula=None):
    """Rows as dicts by heading; lines above them; a formula at (line, column)."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        headings = list(dict.fromkeys(name for row in rows for name in row))
        lines = [*above, headings, *([row.get(name, "") for name in headings] for row in rows)]
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
        if formula:
            sheet.write_formula(*formula, "=NA()", None, "#N/A")
    return content.getvalue()


def choose(who, content, *, at=LETTERS, name="so.xlsx"):
    return client_of(who).post(at, {"file": SimpleUploadedFile(name, content)})


def the_run():
    return ImportRun.objects.latest("at")


def page(who, answer=None):
    return client_of(who).get(f"/nhap-so/lan/{the_run().pk}/").content.decode()


def write(who):
    return client_of(who).post(f"/nhap-so/lan/{the_run().pk}/ghi/")


def faults():
    return [(each["cell"], each["column"]) for each in the_run().faults]


def test_a_clerk_chooses_looks_and_writes(mai):
    assert choose(mai, workbook(LETTER)).status_code == 302
    assert "Sẽ ghi 1 đơn" in page(mai)
    assert not Petition.objects.exists()
    write(mai)
    assert Petition.objects.get().title == LETTER["Trích yếu"]
    assert "Đã ghi 1 đơn" in page(mai)


def test_what_was_written_is_kept_as_an_act_and_its_file_is_not(mai):
    choose(mai, workbook(LETTER))
    path = default_storage.path(File.objects.get().path)
    write(mai)
    event = history.events(f"nhap-so/{the_run().pk}").get()
    assert (event.by, event.facts["rows"]) == ("mai", 1)
    assert not File.objects.exists()
    assert (the_run().shown, the_run().file) == ([], None)
    assert Path(path).name


def test_the_form_is_read_as_it_was_made(mai):
    form = b"".join(client_of(mai).get(f"{LETTERS}mau/").streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(form))
    heads, hints = book.get_sheet_by_index(0).to_python()[:2]
    assert heads[1] == "Ngày nhận *"
    assert "dạng 03/08/2026" in hints[1]
    filled = workbook(
        dict(zip(heads, hints, strict=True)),
        {head: LETTER.get(head.rstrip(" *"), "") for head in heads},
    )
    choose(mai, filled)
    assert (the_run().state, the_run().rows) == ("checked", 1)
