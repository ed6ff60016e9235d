"""``import_register accounts``: the staff of an office, each with a position; all lines or none.

Nobody can sign in before a one-time link has set a password.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from portal import history
from portal.importing.cells import Unreadable, choice, one_line, read_day
from portal.importing.tables import Column, Fault, Register, Report
from portal.people import Body, Position, Role, Unit, User

Row = dict[str, Any]
BROUGHT_BY, LABEL = "nhập sổ", "Nhập từ danh sách"
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
LEADERS = (Role.DIRECTOR, Role.HEAD)
OF_A_BODY = (Role.INSPECTION_BOARD, Role.STAFF_REPRESENTATIVE, Role.PARTY_COMMITTEE)


def read_username(typed: str) -> str:
    words = typed.strip()
    if words and not USERNAME.fullmatch(words):
        raise Unreadable("Viết thường, không dấu, không cách; chỉ chữ, số, dấu chấm, gạch nối.")
    return words


def read_email(typed: str) -> str:
    words = typed.strip()
    try:
        if words:
            validate_email(words)
    except ValidationError:
        raise Unreadable("Thư điện tử ghi dạng ten@coquan.vn.") from None
    return words


def place_names() -> list[str]:
    open_units = Unit.objects.filter(closed_on=None).values_list("name", flat=True)
    return [*open_units, *Body.objects.filter(closed_on=None).values_list("name", flat=True)]


COLUMNS = (
    Column("username", read_username, True, "Tên đăng nhập", "Viết thường, không dấu, viết liền."),
    Column("full_name", one_line(120), True, "Họ và tên", "Viết đủ, có dấu."),
    Column("unit", one_line(200), True, "Đơn vị",
           "Tên, tên gọi tắt hoặc mã của đơn vị, tổ chức.", offered=place_names),
    Column("title", one_line(200), False, "Chức danh",
           "Như in trên văn bản; để trống thì lấy tên vị trí."),
    Column("role", choice({role: role for role in Role.values}), True, "Vị trí",
           "Chọn trong danh sách: quyền theo vị trí.",
           {role.label: role.value for role in Role}),
    Column("from", read_day, False, "Từ ngày", "Dạng 03/08/2026; để trống là hôm nay."),
    Column("phone", one_line(60), False, "Điện thoại", "Giữ số 0 ở đầu."),
    Column("email", read_email, False, "Thư điện tử", "Để nhận nhắc việc."),
)  # fmt: skip


def write(
    rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Callable[[str], None]
) -> None:
    """Check every line, then write them all in one transaction."""
    today = timezone.localdate()
    known = {(fault.line, fault.column) for fault in report.errors}
    found = [*names_taken(rows), *places_wanting(rows), *headed_twice(rows, today=today)]
    report.errors.extend(fault for fault in found if (fault.line, fault.column) not in known)
    report.errors.sort(key=lambda fault: fault.line)
    if report.errors:
        return
    report.created = len(rows)
    if not dry_run:
        progress("Đang ghi tài khoản")
        bring_along([row for _, row in rows], today=today)


def names_taken(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    times = Counter(row["username"] for _, row in rows)
    taken = set(User.objects.filter(username__in=list(times)).values_list("username", flat=True))
    for line, row in rows:
        if row["username"] in taken:
            yield Fault(line, "username", "Tên đăng nhập này đã có.")
        elif row["username"] and times[row["username"]] > 1:
            yield Fault(line, "username", "Tên đăng nhập này có hai lần trong tệp.")


def places_wanting(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """Puts the unit or body in the place of its name."""
    units, bodies = places(Unit, "code", "name", "short_name"), places(Body, "code", "name")
    for line, row in rows:
        name = row["unit"] or ""
        row["place"] = (bodies if row["role"] in OF_A_BODY else units).get(name)
        if name and row["place"] is None:
            yield Fault(line, "unit", "Không có đơn vị, tổ chức này cho vị trí đã chọn.")


def places(model: Any, *names: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in model.objects.filter(closed_on=None):
        found |= {getattr(row, name): row for name in names if getattr(row, name)}
    return found


def headed_twice(rows: list[tuple[int, Row]], *, today: date) -> Iterator[Fault]:
    """A unit has one head at a time."""
    ahead = Position.objects.filter(role__in=LEADERS, unit__isnull=False)
    headed = {unit for unit, closed in ahead.values_list("unit", "closed_on") if
              closed is None or closed > today}  # fmt: skip
    for line, row in rows:
        if row["role"] in LEADERS and row["place"]:
            if row["place"].pk in headed:
                yield Fault(line, "role", "Đơn vị này đã có người đứng đầu.")
            headed.add(row["place"].pk)


@transaction.atomic
def bring_along(rows: list[Row], *, today: date) -> None:
    for row in rows:
        facts = {name: row[name] or "" for name in ("full_name", "phone", "email")}
        user = User.objects.create_user(row["username"], **facts)
        at = "body" if isinstance(row["place"], Body) else "unit"
        Position.objects.create(
            user=user,
            role=row["role"],
            title=row["title"] or "",
            opened_on=row["from"] or today,
            **{at: row["place"]},
        )
        history.record(
            f"quan-tri/tai-khoan/{user.pk}",
            "edit",
            by=BROUGHT_BY,
            on=today,
            label=LABEL,
            facts={"fields": ["username", *facts, "role", at]},
            values={"username": row["username"], "role": row["role"], **facts},
        )


ACCOUNTS = Register("accounts", COLUMNS, write)
