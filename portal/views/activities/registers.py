"""What each register shows: its words, its columns, by what it can be narrowed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from portal.activities import (
    Dialogue,
    Limitation,
    OpinionNote,
    Outreach,
    PartyFigures,
    PlannedVisit,
    Promise,
    Training,
    opinions,
    outreach,
    planned_visits,
    training,
)
from portal.activities.entries import DONE, KEPT
from portal.activities.limitations import Cause
from portal.filters import Choice, Reader, equal_to, unit_options
from portal.text import day, number
from portal.views.activities.reform_registers import OF_REFORM
from portal.views.activities.register import Column, Register, count_of, one_of, words_of


def visits_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "trung":
        return rows.clashing()
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    return rows.filter(stage=DONE if view == "da-kiem-tra" else KEPT)


def limitations_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "chua-giao":
        return rows.without_remedy()
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    return rows.filter(stage=DONE if view == "da-khac-phuc" else KEPT)


def dialogues_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    waiting = Promise.objects.open()
    if view == "qua-han":
        waiting = waiting.overdue(as_of=reader.on)
    return rows.with_promises(waiting)


def standing_of_remedy(row: Limitation, on: date) -> Any:
    if row.stage == DONE:
        return f"Khắc phục xong {day(row.resolved_on)}" if row.resolved_on else ""
    if row.is_struck:
        return ""
    if not row.remedy_words:
        return "Chưa giao khắc phục"
    return row.remedy.standing(as_of=on) if row.remedy else row.standing(as_of=on)


def told_of_visit(row: PlannedVisit, on: date) -> Any:
    if row.held_on:
        return f"Đã kiểm tra {day(row.held_on)}"
    return "" if row.is_struck else row.standing(as_of=on)


def told_of_promises(row: Dialogue, on: date) -> Any:
    """How many were kept; the nearest that waits."""
    promises = list(row.promises.all())
    waiting = [each for each in promises if each.kept_on is None]
    if waiting:
        return waiting[0].standing(as_of=on)
    return f"Đã thực hiện {len(promises)} cam kết" if promises else ""


def of_reform(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(topic__in=planned_visits.OF_REFORM)


def seen_at_a_visit(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.exclude(visit=None)


YES = (("1", "Chỉ những dòng này"),)
WAITING = Promise.objects.order_by("due_on", "pk")

SHARED: tuple[Register, ...] = (
    Register(
        Outreach,
        "outreach",
        "Tuyên truyền",
        "Hình thức, đối tượng, số lượt người",
        "Ghi hoạt động tuyên truyền",
        (
            Column("Chuyên đề", 30, words_of("topic")),
            Column("Hình thức", 28, words_of("way")),
            Column("Số cuộc, tin bài", 12, count_of("times")),
            Column("Lượt người", 12, count_of("people")),
        ),
        by=(
            one_of("chuyen-de", "Chuyên đề", "Mọi chuyên đề", outreach.Topic, "topic"),
            one_of("hinh-thuc", "Hình thức", "Mọi hình thức", outreach.Way, "way"),
            one_of("doi-tuong", "Đối tượng", "Mọi đối tượng", outreach.Audience, "audience"),
        ),
    ),
    Register(
        Training,
        "training",
        "Đào tạo, bồi dưỡng",
        "Lớp, chuyên đề, số người theo kế hoạch và đã học",
        "Ghi lớp đào tạo, bồi dưỡng",
        (
            Column("Chuyên đề", 30, words_of("topic")),
            Column("Theo kế hoạch", 12, count_of("planned")),
            Column("Đã học", 12, count_of("people")),
        ),
        date_words="Từ ngày",
        by=(one_of("chuyen-de", "Chuyên đề", "Mọi chuyên đề", training.Topic, "topic"),),
    ),
    Register(
        PlannedVisit,
        "planned-visit",
        "Chương trình kiểm tra",
        "Đơn vị, nội dung, đoàn, thời gian; hai đoàn đến một đơn vị cùng lúc được báo trước",
        "Thêm cuộc kiểm tra",
        (
            Column("Đơn vị được kiểm tra", 28, lambda row, on: str(row.visited)),
            Column("Đoàn kiểm tra", 34, words_of("team"), listed=False),
            Column("Đến hết ngày", 14, lambda row, on: row.to_on),
            Column("Thực hiện", 26, told_of_visit),
        ),
        date_words="Từ ngày",
        views=(
            ("cho", "Chờ kiểm tra"),
            ("trung", "Trùng đơn vị, thời gian"),
            ("qua-han", "Quá thời gian"),
            ("da-kiem-tra", "Đã kiểm tra"),
        ),
        seen_as=visits_seen_as,
        by=(
            one_of("chuyen-de", "Chuyên đề", "Mọi chuyên đề", planned_visits.Topic, "topic"),
            one_of("loai", "Loại", "Mọi loại", planned_visits.Way, "way"),
            Choice(
                "noi-den",
                "Đơn vị được kiểm tra",
                "Mọi đơn vị",
                unit_options,
                equal_to("visited__code"),
                when_asked=True,
            ),
            Choice(
                "cua-cchc",
                "CCHC, kỷ cương",
                "Mọi chuyên đề",
                lambda: YES,
                of_reform,
                when_asked=True,
            ),
        ),
        beside=("unit", "visited", "combined_with"),
        part="portal/activity/_planned_visit.html",
    ),
    Register(
        Limitation,
        "limitation",
        "Hạn chế cần khắc phục",
        "Hạn chế, nguyên nhân, việc khắc phục và hạn",
        "Ghi hạn chế",
        (
            Column("Nguyên nhân", 26, words_of("cause")),
            Column("Việc khắc phục", 44, lambda row, on: row.remedy_words),
            Column("Kết quả", 28, standing_of_remedy),
        ),
        date_words="Ngày nêu",
        views=(
            ("chua", "Chưa khắc phục"),
            ("chua-giao", "Chưa giao khắc phục"),
            ("qua-han", "Quá hạn khắc phục"),
            ("da-khac-phuc", "Đã khắc phục"),
        ),
        seen_as=limitations_seen_as,
        by=(
            one_of("nguyen-nhan", "Nguyên nhân", "Mọi nguyên nhân", Cause, "cause"),
            Choice(
                "qua-kiem-tra",
                "Qua kiểm tra",
                "Mọi nguồn",
                lambda: YES,
                seen_at_a_visit,
                when_asked=True,
            ),
        ),
        beside=("unit", "remedy__task", "ordered"),
        part="portal/activity/_limitation.html",
    ),
    Register(
        Dialogue,
        "dialogue",
        "Đối thoại với công dân",
        "Câu hỏi, trả lời và cam kết có hạn thực hiện",
        "Ghi cuộc đối thoại",
        (
            Column("Người chủ trì", 26, words_of("chaired_by")),
            Column("Số người dự", 12, count_of("people")),
            Column("Câu hỏi", 10, lambda row, on: number(len(row.questions.all()))),
            Column("Cam kết", 28, told_of_promises),
        ),
        views=(("cho", "Còn cam kết chờ thực hiện"), ("qua-han", "Cam kết quá hạn")),
        seen_as=dialogues_seen_as,
        fetched=("questions", Prefetch("promises", WAITING)),
        part="portal/activity/_dialogue.html",
    ),
    Register(
        OpinionNote,
        "opinion-note",
        "Nắm tình hình",
        "Ý kiến, tâm tư, nguyện vọng theo nhóm đối tượng phục vụ, không ghi tên ai",
        "Ghi ý kiến nắm được",
        (
            Column("Nhóm đối tượng", 30, words_of("group")),
            Column("Nắm qua", 26, words_of("channel")),
            Column("Thái độ chung", 18, words_of("mood")),
        ),
        by=(
            one_of("nhom", "Nhóm đối tượng", "Mọi nhóm", opinions.Group, "group"),
            one_of("thai-do", "Thái độ chung", "Mọi thái độ", opinions.Mood, "mood"),
        ),
    ),
    Register(
        PartyFigures,
        "party-figures",
        "Số liệu Đảng bộ",
        "Chi bộ, đảng viên, cấp ủy theo từng ngày chốt",
        "Ghi số liệu",
        (
            Column("Chi bộ", 10, count_of("cells")),
            Column("Đảng viên", 12, count_of("members")),
            Column("Dự bị", 10, count_of("probationary")),
            Column("Ban Chấp hành", 12, count_of("committee")),
            Column("Ban Thường vụ", 12, count_of("standing_committee")),
        ),
        date_words="Tính đến ngày",
    ),
)

REGISTERS = (*SHARED, *OF_REFORM)
