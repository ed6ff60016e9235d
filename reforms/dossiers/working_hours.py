"""Working hours as the office has set them, from a day on; eight hours are one working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from portal.office import Known, declare, setting

SOURCE = "mặc định của Cổng; giờ làm việc do Ủy ban nhân dân tỉnh quy định"
HOURS = {
    "07:00-11:30 13:30-17:00": "7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ",
    "07:30-11:30 13:00-17:00": "7 giờ 30 – 11 giờ 30, 13 giờ – 17 giờ",
    "07:30-11:30 13:30-17:30": "7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ 30",
    "08:00-12:00 13:00-17:00": "8 giờ – 12 giờ, 13 giờ – 17 giờ",
}
BY_HOUR, BY_DAY = "gio", "ngay"
MODES = {
    BY_HOUR: "theo giờ tiếp nhận, một ngày làm việc là 8 giờ",
    BY_DAY: "theo ngày, ngày tiếp nhận không tính",
}

declare(
    Known(
        "dossier_hours",
        "Giờ tính hạn hồ sơ một cửa",
        "Buổi làm việc dùng để tính giờ hẹn trả kết quả.",
        next(iter(HOURS)),
        lambda on: HOURS,
    ),
    Known(
        "dossier_mode",
        "Cách tính hạn hồ sơ một cửa",
        "Hai cách chỉ khác nhau khi hồ sơ đến trước giờ làm việc.",
        BY_HOUR,
        lambda on: MODES,
    ),
)


@dataclass(frozen=True)
class Session:
    """A stretch of the working day, in minutes after midnight."""

    begins: int
    ends: int

    @property
    def minutes(self) -> int:
        return self.ends - self.begins


def sessions(code: str) -> tuple[Session, ...]:
    """The sessions that a setting names: “07:00-11:30 13:30-17:00”."""
    return tuple(Session(*map(minute_of, each.split("-"))) for each in code.split())


def minute_of(hour: str) -> int:
    at = time.fromisoformat(hour)
    return at.hour * 60 + at.minute


def sessions_on(day: date) -> tuple[Session, ...]:
    return sessions(setting("dossier_hours", as_of=day))


def mode_on(day: date) -> str:
    return str(setting("dossier_mode", as_of=day))
