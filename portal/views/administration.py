"""/quan-tri/: the tables that the administrator keeps, each as a list and a form of its own.

No contents of cases here, and nobody gives themselves a position.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import history
from portal.forms import administration as forms
from portal.once import answered_once
from portal.people import Position, User, doors
from portal.permissions import is_administrator
from portal.text import day

MOST_ROWS = 1000


@dataclass(frozen=True)
class Table:
    """One table of the administration: what it is called, what a line of it shows."""

    path: str
    title: str
    new: str
    form: type[forms.Row]
    columns: tuple[tuple[str, Callable[[Any], object]], ...]
    joined: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return reverse("administration-table", args=[self.path])

    @property
    def rows(self) -> models.QuerySet:
        rows = self.form._meta.model.objects.select_related(*self.joined)
        return rows.prefetch_related(*self.beside)


def titles(user: User) -> str:
    """Of all open positions, from what was read beside."""
    today = timezone.localdate()
    held = (each for each in user.positions.all() if each.is_open(as_of=today))
    return ", ".join(each.printed_title for each in held)


def until(row: Any) -> str:
    return day(row.closed_on) if row.closed_on else ""


TABLES = (
    Table(
        "tai-khoan", "Tài khoản", "Thêm tài khoản", forms.UserForm,
        (("Họ và tên", str), ("Tên đăng nhập", lambda row: row.username),
         ("Chức vụ", titles),
         ("Đang hoạt động", lambda row: "có" if row.is_active else "không")),
        beside=("positions",),
    ),
    Table(
        "chuc-vu", "Chức vụ", "Giao chức vụ", forms.PositionForm,
        (("Chức danh", lambda row: row.printed_title), ("Người giữ", lambda row: row.user),
         ("Ở", lambda row: row.place), ("Từ ngày", lambda row: day(row.opened_on)),
         ("Thôi giữ từ", until)),
        ("user", "unit", "body"),
    ),
    Table(
        "thay-khi-vang", "Thay khi vắng", "Ghi người thay", forms.StandInForm,
        (("Người vắng", lambda row: row.absent), ("Người thay", lambda row: row.stand_in),
         ("Từ ngày", lambda row: day(row.from_on)), ("Đến hết ngày", lambda row: day(row.to_on)),
         ("Quyết định", lambda row: row.decision_number)),
        ("absent__user", "stand_in__user"),
    ),
    Table(
        "don-vi", "Đơn vị", "Thêm đơn vị", forms.UnitForm,
        (("Tên đơn vị", str), ("Mã", lambda row: row.code),
         ("Loại", lambda row: row.get_kind_display()), ("Kết thúc từ", until)),
    ),
    Table(
        "to-chuc", "Tổ chức, đoàn thể", "Thêm tổ chức", forms.BodyForm,
        (("Tên", str), ("Mã", lambda row: row.code),
         ("Loại", lambda row: row.get_kind_display()), ("Kết thúc từ", until)),
    ),
    Table(
        "linh-vuc", "Lĩnh vực", "Thêm lĩnh vực", forms.FieldForm,
        (("Lĩnh vực", str), ("Mã", lambda row: row.code),
         ("Thuộc", lambda row: row.parent or ""), ("Chuyển đi từ", until),
         ("Cơ quan tiếp nhận", lambda row: row.successor_agency)),
        ("parent",),
    ),
    Table(
        "xa-phuong", "Xã, phường", "Thêm xã, phường", forms.CommuneForm,
        (("Tên", str), ("Mã", lambda row: row.code),
         ("Vùng sâu, vùng xa", lambda row: "có" if row.remote else ""), ("Không còn từ", until)),
    ),
    Table(
        "lich", "Lịch làm việc", "Thêm ngày", forms.HolidayForm,
        (("Ngày", lambda row: day(row.day)), ("Tên", lambda row: row.name),
         ("Loại", lambda row: row.get_kind_display()),
         ("Văn bản", lambda row: row.decision),
         ("Có tính", lambda row: "có" if row.counts else "không")),
    ),
    Table(
        "nam", "Năm đã nhập lịch", "Thêm năm", forms.CalendarYearForm,
        (("Năm", str), ("Đã kiểm tra", lambda row: "có" if row.verified else "chưa"),
         ("Văn bản", lambda row: row.decisions), ("Người xác nhận", lambda row: row.confirmed_by)),
    ),
    Table(
        "co-quan", "Thông tin cơ quan", "Thêm phiên bản", forms.OfficeForm,
        (("Tên cơ quan", str), ("Từ ngày", lambda row: day(row.valid_from)),
         ("Điện thoại", lambda row: row.phone)),
    ),
    Table(
        "tu-dong-nghia", "Từ đồng nghĩa khi tìm", "Thêm từ", forms.SynonymForm,
        (("Từ", lambda row: row.word), ("Cũng tìm", lambda row: row.means)),
    ),
)  # fmt: skip
BY_PATH = {table.path: table for table in TABLES}


def for_the_administrator(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For everybody else these pages do not exist."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_administrator(request.user, on=timezone.localdate()):
            raise Http404
        return view(request, *args, **kwargs)

    return answer


def table_at(path: str) -> Table:
    if path not in BY_PATH:
        raise Http404
    return BY_PATH[path]


@for_the_administrator
def administration(request: HttpRequest) -> HttpResponse:
    tables = [(table, table.rows.count()) for table in TABLES]
    return render(request, "portal/administration/index.html", {"tables": tables})


@for_the_administrator
def table_list(request: HttpRequest, path: str) -> HttpResponse:
    table = table_at(path)
    rows = [
        (row, [value(row) for _, value in table.columns]) for row in table.rows.all()[:MOST_ROWS]
    ]
    return render(request, "portal/administration/table.html", {"table": table, "rows": rows})


@for_the_administrator
@answered_once
def new_row(request: HttpRequest, path: str) -> HttpResponse:
    return edit(request, table_at(path), None)


@for_the_administrator
@answered_once
def row(request: HttpRequest, path: str, pk: int) -> HttpResponse:
    table = table_at(path)
    return edit(request, table, get_object_or_404(table.rows, pk=pk))


def edit(request: HttpRequest, table: Table, row: models.Model | None) -> HttpResponse:
    asked_for = request.GET.dict() if row is None else {}
    form = table.form(request.POST or None, instance=row, initial=asked_for)
    if request.method == "POST" and form.is_valid() and not refused(form, by=request.user):
        kept = form.keep(by=request.user, at=timezone.now())
        note(table, kept, form, by=request.user)
        messages.success(request, f"Đã lưu: {kept}.")
        return redirect(table.url)
    context = {"table": table, "row": row, "form": form, "is_account": isinstance(row, User)}
    status = 422 if form.is_bound else 200
    return render(request, "portal/administration/row.html", context, status=status)


def refused(form: forms.Row, *, by: User) -> bool:
    """Who gives out positions does not give any to themselves."""
    own = isinstance(form.instance, Position) and form.cleaned_data["user"] == by
    if own:
        form.add_error("user", "Đồng chí không tự giao chức vụ cho mình; nhờ quản trị khác ghi.")
    return own


def note(table: Table, kept: models.Model, form: forms.Row, *, by: User) -> None:
    """Which columns changed stands in the open; what they hold can be erased."""
    values = {name: str(form.cleaned_data[name]) for name in form.changed_data}
    history.record(
        f"quan-tri/{table.path}/{kept.pk}",
        "edit",
        by=by.key,
        on=timezone.localdate(),
        label=table.title,
        facts={"fields": form.changed_data},
        values=values,
    )


@for_the_administrator
@require_POST
@answered_once
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """The link is shown once, to be handed over in person."""
    user, at = get_object_or_404(User, pk=pk, is_active=True), timezone.now()
    token = doors.invite(user, at=at)
    history.record(
        f"quan-tri/tai-khoan/{user.pk}",
        "invite",
        by=request.user.key,
        on=timezone.localdate(at),
        label="Cấp liên kết đăng nhập một lần",
    )
    link = request.build_absolute_uri(reverse("first-password", args=[token]))
    context = {"table": BY_PATH["tai-khoan"], "person": user, "link": link}
    return render(request, "portal/administration/invited.html", context)
