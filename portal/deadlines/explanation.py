"""How a deadline explains itself: the lines of "Cách tính thời hạn"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portal.deadlines.law import MEMORY, READ, REMOTE_WORDS, SECONDARY, UNIT_WORDS, WORKING
from portal.text import day as written
from portal.text import upper_first, weekday
from portal.working_days import days_after, days_between

if TYPE_CHECKING:
    from portal.deadlines.reckoning import Deadline

SOURCE_WORDS = {
    READ: "điều luật đã đọc, chưa có người xác nhận",
    SECONDARY: "lấy từ nguồn thứ cấp, chưa có người xác nhận",
    MEMORY: "ghi theo trí nhớ, chưa có người xác nhận",
}


@dataclass(frozen=True)
class Row:
    """One line: a label ("+ 30 ngày"), what it is, the small print, and the day it leads to."""

    label: str
    words: str
    small: str = ""
    date: date | None = None

    @property
    def sentence(self) -> str:
        dated = f", {written(self.date)}" if self.date else ""
        small = f" ({self.small})" if self.small else ""
        return f"{self.label}: {self.words}{dated}{small}."


def rows_of(deadline: Deadline) -> list[Row]:
    rows = [start_row(deadline), length_row(deadline)]
    rows += extension_rows(deadline)
    rows += pause_rows(deadline)
    rows += [due_row(deadline)]
    rows += effect_rows(deadline)
    rows += other_rows(deadline)
    rows += calendar_rows(deadline)
    return [*rows, ground_row(deadline)]


def start_row(deadline: Deadline) -> Row:
    label = "Mốc tính" if deadline.term.backward else "Bắt đầu"
    small = "Ngày đầu không tính, Điều 147 Bộ luật Dân sự"
    return Row(label, upper_first(deadline.term.starts), small, deadline.start)


def length_row(deadline: Deadline) -> Row:
    """The length itself, before extensions and pauses."""
    version, term = deadline.version, deadline.term
    length = deadline.length - sum(deadline.granted)
    sign = "−" if term.backward else "+"
    words = f"{upper_first(term.label)}{variant(deadline)}, {deadline.article}"
    small = "; ".join(filter(None, [version.note, counted(deadline)]))
    return Row(
        f"{sign} {length} {UNIT_WORDS[version.unit]}", words, small, after_length(deadline, length)
    )


def after_length(deadline: Deadline, length: int) -> date | None:
    if deadline.unit is WORKING:
        return deadline.due
    if deadline.extensions or deadline.pauses:
        return days_after(deadline.start, length)
    return deadline.nominal


def variant(deadline: Deadline) -> str:
    complex_words = [deadline.term.when_complex] * deadline.complex
    named = ", ".join(complex_words + [REMOTE_WORDS] * deadline.remote)
    return f" ({named})" if named else ""


def counted(deadline: Deadline) -> str:
    """The days a working-day count jumped over, and the Saturdays it took in."""
    if deadline.unit is not WORKING or not deadline.skipped:
        return ""
    return listed(deadline)


def listed(deadline: Deadline, off_words: str = "Không tính") -> str:
    off = [f"{written(day)} {why}" for day, why in deadline.skipped if why != "làm bù"]
    worked = [f"{weekday(day)} {written(day)}" for day, why in deadline.skipped if why == "làm bù"]
    return "; ".join(
        [f"{off_words} " + ", ".join(off)] * bool(off)
        + ["Có tính " + ", ".join(worked) + " làm bù"] * bool(worked)
    )


def extension_rows(deadline: Deadline) -> list[Row]:
    first = deadline.length - sum(deadline.granted)
    return [
        Row(
            f"+ {days} ngày",
            f"Gia hạn lần {turn}",
            "Tính tiếp từ ngày cuối chưa lùi",
            days_after(deadline.start, first + sum(deadline.granted[:turn])),
        )
        for turn, days in enumerate(deadline.granted, start=1)
    ]


def pause_rows(deadline: Deadline) -> list[Row]:
    rows: list[Row] = []
    last = days_after(deadline.start, deadline.length) if deadline.pauses else None
    for begin, end in deadline.pauses:
        if end is None or last is None:
            words = f"Tạm đình chỉ từ ngày {written(begin)}, chưa tiếp tục"
            return [*rows, Row("Tạm dừng", words, deadline.version.pauses_article)]
        last = days_after(last, days_between(begin, end))
        words = f"Tạm đình chỉ từ ngày {written(begin)} đến ngày {written(end)}"
        label = f"+ {days_between(begin, end)} ngày"
        rows.append(Row(label, words, deadline.version.pauses_article, last))
    return rows


def due_row(deadline: Deadline) -> Row:
    if deadline.entered and deadline.due:
        words = f"{upper_first(weekday(deadline.due))}, theo hạn đã ghi trong sổ nhập vào"
        return Row("Hạn", words, "", deadline.due)
    if deadline.due is None:
        return Row("Hạn", "Đang tạm đình chỉ, chưa tính hạn")
    named = upper_first(weekday(deadline.due))
    if deadline.unit is WORKING:
        small = "Chậm nhất trong ngày này" if deadline.term.backward else "Đến hết ngày"
        return Row("Hạn", named, small, deadline.due)
    if deadline.nominal == deadline.due:
        worked = "ngày làm bù" if deadline.skipped else "ngày làm việc"
        return Row("Hạn", f"{named}, là {worked}, không phải lùi", "", deadline.due)
    return rolled_row(deadline, named)


def rolled_row(deadline: Deadline, named: str) -> Row:
    assert deadline.nominal is not None
    was = f"{weekday(deadline.nominal)}, {written(deadline.nominal)}"
    if deadline.term.backward:
        words = f"{named}, vì {was} là ngày nghỉ nên phải làm trước đó"
        return Row("Hạn", words, listed(deadline, "Trúng nghỉ"), deadline.due)
    words = f"{named}, ngày làm việc tiếp theo vì {was} là ngày nghỉ"
    law = "khoản 5 Điều 148 Bộ luật Dân sự"
    small = "; ".join(filter(None, [law, listed(deadline, "trúng nghỉ")]))
    return Row("Hạn", words, small, deadline.due)


def effect_rows(deadline: Deadline) -> list[Row]:
    if not deadline.term.takes_effect or deadline.due is None:
        return []
    return [Row("Có hiệu lực", "Từ ngày tiếp theo", "", days_after(deadline.due, 1))]


def other_rows(deadline: Deadline) -> list[Row]:
    other = deadline.other
    if other is None:
        return []
    words = f"{other.article} ghi {other.version.length_words()}; áp dụng theo luật"
    return [Row("Cách tính khác", words, other.version.note, other.due)]


def calendar_rows(deadline: Deadline) -> list[Row]:
    return [
        Row("Lịch", f"Lịch nghỉ năm {year} chưa được kiểm tra")
        if entered
        else Row(
            "Lịch",
            f"Lịch nghỉ năm {year} chưa nhập",
            "chỉ trừ thứ Bảy, Chủ nhật và các ngày lễ cố định",
        )
        for year, entered in deadline.unsure_years
    ]


def ground_row(deadline: Deadline) -> Row:
    if deadline.confirmation:
        return Row("Căn cứ", f"{deadline.article}, {deadline.confirmation}")
    return Row("Căn cứ", "Căn cứ chưa kiểm tra", SOURCE_WORDS[deadline.version.source])
