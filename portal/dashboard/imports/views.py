"""The pages of /nhap-so/: choose a register, choose a file, look at what was read, write it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from tempfile import TemporaryFile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.importing import HeadingMap, ImportRun, Wrong, write_form
from portal.once import answered_once
from portal.views.spreadsheet import TYPE, spreadsheet

from .books import BY_KIND, BY_PATH, Book, open_to
from .forms import ChooseFile, NameHeadings
from .running import begin, check, check_later, soon, write, write_later

View = Callable[..., HttpResponse]
State = ImportRun.State
LATEST = 20


def imports(request: HttpRequest) -> HttpResponse:
    """Nhập từ Excel: the registers that this reader may bring along, and what was brought."""
    books = open_to(request.user, on=timezone.localdate())
    if not books:
        raise Http404
    runs = ImportRun.objects.filter(by=request.user.pk).exclude(state=State.DROPPED)
    context = {
        "books": books,
        "runs": [(run, BY_KIND[run.kind]) for run in runs[:LATEST] if run.kind in BY_KIND],
    }
    return render(request, "portal/imports/index.html", context)


def of_a_book(view: View) -> View:
    """A register that the reader may not bring lines into does not exist here."""

    @wraps(view)
    def answer(request: HttpRequest, path: str, **kwargs: Any) -> HttpResponse:
        book = BY_PATH.get(path)
        if book is None or not book.rule(request.user, on=timezone.localdate()):
            raise Http404
        return view(request, book, **kwargs)

    return answer


def of_a_run(view: View) -> View:
    """Only for whoever began it, while the register is open to them."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponse:
        run = get_object_or_404(ImportRun, pk=pk, by=request.user)
        book = BY_KIND.get(run.kind)
        if book is None or not book.rule(request.user, on=timezone.localdate()):
            raise Http404
        return view(request, run, book)

    return answer


@of_a_book
@answered_once
def one_import(request: HttpRequest, book: Book) -> HttpResponse:
    """One register: its form, and the file to be read."""
    form = ChooseFile(request.POST, request.FILES) if request.method == "POST" else ChooseFile()
    if form.is_bound and form.is_valid() and (run := begun(request, book, form)):
        return redirect("import-run", pk=run.pk)
    context = {"book": book, "form": form, "remembered": remembered(book)}
    status = 422 if form.is_bound else 200
    return render(request, "portal/imports/book.html", context, status=status)


def begun(request: HttpRequest, book: Book, form: ChooseFile) -> ImportRun | None:
    try:
        return begin(book, form.cleaned_data["file"], by=request.user, at=timezone.now())
    except (ValueError, Wrong) as problem:
        form.add_error("file", str(problem))
        return None


def remembered(book: Book) -> list[tuple[HeadingMap, str]]:
    labels = {column.name: column.label for column in book.register.columns}
    rows = HeadingMap.objects.filter(kind=book.register.kind)
    return [(row, labels.get(row.column, "")) for row in rows]


@of_a_book
def import_form(request: HttpRequest, book: Book) -> FileResponse:
    """Tải mẫu."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_form(file, book.register, title=book.title)
    file.seek(0)
    name = f"mau-{book.path}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=TYPE)


@require_POST
@of_a_book
@answered_once
def forget_heading(request: HttpRequest, book: Book, pk: int) -> HttpResponse:
    """The next file with this heading is asked about again."""
    row = get_object_or_404(HeadingMap, kind=book.register.kind, pk=pk)
    row.delete()
    messages.success(request, f"Đã bỏ cách hiểu cột “{row.heading}”.")
    return redirect(book.url)


@of_a_run
def import_run(request: HttpRequest, run: ImportRun, book: Book) -> HttpResponse:
    """Where it stands: asked about, being read, wrong, ready to be written, written."""
    if run.state == State.ASKING:
        return redirect("import-headings", pk=run.pk)
    context = {
        "run": run,
        "book": book,
        "labels": [cell["label"] for cell in run.shown[0]["cells"]] if run.shown else [],
        "silent": run.is_silent(at=timezone.now()),
    }
    return render(request, "portal/imports/run.html", context)


@of_a_run
@answered_once
def name_headings(request: HttpRequest, run: ImportRun, book: Book) -> HttpResponse:
    if run.state != State.ASKING:
        return redirect("import-run", pk=run.pk)
    form = NameHeadings(
        request.POST or None,
        register=book.register,
        headings=run.headings,
        meant=set(run.meant),
    )
    if request.method == "POST" and form.is_valid():
        HeadingMap.remember(run.kind, form.told(), by=request.user, on=timezone.localdate())
        return after_naming(request, run, book)
    context = {"run": run, "book": book, "form": form, "kept": run.file is not None}
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/imports/headings.html", context, status=status)


def after_naming(request: HttpRequest, run: ImportRun, book: Book) -> HttpResponse:
    now = timezone.now()
    if run.file is None:
        run.drop(at=now)
        messages.success(request, "Đã nhớ tên cột. Chọn lại tệp để kiểm tra.")
        return redirect(book.url)
    run.enter(State.CHECKING, at=now, headings=[])
    soon(run, check, check_later)
    return redirect("import-run", pk=run.pk)


@require_POST
@of_a_run
@answered_once
def write_import(request: HttpRequest, run: ImportRun, book: Book) -> HttpResponse:
    """Ghi vào sổ: once, however often it is sent."""
    ready = ImportRun.objects.filter(pk=run.pk, state=State.CHECKED)
    if ready.update(state=State.WRITING, told_at=timezone.now()):
        run.refresh_from_db()
        soon(run, write, write_later)
    return redirect("import-run", pk=run.pk)


@require_POST
@of_a_run
@answered_once
def drop_import(request: HttpRequest, run: ImportRun, book: Book) -> HttpResponse:
    """Bỏ tệp này: nothing of it is kept."""
    if run.state in (State.DONE, State.DROPPED):
        return redirect("import-run", pk=run.pk)
    run.drop(at=timezone.now())
    messages.success(request, f"Đã bỏ tệp “{run.name}”. Chưa ghi dòng nào vào sổ.")
    return redirect(book.url)


@of_a_run
def import_faults(request: HttpRequest, run: ImportRun, book: Book) -> FileResponse:
    """The list of faults, to be mended beside the file."""
    heads = (("Ô", 8), ("Dòng", 8), ("Cột", 26), ("Cần sửa", 90))
    rows = [(each["cell"], each["line"], each["column"], each["problem"]) for each in run.faults]
    return spreadsheet(heads, rows, name=f"loi-{book.path}-{run.pk}", title="Cần sửa")
