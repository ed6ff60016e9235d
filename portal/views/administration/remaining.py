"""Việc thiết lập còn lại: what the office has not told the portal yet, each with its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from portal.backups import BACKUP_LASTS, DRILL_LASTS, BackupRun, age
from portal.fields import Commune, Field, FieldCharge
from portal.notifications.mail import sends_mail
from portal.office import Office, Setting
from portal.people import Position, Role, Unit, User
from portal.working_days import CalendarYear

NEXT_YEAR_IN = 11
"""The days off of the next year are announced in late autumn."""
TOLD_TO_CITIZENS = (
    *("address", "phone", "email", "hours", "licence", "responsible_person"),
    *("province", "place"),
)
SEATS = {
    Role.DIRECTOR: "Giám đốc",
    Role.CLERK: "văn thư",
    Role.COORDINATOR: "đầu mối tổng hợp",
    Role.PETITION_OFFICER: "công chức xử lý đơn",
    Role.RECEPTION_OFFICER: "người tiếp công dân",
}


@dataclass(frozen=True)
class Remaining:
    """One thing to do; ``presses``: the portal counts or tells wrongly until it is done."""

    what: str
    why: str
    url: str
    presses: bool = False


def remaining(*, at: datetime) -> list[Remaining]:
    on = timezone.localdate(at)
    found = [each for ask in QUESTIONS for each in ask(on)]
    found += list(upkeep(at))
    return sorted(found, key=lambda each: not each.presses)


def table(path: str) -> str:
    return reverse("administration-table", args=[path])


def office_facts(on: date) -> Iterator[Remaining]:
    known = Office.objects.valid(as_of=on).first()
    if known is None:
        why = "Chân trang, giấy tờ và thư còn ghi tên chung."
        yield Remaining("Ghi thông tin cơ quan", why, table("co-quan"), presses=True)
    elif lacking := [name_of(name) for name in TOLD_TO_CITIZENS if not getattr(known, name)]:
        why = f"Công dân chưa đọc được: {', '.join(lacking)}."
        yield Remaining("Bổ sung thông tin cơ quan", why, table("co-quan"))


def name_of(column: str) -> str:
    return str(Office._meta.get_field(column).verbose_name)


def structure(on: date) -> Iterator[Remaining]:
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS)
    if not units.exists():
        why = "Chưa có phòng, đơn vị nào để giao việc."
        yield Remaining("Lập các đơn vị", why, table("don-vi"), presses=True)
    held = set(Position.objects.open(as_of=on).values_list("role", flat=True))
    if lacking := [words for role, words in SEATS.items() if role not in held]:
        why = f"Chưa ai giữ: {', '.join(lacking)}."
        yield Remaining("Giao chức vụ", why, table("chuc-vu"), presses="Giám đốc" in lacking)
    idle = User.objects.filter(is_active=True).exclude(
        positions__in=Position.objects.open(as_of=on)
    )
    if number := idle.count():
        why = f"{number} tài khoản đang mở nhưng không giữ chức vụ nào nên chưa làm được việc gì."
        yield Remaining("Xem lại tài khoản", why, table("tai-khoan"))


def second_administrator(on: date) -> Iterator[Remaining]:
    held = Position.objects.holding(Role.ADMINISTRATOR, as_of=on).values("user").distinct()
    if held.count() < 2:
        why = "Một mình thì không khôi phục được đăng nhập của chính mình."
        yield Remaining("Giao thêm một quản trị hệ thống", why, table("chuc-vu"))


def decisions(on: date) -> Iterator[Remaining]:
    chosen = dict(Setting.objects.filter(valid_from__lte=on).values_list("name", "value"))
    url = reverse("administration-settings")
    if not chosen.get("petition_unit"):
        why = "Đơn mới vào sổ chưa biết giao cho đơn vị nào."
        yield Remaining("Chọn đơn vị xử lý đơn", why, url, presses=True)
    if "custody" not in chosen:
        why = "Đang theo mặc định (bì giấy); cơ quan chưa ghi số quyết định."
        yield Remaining("Ghi quyết định về giữ danh tính người tố cáo", why, url)


def fields(on: date) -> Iterator[Remaining]:
    charged = FieldCharge.objects.open(as_of=on).values("field")
    number = Field.objects.open(as_of=on).top().exclude(pk__in=charged).count()
    if number:
        why = f"{number} lĩnh vực chưa có đơn vị phụ trách; đơn phải chọn đơn vị bằng tay."
        yield Remaining("Giao lĩnh vực cho đơn vị", why, table("linh-vuc-phu-trach"))
    if not Commune.objects.open(as_of=on).exists():
        why = "Biểu theo địa bàn và thời hạn vùng sâu, vùng xa cần danh sách này."
        yield Remaining("Nhập danh sách xã, phường", why, table("xa-phuong"))


def calendar(on: date) -> Iterator[Remaining]:
    wanted = [on.year, on.year + 1] if on.month >= NEXT_YEAR_IN else [on.year]
    done = set(CalendarYear.objects.filter(verified=True).values_list("year", flat=True))
    for year in wanted:
        if year not in done:
            why = "Thời hạn đang tính với ngày nghỉ cố định; chưa ai đối chiếu với thông báo."
            what = f"Kiểm tra lịch làm việc năm {year}"
            yield Remaining(what, why, table("nam"), presses=year == on.year)


def upkeep(at: datetime) -> Iterator[Remaining]:
    url = reverse("administration-server")
    saved = age(BackupRun.Kind.BACKUP, at=at)
    if saved is None or saved > BACKUP_LASTS:
        why = "Chưa có bản sao lưu nào." if saved is None else "Bản gần nhất đã quá 36 giờ."
        yield Remaining("Sao lưu", why, url, presses=True)
    drilled = age(BackupRun.Kind.DRILL, at=at)
    if drilled is None or drilled > DRILL_LASTS:
        why = "Chưa ai biết bản sao lưu có phục hồi được không."
        yield Remaining("Diễn tập phục hồi", why, url)
    if not sends_mail():
        why = "Không bắt buộc: nhắc việc vẫn có trong Cổng và bản in."
        yield Remaining("Đặt máy chủ thư", why, reverse("administration-mail"))


QUESTIONS: tuple[Callable[[date], Iterator[Remaining]], ...] = (
    *(office_facts, structure, second_administrator, decisions, fields, calendar),
)
