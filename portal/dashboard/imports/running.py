"""From the chosen workbook to the written register: checked first, then all lines or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from portal import history
from portal.attachments import EXTENSIONS, File, receive
from portal.importing import Headings, ImportRun, Report, Sheet, Wrong, read_sheet
from portal.people import User
from portal.progress import Progress
from portal.text import day, number

from .books import BY_KIND, Book
from .showing import first_lines, told

Tell = Callable[[str], None]
State = ImportRun.State
AT_ONCE = 300
"""So many lines are checked or written while the sender waits; more go to the worker."""
MOST_ROWS = 20_000
BROKEN_OFF = "Việc bị ngắt giữa chừng, chưa ghi dòng nào vào sổ; chọn lại tệp."
ONLY_XLSX = "Chọn tệp Excel có đuôi xlsx; tệp loại khác thì lưu lại dạng xlsx."


def silent(words: str) -> None:
    """The sender waits for the answer itself."""


def begin(book: Book, upload: UploadedFile, *, by: User, at: datetime) -> ImportRun:
    """Raises ``ValueError`` or ``Wrong`` with the sentence that says what is wrong with the file;
    then nothing of it is kept."""
    if not upload.name.lower().endswith((*EXTENSIONS, ".xls", ".doc")):
        raise ValueError(ONLY_XLSX)
    file = receive(upload, by=by)
    try:
        sheet = sheet_of(file)
        refuse_written(book, file)
        headings, below = Headings.read(book.in_words, sheet)
        refuse_unclear(headings, below)
    except Wrong:
        file.erase()
        raise
    run = ImportRun.objects.create(
        by=by, at=at, told_at=at, kind=book.register.kind, name=file.name, sha256=file.sha256,
        file=file, rows=len(below.rows), headings=headings.unknown,
        meant=sorted(filter(None, headings.meant)),
    )  # fmt: skip
    if headings.unknown:
        ask(run, book, sheet, at=at)
    else:
        soon(run, check, check_later)
    return run


def sheet_of(file: File) -> Sheet:
    if file.mime != EXTENSIONS[".xlsx"]:
        raise Wrong(ONLY_XLSX)
    return read_sheet(Path(default_storage.path(file.path)))


def refuse_written(book: Book, file: File) -> None:
    same = ImportRun.objects.filter(kind=book.register.kind, sha256=file.sha256, state=State.DONE)
    if earlier := same.first():
        when = day(timezone.localtime(earlier.at).date())
        raise Wrong(f"Tệp này đã ghi vào sổ ngày {when}; ghi nữa thì mỗi dòng vào sổ hai lần.")


def refuse_unclear(headings: Headings, sheet: Sheet) -> None:
    if headings.twice:
        raise Wrong(f"Cột có hai lần trong tệp: {', '.join(headings.twice)}.")
    if headings.missing and not headings.unknown:
        names = ", ".join(column.label for column in headings.missing)
        raise Wrong(f"Tệp thiếu cột: {names}.")
    if not sheet.rows:
        raise Wrong("Tệp chỉ có dòng tiêu đề, không có dòng nào để nhập.")
    if len(sheet.rows) > MOST_ROWS:
        raise Wrong(f"Tệp có hơn {number(MOST_ROWS)} dòng; chia thành nhiều tệp.")


def ask(run: ImportRun, book: Book, sheet: Sheet, *, at: datetime) -> None:
    """A file that speaks of denunciations is not kept while somebody thinks about its headings."""
    run.enter(State.ASKING, at=at)
    if book.in_words.speaks_of_sealed(sheet):
        run.let_go()


def soon(run: ImportRun, work: Callable[[ImportRun, Tell], None], later: Any) -> None:
    if run.rows <= AT_ONCE:
        work(run, silent)
    else:
        later.enqueue(run.pk)


@task()
def check_later(pk: int) -> None:
    run = ImportRun.objects.get(pk=pk)
    if run.state == State.CHECKING:
        with Progress(run) as progress:
            check(run, telling(progress))


@task()
def write_later(pk: int) -> None:
    run = ImportRun.objects.get(pk=pk)
    if run.state == State.WRITING:
        with Progress(run) as progress:
            write(run, telling(progress))


def telling(progress: Progress) -> Tell:
    """In words, and that something was heard of it."""

    def tell(words: str) -> None:
        progress.tell(sentence=words[:500], told_at=timezone.now())

    return tell


def check(run: ImportRun, tell: Tell) -> None:
    """A file with faults is not kept: it is mended at its owner's desk and chosen again."""
    try:
        with transaction.atomic():
            report, headings, sheet = passed(run, tell, dry_run=True)
    except Exception as problem:
        broken_off(run, problem)
        return
    shown = first_lines(headings, sheet, report.errors)
    settle(run, State.FAULTY if report.errors else State.CHECKED, report, headings, shown=shown)


def write(run: ImportRun, tell: Tell) -> None:
    """The register, the run and the file change together or not at all."""
    try:
        with transaction.atomic():
            report, headings, _ = passed(run, tell, dry_run=False)
            if report.errors:
                raise Changed(report, headings)
            finish(run, report)
    except Changed as meanwhile:
        settle(run, State.FAULTY, meanwhile.report, meanwhile.headings)
    except Exception as problem:
        broken_off(run, problem)


class Changed(Exception):
    """What was right when it was checked is so no longer."""

    def __init__(self, report: Report, headings: Headings) -> None:
        self.report, self.headings = report, headings


def passed(run: ImportRun, tell: Tell, *, dry_run: bool) -> tuple[Report, Headings, Sheet]:
    tell("Đang mở tệp")
    headings, sheet = Headings.read(BY_KIND[run.kind].in_words, read_sheet(run.path))
    sheet = headings.apply(sheet)
    return headings.register.run(sheet, dry_run=dry_run, progress=tell), headings, sheet


def settle(run: ImportRun, state: str, report: Report, headings: Headings, **more: Any) -> None:
    """What the check found."""
    facts = {
        "created": report.created,
        "rows": report.rows,
        "sentence": "",
        "faults": told(report.errors, headings),
        "fault_count": len(report.errors),
        "warnings": told(report.warnings, headings),
        "warning_count": len(report.warnings),
    }
    if run.enter(state, at=timezone.now(), **facts, **more) and report.errors:
        run.drop_file()


def finish(run: ImportRun, report: Report) -> None:
    now = timezone.now()
    if not run.enter(State.DONE, at=now, created=report.created, sentence="", headings=[]):
        raise Wrong("Lần nhập này đã bỏ.")
    history.record(
        f"nhap-so/{run.pk}",
        "import",
        by=run.by.key,
        on=timezone.localdate(now),
        label=f"Ghi vào sổ từ tệp Excel: {BY_KIND[run.kind].title}",
        facts={"kind": run.kind, "rows": report.rows, "sha256": run.sha256},
    )
    run.let_go()


def broken_off(run: ImportRun, problem: Exception) -> None:
    """One sentence for the reader; what nobody expected goes on to the log. Whoever dropped the
    file meanwhile is told nothing."""
    expected = isinstance(problem, Wrong)
    sentence = str(problem) if expected else BROKEN_OFF
    still = ImportRun.objects.filter(pk=run.pk).exclude(state=State.DROPPED)
    if not still.update(state=State.FAULTY, sentence=sentence[:500], told_at=timezone.now()):
        return
    run.refresh_from_db()
    run.let_go()
    if not expected:
        raise problem
