"""The lines that a reader of the log may know of.

Nothing of a denunciation is among them, for anybody: its own page has its history, and whoever is
denounced must not learn from a log that there is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.timezone import make_aware

from citizens.models import Case, Petition, Visit
from citizens.models.vocabulary import PetitionStage
from portal.history import Event
from portal.people import User
from portal.permissions import holds
from portal.sights import Sight
from portal.working_days import days_after

reads_the_log = holds(
    *("director", "administrator"),
    why_not="Nhật ký do Giám đốc xem; quản trị hệ thống xem phần quản trị.",
)
knows_cases = holds("director", why_not="")
OF_THE_HOUSE = ("quan-tri/", "thanh-tra/", "don/xuat", "vu-viec/xuat", "tiep-dan/xuat", "nhat-ky/")
NOBODY_HERE = {"portal": "Cổng", "cong-dan": "Công dân"}
WITHOUT_A_LABEL = {"erase_values": "Xóa thông tin cá nhân của một việc", "import": "Nhập từ sổ cũ"}
RECORDS: dict[str, tuple[Any, str]] = {
    "don/": (Petition, "sealed"),
    "vu-viec/": (Case, "petition__sealed"),
    "tiep-dan/": (Visit, "sealed"),
}
"""Of each kind its table, and the column that says whether it is one of the book apart."""


@dataclass(frozen=True)
class Question:
    """What the address asks for; empty parts ask for nothing."""

    code: str = ""
    person: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Line:
    at: datetime
    who: str
    what: str
    subject: str
    url: str
    prepared_by: str = ""


def known_to(user: User, *, on: date) -> Q:
    """Streams that this reader may be told of."""
    known = Q()
    for prefix in OF_THE_HOUSE:
        known |= Q(stream__startswith=prefix)
    if knows_cases(user, on=on):
        for prefix in RECORDS:
            known |= Q(stream__in=plain_streams(prefix, user, on=on))
    return known


def plain_streams(prefix: str, user: User, *, on: date) -> QuerySet:
    """A line that was emptied into the book apart is not looked behind."""
    model, apart = RECORDS[prefix]
    rows = model.objects.visible_to(user, on=on).filter(**{apart: False})
    rows = rows.exclude(stage=PetitionStage.OWN_BOOK)
    return rows.order_by().values_list(Concat(Value(prefix), "code"), flat=True)


def acts(question: Question, *, user: User, on: date) -> QuerySet[Event]:
    return narrowed(Event.objects.all(), question, user=user, on=on)


def sights(question: Question, *, user: User, on: date) -> QuerySet[Sight]:
    return narrowed(Sight.objects.all(), question, user=user, on=on)


def narrowed(rows: QuerySet, question: Question, *, user: User, on: date) -> QuerySet:
    rows = rows.filter(known_to(user, on=on))
    if question.code:
        rows = rows.filter(stream__in=[f"{prefix}{question.code}" for prefix in RECORDS])
    if question.person:
        rows = rows.filter(by=question.person)
    if question.first:
        rows = rows.filter(at__gte=midnight(question.first))
    if question.last:
        rows = rows.filter(at__lt=midnight(days_after(question.last, 1)))
    return rows.order_by("-id")


def midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def lines(rows: Iterable[Event | Sight]) -> list[Line]:
    """With the names that people have today; who has gone keeps theirs."""
    found = list(rows)
    keys = {row.by for row in found} | {getattr(row, "prepared_by", "") for row in found}
    known = User.objects.filter(username__in=keys).values_list("username", "full_name")
    names = NOBODY_HERE | dict(known)
    return [line(row, names) for row in found]


def line(row: Event | Sight, names: dict[str, str]) -> Line:
    prefix, _, code = row.stream.partition("/")
    is_record = f"{prefix}/" in RECORDS and not code.startswith("xuat")
    prepared = getattr(row, "prepared_by", "")
    return Line(
        at=row.at,
        who=names.get(row.by, row.by),
        what=words_of(row, code),
        subject=code if is_record else "",
        url=f"/{row.stream}/" if is_record else "",
        prepared_by=names.get(prepared, prepared),
    )


def words_of(row: Event | Sight, code: str) -> str:
    if isinstance(row, Event):
        return row.label or WITHOUT_A_LABEL.get(row.step, "Cập nhật")
    return "Tải danh sách về máy" if code.startswith(("xuat", "tep")) else "Xem"
