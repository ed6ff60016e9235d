"""Workbooks as a clerk would choose them, and what became of the last one."""

import io

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

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
