"""Scorecards to take along: the order of a campaign, the points of a card, the paper."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments.sniffing import DOCX
from portal.scoring.words import plain
from portal.views.spreadsheet import spreadsheet
from reforms.rules import sees_all
from reforms.scorecard_paper import write_card
from reforms.views.scorecard.campaigns import rows_of, seen_campaign
from reforms.views.scorecard.cards import seen_card
from reforms.views.scorecard.rows import groups_of

LINES = (
    *(("Số", 8), ("Tiêu chí", 60), ("Cách tính", 50), ("Điểm tối đa", 12), ("Tự chấm", 12)),
    *(("Thẩm định lần 1", 16), ("Thẩm định lần 2", 16), ("Số liệu", 24), ("Tài liệu", 40)),
    *(("Lý do, thuyết minh", 60), ("Giải trình", 60)),
)
ORDER = (
    *(("Thứ tự", 8), ("Đơn vị", 44), ("Tự chấm", 12), ("Thẩm định lần 1", 16), ("Kết quả", 12)),
    *(("Xếp loại", 16), ("So với năm trước", 18), ("Giai đoạn", 24)),
)


@require_safe
def card_file(request: HttpRequest, code: str) -> FileResponse:
    card = seen_card(request, code)
    name = f"phieu-cham-{card.code}"
    return spreadsheet(LINES, lines_of(card), name=name, title=f"Phiếu chấm {card.code}")


def lines_of(card: Any) -> Iterator[tuple[Any, ...]]:
    for each in groups_of(card, card.marks_of()):
        group = each["group"]
        yield (group.code, group.name.upper(), "", plain(group.top), plain(each["own"]), "",
               plain(each["sum"]), "", "", "", "")  # fmt: skip
        for row in each["rows"]:
            points = [plain(mark.points) if mark else "" for mark in row.scores]
            notes = [f"{words}: {mark.note}" for words, mark, _ in row.marks if mark.note]
            yield (row.line.code, row.line.name, row.how, plain(row.line.top), *points,
                   row.marks[-1][2] if row.marks else "", "; ".join(map(str, row.evidence)),
                   "\n".join(notes), row.explained)  # fmt: skip
    totals = (card.set.regular, card.self_total, card.review_total, card.total)
    yield ("", "Kết quả", "", *map(plain, totals), card.level_words, "", "", "")


@require_safe
def card_paper(request: HttpRequest, code: str) -> FileResponse:
    card = seen_card(request, code)
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_card(file, card, on=timezone.localdate())
    file.seek(0)
    name = f"bang-cham-diem-{card.code}.docx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=DOCX)


@require_safe
def order_file(request: HttpRequest, code: str) -> FileResponse:
    """The order of a campaign: of one under way for who follows it, of one published for all."""
    on = timezone.localdate()
    one = seen_campaign(request, code)
    if not (one.published_on or sees_all(request.user, on=on)):
        raise Http404
    rows = (
        (row.place.place if row.place else "", str(row.card.unit), plain(row.card.self_total),
         plain(row.card.review_total), plain(row.card.total), row.card.level_words, row.change,
         row.card.get_stage_display())
        for row in rows_of(one, request.user, on=on)
    )  # fmt: skip
    return spreadsheet(ORDER, rows, name=f"ket-qua-{one.code}", title=f"Kết quả {one.code}")
