"""``/cai-cach/bien-dong/``: what changes, and what is not updated in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F, QuerySet

from portal.deadlines import standing
from portal.filters import Choice, Listing, Reader, Tab, Within, equal_to, unit_options
from portal.periods import stretch_of
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from reforms import procedure_rules as rules
from reforms.models import ChangedProcedure, ProcedureChange
from reforms.models.change.vocabulary import Sort, Stage

VIEWS = (
    ("dang-lam", "Đang thực hiện"),
    ("cham", "Chưa cập nhật kịp thời"),
    ("xong", "Đã cập nhật xong"),
    ("xong-muon", "Có bước đã làm muộn"),
)


def seen_as(rows: Any, view: str, reader: Reader) -> QuerySet:
    if view == "cham":
        return rows.not_updated(as_of=reader.on)
    if view == "xong-muon":
        return rows.late_somewhere()
    return rows.running() if view == "dang-lam" else rows.filter(stage=Stage.DONE)


class LateAtTheEnd(Within):
    """Not updated in time on the last day of a period, or today while it runs."""

    def narrow(self, rows: Any, value: str, reader: Reader) -> QuerySet:
        return rows.not_updated(as_of=min(stretch_of(value).end, reader.on))


class InTime(Within):
    """Entered in a period, by its last day."""

    def narrow(self, rows: Any, value: str, reader: Reader) -> QuerySet:
        return super().narrow(rows, value, reader).filter(entered_on__lte=F("enter_by"))


class ChangeList(OwnList):
    listing = Listing(
        conditions=(
            words_in("title", "because", "code", "decision"),
            Choice("loai", "Loại", "Mọi loại", lambda: Sort.choices, equal_to("sort")),
            Choice("don-vi", "Đơn vị soạn thảo", "Mọi đơn vị", unit_options, of_unit),
            Within("ky-trong", "Ký trong", "signed_on"),
            Within("nhap-trong", "Nhập cơ sở dữ liệu trong", "entered_on"),
            InTime("dung-han-trong", "Nhập đúng hạn trong", "entered_on"),
            LateAtTheEnd("cham-cuoi-ky", "Chưa cập nhật kịp thời", "sign_by"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang thực hiện", (("xem", "dang-lam"),)),
            Tab("Chưa cập nhật kịp thời", (("xem", "cham"),), tone="late"),
            Tab("Đã cập nhật xong", (("xem", "xong"),)),
            Tab("Có bước đã làm muộn", (("xem", "xong-muon"),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )
    columns = (
        *("pk", "code", "title", "sort", "stage", "because", "effective_on", "unit__name"),
        *("draft_by", "sign_by", "enter_by", "drafted_on", "signed_on", "entered_on"),
        *("posted_on", "process_on"),
    )
    template = "reforms/change/list.html"
    noun = "biến động"
    begins = staticmethod(rules.opens_changes)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có biến động thủ tục nào",
        "words": "Lập biến động khi có văn bản làm thủ tục mới, sửa đổi, thay thế hoặc bãi bỏ.",
        "url": "/cai-cach/bien-dong/moi/",
        "act": "Lập biến động",
    }

    def rows(self) -> QuerySet:
        return ProcedureChange.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = list(found)
        codes = codes_of([row["pk"] for row in rows])
        stages, sorts = dict(Stage.choices), dict(Sort.choices)
        return [
            {name.replace("__", "_"): value for name, value in row.items()}
            | {
                "stage_words": stages[row["stage"]],
                "sort_words": sorts[row["sort"]],
                "codes": codes.get(row["pk"], []),
                "next": self.next_of(row),
            }
            for row in rows
        ]

    def next_of(self, row: Mapping[str, Any]) -> Any:
        """The first step that is not taken, and by when."""
        if row["stage"] not in (Stage.OPEN, Stage.SIGNED):
            return None
        columns = {name: value for name, value in row.items() if "__" not in name}
        change = ProcedureChange(**columns)
        waiting = [each for each in change.owed if getattr(change, each.name) is None]
        waiting.sort(key=lambda each: getattr(change, each.due) or change.sign_by)
        if not waiting:
            return None
        due = getattr(change, waiting[0].due)
        return {"words": waiting[0].words, "standing": standing(due, as_of=self.reader.on)}


def codes_of(keys: list[int]) -> dict[int, list[str]]:
    """The procedures of each change; one statement for the page."""
    rows = ChangedProcedure.objects.filter(change__in=keys)
    found: dict[int, list[str]] = {}
    for change, code, new in rows.values_list("change", "procedure__code", "new_code"):
        found.setdefault(change, []).append(code or new)
    return found
