"""What the shared registers hold of the programme of administrative reform."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.activities import (
    DigitalPapers,
    HandlingError,
    LegalDraft,
    Limitation,
    PersonnelActs,
    PlannedVisit,
)
from portal.activities.entries import DONE, Programme
from portal.activities.figures import register_shared
from portal.activities.planned_visits import OF_REFORM
from portal.people import Unit
from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import counts, share_of, sums

REFORM = Programme.REFORM


def kept_in(model: Any, column: str = "from_on", **also: Any) -> Callable[[Period], Any]:
    """Lines of the register with that day in the period, of whatever programme."""

    def among(period: Period) -> Any:
        return model.objects.kept().filter(**{f"{column}__range": period.dates}, **also)

    return among


def opened(model: Any, **asked: str) -> Callable[[Any], tuple[str, dict[str, str]]]:
    def opens(period: Any) -> tuple[str, dict[str, str]]:
        about = {"trong": period.address, "so-sach": "trong-so"}
        return f"/hoat-dong/{model.path}/", about | asked

    return opens


register_shared(REFORM, prefix="reform_", told=" (CCHC)")

# inspections of reform, duty and discipline


def inspected(period: Period) -> Any:
    rows = PlannedVisit.objects.filter(stage=DONE, topic__in=OF_REFORM)
    return rows.filter(from_on__range=period.dates)


def units_inspected(period: Period, unit: str = "") -> int:
    rows = inspected(period)
    rows = rows.filter(visited__code=unit) if unit else rows
    return rows.values("visited").distinct().count()


def units_of(period: Period, unit: str = "") -> int:
    rows = Unit.objects.open(as_of=period.end).exclude(kind=Unit.Kind.HEADQUARTERS)
    return (rows.filter(code=unit) if unit else rows).count()


INSPECTED = register(
    Figure(
        "reform_units_inspected",
        "Đơn vị được kiểm tra CCHC, kỷ luật, kỷ cương",
        "số đơn vị có cuộc kiểm tra đã thực hiện, chuyên đề CCHC hoặc kỷ luật, kỷ cương, bắt đầu"
        " trong kỳ",
        "đơn vị",
        units_inspected,
        lambda period, unit="": (
            f"/hoat-dong/kiem-tra/?xem=da-kiem-tra&cua-cchc=1&trong={period.address}"
            + (f"&noi-den={unit}" if unit else "")
        ),
    )
)
UNITS = register(
    Figure("units_open", "Đơn vị thuộc, trực thuộc", "số đơn vị đang hoạt động cuối kỳ", "đơn vị",
           units_of)
)  # fmt: skip
share_of("reform_inspected_rate", "Tỷ lệ đơn vị được kiểm tra",
         "đơn vị được kiểm tra / đơn vị đang hoạt động", INSPECTED, UNITS)  # fmt: skip

# what was seen there


FOUND = counts(
    "inspection_findings",
    "Hạn chế phát hiện qua kiểm tra",
    "số hạn chế có ngày nêu trong kỳ, phát hiện ở một cuộc kiểm tra",
    unit="hạn chế",
    among=kept_in(Limitation, visit__isnull=False),
    of_unit="unit__code",
    opens=opened(Limitation, **{"qua-kiem-tra": "1"}),
)
CLOSED = counts(
    "inspection_findings_closed",
    "Hạn chế phát hiện qua kiểm tra đã khắc phục",
    "số hạn chế phát hiện ở một cuộc kiểm tra, có ngày nêu trong kỳ, đã ghi khắc phục xong",
    unit="hạn chế",
    among=kept_in(Limitation, visit__isnull=False, stage=DONE),
    of_unit="unit__code",
    opens=opened(Limitation, **{"qua-kiem-tra": "1", "xem": "da-khac-phuc"}),
)
share_of("inspection_findings_rate", "Tỷ lệ hạn chế qua kiểm tra đã khắc phục",
         "đã khắc phục / phát hiện trong kỳ", CLOSED, FOUND)  # fmt: skip

# drafts of law

DUE = counts(
    "legal_drafts_due",
    "Văn bản QPPL đến hạn ban hành",
    "số văn bản được giao tham mưu có hạn trong kỳ",
    unit="văn bản",
    among=kept_in(LegalDraft, "to_on"),
    of_unit="unit__code",
    opens=lambda period: (
        "/hoat-dong/van-ban-qppl/",
        {"han-trong": period.address, "so-sach": "trong-so"},
    ),
)
IN_TIME = counts(
    "legal_drafts_in_time",
    "Văn bản QPPL ban hành đúng hạn",
    "số văn bản có hạn trong kỳ, ban hành không sau hạn",
    unit="văn bản",
    among=lambda period: kept_in(LegalDraft, "to_on")(period).issued_in_time(),
    of_unit="unit__code",
    opens=lambda period: (
        "/hoat-dong/van-ban-qppl/",
        {"han-trong": period.address, "xem": "dung-han"},
    ),
)
share_of("legal_drafts_rate", "Tỷ lệ văn bản QPPL ban hành đúng hạn",
         "ban hành đúng hạn / đến hạn trong kỳ", IN_TIME, DUE)  # fmt: skip
counts(
    "legal_drafts_unlawful",
    "Văn bản QPPL bị kết luận trái pháp luật",
    "số văn bản có ngày kết luận trái pháp luật trong kỳ",
    unit="văn bản",
    among=kept_in(LegalDraft, "unlawful_on"),
    of_unit="unit__code",
    opens=lambda period: ("/hoat-dong/van-ban-qppl/", {"hau-kiem-trong": period.address}),
)

# staff, errors

sums("personnel_acts", "Việc về cán bộ", "tổng số trường hợp của các dòng có ngày trong kỳ",
     unit="trường hợp", among=kept_in(PersonnelActs), column="times",
     opens=opened(PersonnelActs))  # fmt: skip
sums("personnel_wrong", "Việc về cán bộ có sai sót",
     "tổng số trường hợp có sai sót của các dòng có ngày trong kỳ",
     unit="trường hợp", among=kept_in(PersonnelActs), column="wrong",
     opens=opened(PersonnelActs))  # fmt: skip
sums("handling_errors", "Sai sót khi giải quyết", "tổng số lần sai sót phát hiện trong kỳ",
     unit="lần", among=kept_in(HandlingError), column="times",
     opens=opened(HandlingError))  # fmt: skip

# electronic papers: a part is measured only against months in which it was counted


def papers(name: str, label: str, column: str, whole: str = "outgoing") -> None:
    counted = kept_in(DigitalPapers, **{f"{column}__isnull": False})
    told = f"của các tháng trong kỳ có đếm {label[:1].lower()}{label[1:]}"
    part = sums(name, label, f"tổng {told}", unit="", among=counted, column=column,
                opens=opened(DigitalPapers))  # fmt: skip
    among = sums(f"{name}_of", f"{label}: tổng số để tính", f"tổng số {told}", unit="",
                 among=counted, column=whole, opens=opened(DigitalPapers))  # fmt: skip
    share_of(f"{name}_rate", f"Tỷ lệ {label[:1].lower()}{label[1:]}", f"{told}", part, among)


papers("papers_signed", "Văn bản đi ký số", "signed")
papers("papers_sent", "Văn bản đi gửi điện tử", "sent")
papers("work_files_online", "Hồ sơ công việc xử lý trên mạng", "files_online", "files")
