"""The tables that the administrator keeps: what each is called, what a line of it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from portal.forms.administration import calendar, grounds, lines, papers, tables, teams
from portal.forms.administration.rows import Row
from portal.people import User
from portal.text import day


@dataclass(frozen=True)
class Table:
    """One table of the administration: what it is called, what a line of it shows."""

    path: str
    title: str
    new: str
    form: type[Row]
    columns: tuple[tuple[str, Callable[[Any], object]], ...]
    joined: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return reverse("administration-table", args=[self.path])

    @property
    def rows(self) -> models.QuerySet:
        rows = self.form._meta.model.objects.select_related(*self.joined)
        rows = rows.prefetch_related(*self.beside)
        return rows.order_by(*self.order) if self.order else rows


def titles(user: User) -> str:
    """Of all open positions, from what was read beside."""
    today = timezone.localdate()
    held = (each for each in user.positions.all() if each.is_open(as_of=today))
    return ", ".join(each.printed_title for each in held)


def until(row: Any) -> str:
    return day(row.closed_on) if row.closed_on else ""


def step_of(row: Any) -> str:
    return lines.steps_up_the_line().get(row.step, row.step or lines.EVERY_STEP)


TABLES = (
    Table(
        "tai-khoan", "Tài khoản", "Thêm tài khoản", tables.UserForm,
        (("Họ và tên", str), ("Tên đăng nhập", lambda row: row.username),
         ("Chức vụ", titles),
         ("Đang hoạt động", lambda row: "có" if row.is_active else "không")),
        beside=("positions",),
    ),
    Table(
        "chuc-vu", "Chức vụ", "Giao chức vụ", tables.PositionForm,
        (("Chức danh", lambda row: row.printed_title), ("Người giữ", lambda row: row.user),
         ("Ở", lambda row: row.place), ("Từ ngày", lambda row: day(row.opened_on)),
         ("Thôi giữ từ", until)),
        ("user", "unit", "body"),
    ),
    Table(
        "thay-khi-vang", "Thay khi vắng", "Ghi người thay", tables.StandInForm,
        (("Người vắng", lambda row: row.absent), ("Người thay", lambda row: row.stand_in),
         ("Từ ngày", lambda row: day(row.from_on)), ("Đến hết ngày", lambda row: day(row.to_on)),
         ("Quyết định", lambda row: row.decision_number)),
        ("absent__user", "stand_in__user"),
    ),
    Table(
        "doan-thanh-tra", "Đoàn thanh tra, kiểm tra", "Cho xem có thời hạn", teams.TeamAccessForm,
        (("Tài khoản", lambda row: row.user), ("Đoàn", lambda row: row.team),
         ("Được xem", lambda row: row.scope), ("Từ ngày", lambda row: day(row.from_on)),
         ("Đến hết ngày", lambda row: day(row.to_on)),
         ("Quyết định", lambda row: row.decision)),
        ("user", "unit"), order=("-to_on",),
    ),
    Table(
        "don-vi", "Đơn vị", "Thêm đơn vị", tables.UnitForm,
        (("Tên đơn vị", str), ("Mã", lambda row: row.code),
         ("Loại", lambda row: row.get_kind_display()), ("Kết thúc từ", until)),
    ),
    Table(
        "to-chuc", "Tổ chức, đoàn thể", "Thêm tổ chức", tables.BodyForm,
        (("Tên", str), ("Mã", lambda row: row.code),
         ("Loại", lambda row: row.get_kind_display()), ("Kết thúc từ", until)),
    ),
    Table(
        "duong-trinh", "Đường trình", "Thêm đường trình", lines.LineForm,
        (("Đơn vị", lambda row: row.unit), ("Bước", step_of),
         ("Người đọc lần lượt", lambda row: row.sentence),
         ("Từ ngày", lambda row: day(row.opened_on) if row.opened_on else ""),
         ("Thôi dùng từ", until)),
        ("unit",),
    ),
    Table(
        "linh-vuc", "Lĩnh vực", "Thêm lĩnh vực", tables.FieldForm,
        (("Lĩnh vực", str), ("Mã", lambda row: row.code),
         ("Thuộc", lambda row: row.parent or ""), ("Chuyển đi từ", until),
         ("Cơ quan tiếp nhận", lambda row: row.successor_agency)),
        ("parent",),
    ),
    Table(
        "linh-vuc-phu-trach", "Đơn vị phụ trách lĩnh vực", "Giao lĩnh vực", tables.FieldChargeForm,
        (("Lĩnh vực", lambda row: row.field), ("Đơn vị", lambda row: row.unit),
         ("Từ ngày", lambda row: day(row.opened_on) if row.opened_on else ""),
         ("Thôi phụ trách từ", until)),
        ("field", "unit"),
    ),
    Table(
        "cot-bao-cao", "Cột của biểu tổng hợp", "Thêm phiên bản", tables.FieldColumnForm,
        (("Lĩnh vực", lambda row: row.field), ("Loại", lambda row: row.get_kind_display()),
         ("Cột", lambda row: row.get_column_display()),
         ("Từ ngày", lambda row: day(row.valid_from) if row.valid_from else ""),
         ("Đến hết ngày", lambda row: day(row.valid_to) if row.valid_to else "")),
        ("field",), order=("field__order", "field__code", "kind", "valid_from"),
    ),
    Table(
        "xa-phuong", "Xã, phường", "Thêm xã, phường", tables.CommuneForm,
        (("Tên", str), ("Mã", lambda row: row.code),
         ("Vùng sâu, vùng xa", lambda row: "có" if row.remote else ""), ("Không còn từ", until)),
    ),
    Table(
        "noi-nhan", "Cơ quan nhận đơn chuyển đến", "Thêm cơ quan", tables.AgencyForm,
        (("Tên cơ quan", str), ("Địa chỉ", lambda row: row.address),
         ("Điện thoại", lambda row: row.phone), ("Không còn từ", until)),
    ),
    Table(
        "can-cu-tu-choi", "Căn cứ từ chối", "Thêm căn cứ", grounds.RefusalGroundForm,
        (("Căn cứ", str), ("Dùng khi", lambda row: row.get_purpose_display()),
         ("Điều luật", lambda row: row.law), ("Từ ngày", lambda row: day(row.valid_from)),
         ("Đến hết ngày", lambda row: day(row.valid_to) if row.valid_to else "")),
    ),
    Table(
        "lich", "Lịch làm việc", "Thêm ngày", calendar.HolidayForm,
        (("Ngày", lambda row: day(row.day)), ("Tên", lambda row: row.name),
         ("Loại", lambda row: row.get_kind_display()),
         ("Văn bản", lambda row: row.decision),
         ("Có tính", lambda row: "có" if row.counts else "không")),
        order=("-day",),
    ),
    Table(
        "nam", "Năm đã nhập lịch", "Thêm năm", calendar.CalendarYearForm,
        (("Năm", str), ("Đã kiểm tra", lambda row: "có" if row.verified else "chưa"),
         ("Văn bản", lambda row: row.decisions), ("Người xác nhận", lambda row: row.confirmed_by)),
    ),
    Table(
        "co-quan-ban-hanh", "Cơ quan ban hành văn bản", "Thêm cơ quan ban hành", tables.IssuerForm,
        (("Tên", str), ("Mã", lambda row: row.code),
         ("Loại", lambda row: row.get_kind_display()), ("Kết thúc từ", until),
         ("Cơ quan kế thừa", lambda row: row.successor or "")),
        ("successor",),
    ),
    Table(
        "co-quan", "Thông tin cơ quan", "Thêm phiên bản", tables.OfficeForm,
        (("Tên cơ quan", str), ("Từ ngày", lambda row: day(row.valid_from)),
         ("Điện thoại", lambda row: row.phone)),
    ),
    Table(
        "the-thuc", "Thể thức văn bản", "Thêm phiên bản", papers.PaperStyleForm,
        (("Từ ngày", lambda row: day(row.valid_from)),
         ("Người đứng đầu", lambda row: row.head_title),
         ("Nơi nhận thường dùng", lambda row: row.copies), ("Nơi lưu", lambda row: row.filed),
         ("Cỡ chữ", lambda row: row.body_size)),
    ),
    Table(
        "tu-dong-nghia", "Từ đồng nghĩa khi tìm", "Thêm từ", tables.SynonymForm,
        (("Từ", lambda row: row.word), ("Cũng tìm", lambda row: row.means)),
    ),
    Table(
        "chuyen-muc", "Chuyên mục tin tức", "Thêm chuyên mục", tables.CategoryForm,
        (("Chuyên mục", str), ("Mã", lambda row: row.code), ("Thôi dùng từ", until)),
    ),
    Table(
        "trang-gioi-thieu", "Trang giới thiệu", "Thêm trang", tables.SitePageForm,
        (("Trang", str), ("Mã", lambda row: row.code), ("Thôi dùng từ", until)),
    ),
    Table(
        "lien-ket", "Liên kết trên trang công khai", "Thêm liên kết", tables.SiteLinkForm,
        (("Liên kết", str), ("Địa chỉ", lambda row: row.url),
         ("Kiểu", lambda row: row.get_kind_display()), ("Thôi dùng từ", until)),
    ),
)  # fmt: skip
BY_PATH = {table.path: table for table in TABLES}
SHELVES = (
    ("Con người, chức vụ", ("tai-khoan", "chuc-vu", "thay-khi-vang", "doan-thanh-tra")),
    ("Cơ cấu", ("don-vi", "to-chuc", "duong-trinh")),
    (
        "Lĩnh vực, địa bàn",
        ("linh-vuc", "linh-vuc-phu-trach", "cot-bao-cao", "xa-phuong", "noi-nhan"),
    ),
    ("Lịch", ("lich", "nam")),
    ("Pháp luật", ("can-cu-tu-choi",)),
    ("Cơ quan", ("co-quan", "the-thuc", "co-quan-ban-hanh", "tu-dong-nghia")),
    ("Trang công khai", ("chuyen-muc", "trang-gioi-thieu", "lien-ket")),
)
GROUPS = tuple((title, tuple(BY_PATH[path] for path in paths)) for title, paths in SHELVES)


def table_at(path: str) -> Table:
    if path not in BY_PATH:
        raise Http404
    return BY_PATH[path]
