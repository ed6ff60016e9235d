"""The lists of petitions and cases: how they are narrowed, sorted and cut into tabs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from portal.deadlines import last_soon
from portal.fields import communes
from portal.filters import (
    Choice,
    Listing,
    Order,
    Reader,
    Tab,
    Within,
    Words,
    equal_to,
    field_options,
    fields_below,
    unit_of,
    unit_options,
)
from portal.registers import CodeKey, read_code

from .. import rules
from ..models import Case, Cause, Clock, Petition
from ..models.case import accepted_key
from ..models.cause import EXPLAINED_AT
from ..models.national import OWED
from ..models.vocabulary import OPEN_PETITION_STAGES, CaseStage, Kind, PetitionStage
from .finding import Finding, newest_of

PLAIN_KINDS = tuple((value, label) for value, label in Kind.choices if value != Kind.DENUNCIATION)
DUE = (("qua-han", "Quá hạn"), ("sap-han", "Sắp đến hạn"))
SETTLED = (("dung-han", "Đúng hạn"), ("qua-han", "Quá hạn"), ("chua", "Chưa giải quyết"))
CAUSES = (*Cause.Code.choices, ("chua", "Chưa ghi nguyên nhân"))
NATIONAL = (("chua", "Chưa cập nhật"), ("da", "Đã cập nhật"))
DECIDED = {"decided_on__isnull": False}
VIEWS = (
    ("dang-mo", "Đang mở"),
    ("don-vi-toi", "Của đơn vị tôi"),
    ("cua-toi", "Của tôi"),
    ("tat-ca", "Tất cả"),
)

OPEN = Tab("Đang mở", (("xem", "dang-mo"),))
OF_MY_UNIT = Tab("Của đơn vị tôi", (("xem", "don-vi-toi"),))
MINE = Tab("Của tôi", (("xem", "cua-toi"),))
OVERDUE = Tab("Quá hạn", (("han", "qua-han"),), tone="late")
DUE_SOON = Tab("Sắp đến hạn", (("han", "sap-han"),))
ALL = Tab("Tất cả", (("xem", "tat-ca"),))
TABS = (OPEN, OF_MY_UNIT, MINE, OVERDUE, DUE_SOON, ALL)


def of_unit(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(unit=unit_of(code))


def of_field(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    below = fields_below(code)
    return rows.filter(field__in=below) if len(below) > 1 else rows.filter(field=below[0])


def of_place(rows: QuerySet, kind: str, reader: Reader) -> QuerySet:
    """By the kind of the sender's commune."""
    if kind == communes.UNKNOWN:
        return rows.filter(commune=None)
    columns = {code: f"commune__{column}" for code, _, column in communes.KINDS}
    if kind in columns:
        return rows.filter(**{columns[kind]: True})
    return rows.filter(commune__isnull=False, **dict.fromkeys(columns.values(), False))


def cases_of_place(rows: QuerySet, kind: str, reader: Reader) -> QuerySet:
    """A case is where its letter came from."""
    letters = of_place(Petition.objects.all(), kind, reader)
    return rows.filter(petition__in=letters.values("pk"))


def of_kind(rows: QuerySet, kind: str, reader: Reader) -> QuerySet:
    return rows.none() if kind == Kind.DENUNCIATION else rows.filter(kind=kind)


def by_due(rows: QuerySet, wanted: str, reader: Reader) -> QuerySet:
    """Late, or as near as the words say: the last days before the fourth working day."""
    if wanted == "qua-han":
        return rows.filter(due_key__lt=reader.on)
    return rows.filter(due_key__range=(reader.on, last_soon(reader.on)))


def my_units(reader: Reader) -> list[int]:
    return [row.unit_id for row in reader.user.positions_on(reader.on) if row.unit_id]


def seen_as(rows: QuerySet, view: str, reader: Reader, *, unfinished: Q, mine: Q) -> QuerySet:
    if view == "tat-ca":
        return rows
    rows = rows.filter(unfinished)
    if view == "cua-toi":
        return rows.filter(mine)
    units = sorted(set(my_units(reader)))
    if view == "don-vi-toi":
        return rows.filter(unit=units[0]) if len(units) == 1 else rows.filter(unit__in=units)
    return rows


def cases_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    """One's own are also those that one verifies."""
    mine = Q(officer=reader.user) | rules.in_team(reader.user)
    return seen_as(rows, view, reader, unfinished=Q(closed_on=None), mine=mine)


def petitions_seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    waiting = Q(stage__in=OPEN_PETITION_STAGES)
    return seen_as(rows, view, reader, unfinished=waiting, mine=Q(officer=reader.user))


def settled_as(rows: QuerySet, wanted: str, reader: Reader) -> QuerySet:
    """Decided on time, after the last day, or not yet: as the figures count it."""
    if wanted == "chua":
        return rows.filter(decided_on=None)
    late = Clock.objects.settled_late().filter(case=OuterRef("pk"))
    return rows.filter(Exists(late) if wanted == "qua-han" else ~Exists(late), **DECIDED)


