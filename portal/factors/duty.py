"""Who needs a second step, from which day, and how long one lasts for what is signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

from portal.factors.passkeys import Passkey
from portal.factors.printed import PrintedCode
from portal.factors.totp import App
from portal.office import Known, declare, setting
from portal.people import User
from portal.permissions import holds, reads_for_a_while

SEES_PERSONAL_DATA = (
    *("director", "deputy_director", "head", "deputy_head", "officer", "petition_officer"),
    *("reception_officer", "clerk", "coordinator", "administrator"),
)
"""Whoever reads petitions and cases, and whoever keeps the accounts of those."""
sees_personal_data = (
    holds(*SEES_PERSONAL_DATA, why_not="Chức vụ này không xem dữ liệu cá nhân.") | reads_for_a_while
)
OBLIGATORY, VOLUNTARY = "bat_buoc", "tu_chon"
AGES: Mapping[str, str] = {"15": "15 phút", "60": "1 giờ", "240": "4 giờ"}
SHORTEST_AGE = timedelta(minutes=15)

declare(
    Known(
        "second_factor",
        "Xác thực hai bước",
        "Người xem được dữ liệu cá nhân đăng nhập bằng mật khẩu và một bước nữa: ứng dụng tạo mã,"
        " khóa truy cập hoặc mã in sẵn. Ai chưa có thì được dẫn tới trang thiết lập ngay sau mật"
        " khẩu.",
        OBLIGATORY,
        lambda on: {OBLIGATORY: "bắt buộc", VOLUNTARY: "tự chọn"},
    ),
    Known(
        "factor_age",
        "Xác nhận lại khi ký, phê duyệt",
        "Khi ký hoặc phê duyệt, Cổng hỏi lại bước thứ hai nếu lần xác nhận trước đã quá thời gian"
        " này. Nội dung đang nhập được giữ nguyên.",
        "60",
        lambda on: AGES,
    ),
)


def must_have(user: User, *, on: date) -> bool:
    """In the demo nobody must: its people come in without a password."""
    if settings.DEMO or not sees_personal_data(user, on=on):
        return False
    return setting("second_factor", as_of=on) == OBLIGATORY


def has_one(user: User) -> bool:
    """Whether a second step can be asked of this person; one question to the database."""
    mine = {"user": OuterRef("pk")}
    ways = Exists(App.objects.filter(**mine)) | Exists(Passkey.objects.filter(**mine))
    unused = Exists(PrintedCode.objects.left().filter(**mine))
    return User.objects.filter(ways | unused, pk=user.pk).exists()


def is_old(checked: float, *, at: datetime) -> bool:
    """Whether the last check, as a session keeps it, no longer serves for a signature."""
    age = timedelta(seconds=at.timestamp() - checked)
    if age < SHORTEST_AGE:
        return False
    return age >= timedelta(minutes=int(setting("factor_age", as_of=at.date())))
