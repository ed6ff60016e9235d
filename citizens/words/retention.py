"""On a record's own page: that it was destroyed, is held, is on a list, is due, until when kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.text import day, lower_first

from .. import rules
from ..models import DisposalLine, Petition
from ..models.disposal import Disposal
from ..models.legal_hold import holds_over
from ..models.retention import kept_as, last_year, root_of


@dataclass(frozen=True)
class Retention:
    """One sentence, its tone, and the page of the batch for whoever may open it."""

    words: str
    tone: str = ""
    url: str = ""
    act: str = ""


def retention_of(record: Any, user: Any, *, on: date) -> Retention | None:
    """Nothing while the record is open: a term runs from the year in which it ended.

    ``record``: a letter, a visit, a session, a request; of a case its letter.
    """
    if record.destroyed_on:
        return destroyed(record, user, on=on)
    if hold := holds_over(record).first():
        of_another = f" (giữ cùng {hold.code})" if hold.code != record.code else ""
        return Retention(
            f"Đang giữ lại theo pháp luật từ ngày {day(hold.on)}{of_another}: {hold.reason}."
            " Không tiêu hủy khi chưa thôi giữ.",
            tone="seal",
        )
    kept = kept_as(record) if is_over(record) else None
    return term_of(record, *kept, user=user, on=on) if kept else None


def is_over(record: Any) -> bool:
    """Spares most pages the question: what nobody has handled yet is over by no rule."""
    return record.handled_on is not None if isinstance(record, Petition) else True


def destroyed(record: Any, user: Any, *, on: date) -> Retention:
    line = lines_of(record).exclude(destroyed_on=None).first()
    by_batch = f" theo đợt {line.disposal.code}" if line else ""
    words = (
        f"Đã tiêu hủy ngày {day(record.destroyed_on)}{by_batch} vì hết thời hạn lưu. Còn lại số,"
        " ngày, loại, đơn vị, kết quả và các bước đã làm; họ tên, nội dung, tệp không còn."
    )
    told = opened(line, user, on=on, path="bien-ban/", act="Biên bản tiêu hủy")
    return Retention(words, "seal", **told)


def term_of(record: Any, kind: Any, ended_on: date, *, user: Any, on: date) -> Retention:
    line = lines_of(record).filter(disposal__stage__in=OPEN, left_out="").first()
    if line:
        stage = lower_first(line.disposal.get_stage_display())
        words = f"Có trong danh mục tiêu hủy {line.disposal.code}, {stage}."
        return Retention(words, "soon", **opened(line, user, on=on, path="", act="Xem danh mục"))
    last = last_year(kind, ended_on)
    as_kind = f"{lower_first(kind.label)}, {kind.years} năm sau năm kết thúc"
    if on.year > last:
        return Retention(
            f"Hết thời hạn lưu từ ngày 01/01/{last + 1} ({as_kind}), chờ lập danh mục tiêu hủy.",
            "soon",
        )
    return Retention(f"Lưu đến hết năm {last} ({as_kind}).")


OPEN = (Disposal.Stage.PROPOSED, Disposal.Stage.REVIEWED)


def lines_of(record: Any) -> Any:
    rows = DisposalLine.objects.filter(**{root_of(record): record.pk})
    return rows.select_related("disposal").order_by("-pk")


def opened(line: Any, user: Any, *, on: date, path: str, act: str) -> dict[str, str]:
    if line is None or not rules.sees_disposals(user, on=on):
        return {}
    return {"url": f"{line.disposal.get_absolute_url()}{path}", "act": act}