def of_cause(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    if code == "chua":
        return rows.filter(cause=None, stage__in=EXPLAINED_AT).exclude(kind=Kind.POLICY_QUESTION)
    return rows.filter(cause__code=code)


def in_national(rows: QuerySet, wanted: str, reader: Reader) -> QuerySet:
    return rows.filter(OWED) if wanted == "chua" else rows.exclude(OWED)


class WithoutEmptyLines(Within):
    """As figures count: a letter that moved to the book of its own leaves an empty line."""

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        return super().narrow(rows, value, reader).exclude(stage=PetitionStage.OWN_BOOK)


def listing(
    stages: Iterable[tuple[str, str]],
    seen: Any,
    finding: Finding,
    unoffered: Any = (),
    figures: tuple[Choice | Within, ...] = (),
    orders: tuple[Order, ...] = (),
) -> Listing:
    offered = tuple(stage for stage in stages if stage not in unoffered)
    return Listing(
        conditions=(
            Words("q", "Tìm", finding.narrow, finding.slices),
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field),
            Choice(
                *("loai", "Loại", "Mọi loại", lambda: PLAIN_KINDS, of_kind),
                unoffered=((Kind.DENUNCIATION.value, Kind.DENUNCIATION.label),),
            ),
            Choice(
                "giai-doan",
                "Giai đoạn",
                "Mọi giai đoạn",
                lambda: offered,
                equal_to("stage"),
                unoffered=unoffered,
            ),
            Choice("han", "Hạn", "Mọi hạn", lambda: DUE, by_due),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen, in_bar=False),
            *figures,
        ),
        orders=(
            Order("han", "Hạn", "due_key"),
            Order("nhan", "Ngày nhận", "received_on"),
            Order("so", "Số", "code", read=read_code, key=CodeKey),
            *orders,
        ),
        tabs=TABS,
        whole=ALL,
    )


def read_accepted(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


PETITIONS = listing(
    PetitionStage.choices,
    petitions_seen_as,
    Finding("petition_hits", newest_of(Petition)),
    unoffered=((PetitionStage.ENVELOPE.value, PetitionStage.ENVELOPE.label),),
    figures=(
        WithoutEmptyLines("nhan-trong", "Nhận trong", "received_on"),
        WithoutEmptyLines("xu-ly-trong", "Xử lý trong", "handled_on"),
        Choice(
            *("dia-ban", "Địa bàn", "Mọi địa bàn", lambda: communes.KIND_WORDS, of_place),
            when_asked=True,
        ),
    ),
)
CASES = listing(
    CaseStage.choices,
    cases_seen_as,
    Finding("case_hits", newest_of(Case)),
    orders=(Order("thu-ly", "Ngày thụ lý", "accepted_on", read_accepted, key=accepted_key),),
    figures=(
        Within("nhan-trong", "Nhận trong", "received_on"),
        Within("giai-quyet-trong", "Giải quyết trong", "decided_on"),
        Choice(
            *("dia-ban", "Địa bàn", "Mọi địa bàn", lambda: communes.KIND_WORDS, cases_of_place),
            when_asked=True,
        ),
        Choice(
            *("ket-qua-han", "Giải quyết", "Mọi vụ việc", lambda: SETTLED, settled_as),
            when_asked=True,
        ),
        Choice(
            *("nguyen-nhan", "Nguyên nhân", "Mọi nguyên nhân", lambda: CAUSES, of_cause),
            when_asked=True,
        ),
        Choice(
            *("csdl", "CSDL quốc gia", "Mọi vụ việc", lambda: NATIONAL, in_national),
            when_asked=True,
        ),
    ),
)


def petitions_of(reader: Reader) -> QuerySet:
    """Plain petitions alone: denunciations stand in the list of their own book."""
    return Petition.objects.visible_to(reader.user, on=reader.on).plain().filter(question=False)


def cases_of(reader: Reader) -> QuerySet:
    return Case.objects.visible_to(reader.user, on=reader.on)


def first_petitions_of(reader: Reader) -> Tab:
    """What the position needs first: the desk of petitions and heads their unit's, officers their
    own, who watches over all of it whatever is open."""
    roles = {row.role for row in reader.user.positions_on(reader.on)}
    if roles & {"head", "deputy_head", "petition_officer"}:
        return OF_MY_UNIT
    return MINE if "officer" in roles else OPEN


def first_cases_of(reader: Reader) -> Tab:
    """The same of cases: whoever sees all of them watches over them."""
    return OPEN if rules.oversees(reader.user, on=reader.on) else first_petitions_of(reader)


def works_here(reader: Reader) -> bool:
    """Whether any petition or case can ever be this reader's business."""
    user, on = reader.user, reader.on
    return rules.oversees(user, on=on) or bool(rules.units_of(user, on=on))
