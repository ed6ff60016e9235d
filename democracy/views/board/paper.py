"""The board's report as a Word paper in the layout of Decree 30/2020."""

from __future__ import annotations

from typing import IO, Any

from portal.documents import Sheet, write_sheet
from portal.office import Office, office
from portal.text import day, lower_first

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TO_FILL = "……"


def write_report(target: IO[bytes], report: Any) -> None:
    write_sheet(target, sheet_of(report))


def sheet_of(report: Any) -> Sheet:
    here = office(report.to_on)
    head = report.term.members.filter(office="truong-ban").select_related("user").first()
    year = (report.sent_on or report.to_on).year
    return Sheet(
        office=Office(name=report.body.name, parent_body=report.unit.name, place=here.place),
        number=f"{TO_FILL}/BC-BTTND",
        dated=f"ngày {TO_FILL} tháng {TO_FILL} năm {year}",
        title="Báo cáo",
        subject=f"Hoạt động của Ban Thanh tra nhân dân {lower_first(report.label)}",
        text="\n".join(paragraphs(report)),
        recipients=f"- {report.sent_to or 'Tổ chức đại diện'};\n- {report.unit.name};\n- Lưu: Ban.",
        signs_as=["TM. Ban Thanh tra nhân dân", "Trưởng Ban"],
        signer=str(head.user) if head else TO_FILL,
    )


def paragraphs(report: Any) -> list[str]:
    """Figures first, each as counted; then the board's own words."""
    days = f"từ ngày {day(report.from_on)} đến ngày {day(report.to_on)}"
    told = [f"- {words}: {figure};" for words, figure in report.told]
    parts = (
        ("II. Kết quả hoạt động", report.results),
        ("III. Hạn chế, nguyên nhân", report.limits),
        ("IV. Nhiệm vụ kỳ sau, đề xuất", report.proposals),
    )
    rows = [f"I. Số liệu {days}", *told]
    for title, words in parts:
        rows += [title, words or TO_FILL]
    return [*rows, f"Trên đây là báo cáo của Ban Thanh tra nhân dân {lower_first(report.label)}./."]
