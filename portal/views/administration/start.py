"""/quan-tri/: what is still to be set up, and everything that can be, by subject."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from portal.factors import Restoration
from portal.views.administration.door import for_the_administrator
from portal.views.administration.remaining import remaining
from portal.views.administration.tables import GROUPS, Table


@dataclass(frozen=True)
class Door:
    """A page of the administration that is no table."""

    title: str
    address: str
    arguments: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return reverse(self.address, args=self.arguments)


DOORS = {
    "Con người, chức vụ": (
        Door("Nhập cán bộ từ Excel", "import", ("tai-khoan",)),
        Door("Khôi phục đăng nhập", "restorations"),
    ),
    "Cơ cấu": (
        Door("Cơ cấu cơ quan theo ngày", "administration-structure"),
        Door("Sắp xếp tổ chức", "administration-reorganisations"),
    ),
    "Cơ quan": (
        Door("Biểu trưng, màu chính", "administration-emblem"),
        Door("Quy định riêng của cơ quan", "administration-settings"),
        Door("Mẫu văn bản", "administration-templates"),
        Door("Sổ và số bắt đầu", "administration-books"),
        Door("Gửi thử thư điện tử", "administration-mail"),
        Door("Ai được báo việc gì", "administration-telling"),
    ),
    "Trang công khai": (Door("Kiểm tra trang công khai", "site-check"),),
    "Vận hành": (
        Door("Sao lưu, diễn tập, ổ đĩa", "administration-server"),
        Door("Giao diện", "look"),
    ),
}


@dataclass(frozen=True)
class Group:
    title: str
    tables: list[tuple[Table, int]]
    doors: tuple[Door, ...]


@for_the_administrator
def administration(request: HttpRequest) -> HttpResponse:
    waiting = Restoration.objects.waiting().select_related("user")
    context = {"groups": groups(), "remaining": remaining(at=timezone.now()), "waiting": waiting}
    return render(request, "portal/administration/index.html", context)


def groups() -> list[Group]:
    tables = dict(GROUPS)
    return [
        Group(
            title,
            [(table, table.rows.count()) for table in tables.get(title, ())],
            DOORS.get(title, ()),
        )
        for title in dict.fromkeys([*tables, *DOORS])
    ]
