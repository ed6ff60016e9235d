"""``/cai-cach/thu-tuc/``: the catalogue as the staff keep it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from portal.filters import (
    Choice,
    Listing,
    Order,
    Reader,
    Tab,
    Within,
    Words,
    equal_to,
    unit_options,
)
from portal.periods import stretch_of
from portal.views.own_list import OwnList
from portal.views.planning.lists import of_unit, whole
from reforms import procedure_rules as rules
from reforms.announcing import IN_PERIOD
from reforms.models import Procedure, ProcedureArea
from reforms.models.procedure.reading import (
    complete,
    incomplete,
    limits_of,
    times_told,
    with_fee,
    without_process,
)
from reforms.models.procedure.vocabulary import Kind, Level, Online

VIEWS = (
    ("dang-ap-dung", "Đang áp dụng"),
    ("chua-toan-trinh", "Đủ điều kiện, chưa toàn trình"),
    ("thieu-noi-dung", "Thiếu nội dung bắt buộc"),
    ("chua-quy-trinh", "Chưa có quy trình nội bộ"),
    ("bai-bo", "Đã bãi bỏ, thay thế"),
)
NOT_KNOWN = "chua-ro"
ONLINE = (*Online.choices, (NOT_KNOWN, "Chưa rõ"))
ELIGIBLE = (("co", "Đủ điều kiện"), ("khong", "Chưa đủ điều kiện"), (NOT_KNOWN, "Chưa đánh giá"))
ONLINE_AT_ALL = (Online.FULL, Online.PARTIAL)
ANSWERS = {"co": True, "khong": False, NOT_KNOWN: None}
BY_CODE = Order("so", "Mã", "code", read=str)


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "bai-bo":
        return rows.filter(closed_on__lte=reader.on)
    rows = rows.in_force(as_of=reader.on)
    if view == "chua-toan-trinh":
        return rows.eligible_not_yet()
    if view == "thieu-noi-dung":
        return incomplete(rows)
    return without_process(rows) if view == "chua-quy-trinh" else rows


def with_words(rows: Any, question: str, reader: Reader) -> QuerySet:
    return rows.matching(question)


def areas() -> list[tuple[str, str]]:
    return list(ProcedureArea.objects.values_list("code", "name"))


def at_online(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(online_level="" if value == NOT_KNOWN else value)


def eligible(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(eligible_full_online=ANSWERS[value])


class AtTheEnd(Within):
    """What a figure counted at the end of a period; ``column`` names the question."""

    def narrow(self, rows: Any, value: str, reader: Reader) -> QuerySet:
        return STANDING[self.column](rows, stretch_of(value).end)


class During(Within):
    """What the board of Decision 766 counts of the changes of a period."""

    def narrow(self, rows: Any, value: str, reader: Reader) -> QuerySet:
        return IN_PERIOD[self.column](rows, stretch_of(value), as_of=reader.on)


def full_among_eligible(rows: Any, day: date) -> QuerySet:
    return rows.held_on(day).eligible_by(day).full_online_by(day)


def online_at_all(rows: Any) -> QuerySet:
    return rows.filter(online_level__in=ONLINE_AT_ALL)


def eligible_not_yet_on(rows: Any, day: date) -> QuerySet:
    eligible_then = rows.held_on(day).eligible_by(day)
    return eligible_then.exclude(pk__in=full_among_eligible(rows, day).values("pk"))


STANDING = {
    "held": lambda rows, day: rows.held_on(day),
    "eligible": lambda rows, day: rows.held_on(day).eligible_by(day),
    "online": lambda rows, day: online_at_all(rows.held_on(day).eligible_by(day)),
    "complete": lambda rows, day: complete(rows.held_on(day)),
    "one_stop": lambda rows, day: rows.held_on(day).filter(at_one_stop=True),
    "with_fee": lambda rows, day: with_fee(rows.held_on(day)),
    "fee_online": lambda rows, day: with_fee(rows.held_on(day)).filter(payment_online=True),
    "full": full_among_eligible,
    "not_yet": eligible_not_yet_on,
    "incomplete": lambda rows, day: incomplete(rows.held_on(day)),
}


class ProcedureList(OwnList):
    listing = Listing(
        conditions=(
            Words("q", "Tìm theo mã, tên", with_words, whole(with_words)),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", areas, equal_to("area__code")),
            Choice("don-vi", "Đơn vị phụ trách", "Mọi đơn vị", unit_options, of_unit),
            Choice("truc-tuyen", "Mức độ trực tuyến", "Mọi mức độ", lambda: ONLINE, at_online),
            Choice("du-dieu-kien", "Đủ điều kiện toàn trình", "Đủ hay chưa", lambda: ELIGIBLE,
                   eligible, when_asked=True),
            Choice("cap", "Cấp", "Mọi cấp", lambda: Level.choices, equal_to("level"),
                   when_asked=True),
            Choice("loai", "Loại", "Mọi loại", lambda: Kind.choices, equal_to("kind"),
                   when_asked=True),
            AtTheEnd("cuoi-ky", "Áp dụng cuối kỳ", "held"),
            AtTheEnd("du-dieu-kien-cuoi-ky", "Đủ điều kiện toàn trình cuối kỳ", "eligible"),
            AtTheEnd("truc-tuyen-cuoi-ky", "Đủ điều kiện, có trực tuyến cuối kỳ", "online"),
            AtTheEnd("du-noi-dung-cuoi-ky", "Đủ nội dung bắt buộc", "complete"),
            AtTheEnd("mot-cua-cuoi-ky", "Thực hiện tại một cửa", "one_stop"),
            AtTheEnd("co-phi-cuoi-ky", "Có phí, lệ phí", "with_fee"),
            AtTheEnd("thanh-toan-cuoi-ky", "Có phí, thanh toán trực tuyến", "fee_online"),
            During("cong-bo-trong", "Công bố trong", "published"),
            During("cong-bo-dung-han-trong", "Công bố đúng hạn trong", "published_in_time"),
            During("phai-cap-nhat-trong", "Phải cập nhật trong", "to_enter"),
            During("cap-nhat-dung-han-trong", "Cập nhật đúng hạn trong", "entered_in_time"),
            During("ra-soat-trong", "Phải rà soát trong", "to_review"),
            During("da-ra-soat-trong", "Phải rà soát và đã xong trong", "reviewed"),
            AtTheEnd("toan-trinh-cuoi-ky", "Đủ điều kiện, toàn trình cuối kỳ", "full"),
            AtTheEnd("chua-toan-trinh-cuoi-ky", "Đủ điều kiện, chưa toàn trình", "not_yet"),
            AtTheEnd("thieu-cuoi-ky", "Thiếu nội dung bắt buộc", "incomplete"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(BY_CODE,),
        tabs=tuple(Tab(words, (("xem", view),)) for view, words in VIEWS),
        usual="so",
        found="so",
    )  # fmt: skip
    columns = (
        *("pk", "code", "name", "stage", "kind", "area__name", "unit__name", "online_level"),
        *("eligible_full_online", "closed_on"),
    )
    template = "reforms/procedure/list.html"
    noun = "thủ tục"
    begins = staticmethod(rules.keeps_procedures)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Danh mục chưa có thủ tục nào",
        "words": "Nạp danh mục kèm theo Cổng, nhập từ Excel hoặc đưa vào từng thủ tục.",
        "url": "/cai-cach/thu-tuc/nap-danh-muc/",
        "act": "Nạp danh mục",
    }

    def opening(self) -> QueryDict:
        return QueryDict("xem=dang-ap-dung")

    def rows(self) -> QuerySet:
        return Procedure.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        limits = limits_of((row["pk"] for row in rows), on=self.reader.on)
        levels = dict(Online.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "time": times_told(limits.get(row["pk"], ())),
                "online": levels.get(row["online_level"], ""),
                "not_yet": row["eligible_full_online"] and row["online_level"] != Online.FULL,
            }
            for row in rows
        ]
