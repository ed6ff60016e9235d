"""Tập tài liệu of a case: what belongs to it, in the order of its days (KN Đ34)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from citizens.models import Attachment
from portal.attachments import File, page, page_count
from portal.attachments.pages import drawn_pages
from portal.attachments.sniffing import DOCX, PDF
from portal.documents.binding import Entry
from portal.documents.converting import pdf_of, program
from portal.documents.reading import Unreadable, opened, paragraphs_in

NO_SCAN = "Chưa có bản quét đã ký; in lời văn trên Cổng."
WORD_AS_WORDS = "Tệp Word, in lời văn: máy chủ chưa chuyển được tệp Word sang PDF."
NOT_DRAWN = "Tệp không in được ở đây; xem tệp gốc trên Cổng."
MOST_WIDE = 1_600


def entries_of(case: Any, *, pages: bool) -> list[Entry]:
    """The list of contents; with ``pages`` each entry has its pictures."""
    dated = sorted(papers_and_files(case), key=lambda row: row[0] or date.max)
    return [entry_of(entry, file, pages=pages) for _, entry, file in dated]


def papers_and_files(case: Any) -> Iterator[tuple[date | None, Entry, File | None]]:
    for link in attachments_of(case):
        came = timezone.localdate(link.file.at)
        yield came, Entry(str(link), dated_on=came), link.file
    for item in (case.petition, case):
        for paper in item.papers.filter(voided_on=None).select_related("scan", "word__file"):
            words = Entry(paper.title, paper.number, paper.dated_on, text=paper.text)
            yield paper.dated_on or paper.approved_on, words, paper.scan
    for found in case.findings.all():
        yield found.on, Entry("Báo cáo kết quả xác minh", "", found.on, text=found.text), None
    for held in case.dialogues.exclude(held_on=None):
        yield held.held_on, Entry("Biên bản đối thoại", "", held.held_on, text=held.minutes), None


def attachments_of(case: Any) -> Any:
    rows = Attachment.objects.select_related("file")
    return (rows.filter(case=case) | rows.filter(petition=case.petition)).order_by("pk")


def entry_of(entry: Entry, file: File | None, *, pages: bool) -> Entry:
    if file is None:
        note = NO_SCAN if entry.reference else ""
        return replace(entry, note=note, text=entry.text)
    if file.mime == DOCX:
        return of_word(entry, file, pages=pages)
    drawn = pictures(file) if pages else [b""] * (page_count(file) or 1)
    return replace(entry, pages=drawn, note="" if drawn else NOT_DRAWN, text="")


def of_word(entry: Entry, file: File, *, pages: bool) -> Entry:
    """Its pages where LibreOffice is here, else its words."""
    content = content_of(file)
    if pages and (drawn := drawn_pages(pdf_of(content))):
        return replace(entry, pages=drawn, text="")
    try:
        text = "\n".join(paragraphs_in(opened(content, file.name)))
    except Unreadable as problem:
        return replace(entry, note=str(problem))
    return replace(entry, text=text, note="" if program() else WORD_AS_WORDS)


def pictures(file: File) -> list[bytes]:
    if file.mime == PDF:
        drawn = [page(file, number) for number in range(1, page_count(file) + 1)]
        return [picture for picture in drawn if picture]
    return [smaller(content_of(file))] if file.is_image else []


def smaller(content: bytes) -> bytes:
    """A photograph as large as paper needs it, without what the camera wrote into it."""
    with Image.open(BytesIO(content)) as picture:
        plain = picture.convert("RGB")
        plain.thumbnail((MOST_WIDE, MOST_WIDE))
        file = BytesIO()
        plain.save(file, "JPEG", quality=80)
    return file.getvalue()


def content_of(file: File) -> bytes:
    with default_storage.open(file.path) as stored:
        return stored.read()
