"""The registers that administrative reform needs beside those of every programme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from portal.activities import (
    Achievement,
    DigitalPapers,
    HandlingError,
    LegalDraft,
    OrganisationReview,
    PersonnelActs,
    Software,
    achievements,
    handling_errors,
    legal_drafts,
    organisation,
    personnel,
)
from portal.activities.entries import DONE, KEPT
from portal.filters import Reader, Within
from portal.statistics import share
from portal.text import day, number
from portal.views.activities.register import Column, Register, count_of, one_of, words_of

NOT_COUNTED = "chưa có số liệu"


def drafts_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "qua-han":
        return rows.overdue(as_of=reader.on)
    if view == "ban-hanh-cham":
        return rows.issued_late()
    if view == "dung-han":
        return rows.issued_in_time()
    if view == "trai-luat":
        return rows.unlawful()
    return rows.filter(stage=DONE if view == "da-ban-hanh" else KEPT)


def told_of_draft(row: LegalDraft, on: date) -> Any:
    if row.issued_on is None:
        return "" if row.is_struck else row.standing(as_of=on)
    late = ", chậm" if row.is_late else ""
    return f"{row.reference}, ban hành {day(row.issued_on)}{late}"


def errors_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    return rows.untaught()


def software_seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=DONE if view == "da-thoi" else KEPT)


def told_of_users(row: Software, on: date) -> str:
    if row.active is None or row.counted_on is None:
        return NOT_COUNTED
    return f"{rate(row.active, row.accounts)}, đếm {day(row.counted_on)}"


def rate_of(part: str, whole: str) -> Any:
    """The share in words; "chưa có số liệu" where one of the two was not counted."""

    return lambda row, on: rate(getattr(row, part), getattr(row, whole))


def rate(part: int | None, whole: int | None) -> str:
    counted = share(part, whole)
    return NOT_COUNTED if counted is None else f"{number(counted, places=1)}%"


OF_REFORM: tuple[Register, ...] = (
    Register(
        OrganisationReview,
        "organisation-review",
        "Sắp xếp tổ chức",
        "Thành lập, sáp nhập, giải thể; số phòng, đơn vị sự nghiệp còn lại",
        "Ghi lần rà soát, sắp xếp",
        (
            Column("Việc sắp xếp", 28, words_of("change")),
            Column("Số phòng", 10, count_of("departments")),
            Column("Đơn vị sự nghiệp", 12, count_of("service_units")),
            Column("Lãnh đạo cấp phòng", 12, count_of("leaders")),
            Column("Theo văn bản", 30, words_of("basis"), listed=False),
        ),
        date_words="Từ ngày",
        by=(one_of("viec", "Việc", "Mọi việc", organisation.Change, "change"),),
    ),
    Register(
        LegalDraft,
        "legal-draft",
        "Văn bản quy phạm pháp luật",
        "Được giao tham mưu: đăng ký, soạn thảo, ban hành đúng hạn, bị kết luận trái pháp luật",
        "Ghi văn bản được giao",
        (
            Column("Loại văn bản", 30, words_of("kind")),
            Column("Hạn", 14, lambda row, on: row.to_on),
            Column("Kết quả", 34, told_of_draft),
        ),
        date_words="Ngày đăng ký",
        views=(
            ("dang-soan", "Đang soạn thảo"),
            ("qua-han", "Quá hạn ban hành"),
            ("da-ban-hanh", "Đã ban hành"),
            ("dung-han", "Ban hành đúng hạn"),
            ("ban-hanh-cham", "Ban hành chậm"),
            ("trai-luat", "Trái pháp luật"),
        ),
        seen_as=drafts_seen_as,
        by=(
            one_of("loai", "Loại", "Mọi loại", legal_drafts.Kind, "kind"),
            Within("han-trong", "Hạn trong", "to_on"),
            Within("hau-kiem-trong", "Kết luận trái pháp luật trong", "unlawful_on"),
        ),
    ),
    Register(
        PersonnelActs,
        "personnel-acts",
        "Công tác cán bộ",
        "Số trường hợp tuyển dụng, luân chuyển, bổ nhiệm, kỷ luật và số có sai sót",
        "Ghi số trường hợp",
        (
            Column("Việc", 30, words_of("act")),
            Column("Số trường hợp", 12, count_of("times")),
            Column("Có sai sót", 12, count_of("wrong")),
        ),
        by=(one_of("viec", "Việc", "Mọi việc", personnel.Act, "act"),),
    ),
    Register(
        HandlingError,
        "handling-error",
        "Sai sót khi giải quyết",
        "Sai sót theo thủ tục và lớp bồi dưỡng để không lặp lại",
        "Ghi sai sót",
        (
            Column("Loại sai sót", 30, words_of("kind")),
            Column("Thủ tục", 14, words_of("procedure")),
            Column("Số lần", 10, count_of("times")),
            Column(
                "Lớp bồi dưỡng", 20, lambda row, on: row.taught_in.code if row.taught_in else ""
            ),
        ),
        date_words="Ngày phát hiện",
        views=(("chua-boi-duong", "Chưa có lớp bồi dưỡng"),),
        seen_as=errors_seen_as,
        by=(one_of("loai", "Loại", "Mọi loại", handling_errors.Kind, "kind"),),
        beside=("unit", "taught_in"),
        part="portal/activity/_handling_error.html",
    ),
    Register(
        Software,
        "software",
        "Phần mềm đang dùng",
        "Dùng để làm gì, cấp bao nhiêu tài khoản, bao nhiêu tài khoản thật sự dùng",
        "Ghi phần mềm",
        (
            Column("Dùng để", 40, words_of("purpose"), listed=False),
            Column("Tài khoản", 12, count_of("accounts")),
            Column("Dùng trong tháng", 12, count_of("active")),
            Column("Tỷ lệ dùng", 28, told_of_users),
        ),
        date_words="Dùng từ ngày",
        views=(("dang-dung", "Đang dùng"), ("da-thoi", "Đã thôi dùng")),
        seen_as=software_seen_as,
    ),
    Register(
        DigitalPapers,
        "digital-papers",
        "Văn bản điện tử",
        "Từng tháng: văn bản đi, ký số, gửi điện tử, hồ sơ công việc trên môi trường mạng",
        "Ghi số liệu tháng",
        (
            Column("Văn bản đi", 12, count_of("outgoing")),
            Column("Ký số", 16, rate_of("signed", "outgoing")),
            Column("Gửi điện tử", 16, rate_of("sent", "outgoing")),
            Column("Hồ sơ trên mạng", 16, rate_of("files_online", "files")),
        ),
        date_words="Tháng đến ngày",
    ),
    Register(
        Achievement,
        "achievement",
        "Kết quả nổi bật",
        "Theo mảng công việc và khoảng thời gian, để báo cáo không chỉ có con số",
        "Ghi kết quả",
        (
            Column("Mảng công việc", 30, words_of("area")),
            Column("Đến hết ngày", 14, lambda row, on: row.to_on),
            Column("Kết quả cụ thể", 60, words_of("text"), listed=False),
        ),
        date_words="Từ ngày",
        by=(one_of("mang", "Mảng công việc", "Mọi mảng", achievements.Area, "area"),),
    ),
)
