"""Last year's card of the office, made known; this year's of the units; what the board is told."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from portal.people import Unit, User
from portal.periods import Month
from portal.scoring import Criterion, Entry, Part, points_of
from portal.working_days import calendar, days_after
from reforms.board import lines_told, version_in_force
from reforms.forms.scorecard.lines import tasks_of
from reforms.models import (
    BoardFigure,
    CardMark,
    Scorecard,
    ScorecardVersion,
    ScoringCampaign,
)
from reforms.models.scorecard.mark import Side

from .office import Staff
from .plans import sent_to

TEMPLATE, LESS = "cchc-mau", "1.3"
UNITS = ("ttvl", "tcd")
"""Scored first: the centre, and the division whose people the demo signs in."""
SHARES = ("0.96", "0.9", "0.84", "0.98")
"""How much of it the units did, one after the other."""
MONTHS, TWENTY = 13, Decimal(20)


def fill(staff: Staff, *, today: date) -> None:
    ScorecardVersion.deliver()
    template = ScorecardVersion.objects.in_force(as_of=today).get(code=TEMPLATE)
    published(template, staff, year=today.year - 1)
    under_way(template, staff, today=today)
    tell_the_board(staff, today=today)


def published(template: ScorecardVersion, staff: Staff, *, year: int) -> None:
    """The office: scored, looked at twice, one line explained."""
    oanh, tuyen, ha = staff["oanh"], staff["tuyen"], staff["ha"]
    due = [date(year, 12, 10), date(year, 12, 20), date(year, 12, 28), date(year + 1, 1, 8)]
    card = opened(template, staff, [staff.units["so"]], on=date(year, 12, 1), due=due, year=year)[0]
    score(card, Side.SELF, Decimal("0.93"), by=oanh, on=due[0])
    card.send_self_score(by=ha, on=due[0], prepared_by=oanh)
    score(card, Side.REVIEW, Decimal("0.93"), by=tuyen, on=due[1], less=LESS)
    card.finish_appraisal(by=tuyen, on=due[1])
    words = "Hai nhiệm vụ chuyển sang năm sau theo văn bản cho lùi hạn của UBND tỉnh"
    card.explain(by=oanh, on=due[2], line=LESS, words=words)
    card.send_explanation(by=ha, on=due[2], prepared_by=oanh)
    card.finish_scoring(by=tuyen, on=due[3])
    on = calendar().on_or_after(date(year + 1, 1, 15))
    card.campaign.publish(by=ha, on=on, prepared_by=oanh)


def under_way(template: ScorecardVersion, staff: Staff, *, today: date) -> None:
    """One unit has sent, one is at it with papers, one has its first lines, the office begins."""
    first = max(date(today.year, 12, 10), days_after(today, 8))
    due = [days_after(first, 10 * n) for n in range(4)]
    on = days_after(today, -20)
    units = [unit for unit in staff.units.values() if sent_to(unit, on) and has_head(staff, unit)]
    units.sort(key=lambda unit: (unit.code not in UNITS, unit.kind != "subordinate", unit.name))
    cards = opened(template, staff, units[: len(SHARES)], on=on, due=due, year=today.year)
    for card, share, part in zip(cards, SHARES, (1, 1, 2, 4), strict=False):
        by = staff.head_of(card.unit)
        score(card, Side.SELF, Decimal(share), by=by, on=days_after(today, -7), one_in=part)
        show(card, by=by, on=days_after(today, -6))
    cards[0].send_self_score(by=staff.head_of(cards[0].unit), on=days_after(today, -3))
    office = opened(template, staff, [staff.units["so"]], on=on, due=due, year=today.year)[0]
    score(office, Side.SELF, Decimal("0.95"), by=staff["oanh"], on=days_after(today, -7), one_in=3)


def opened(
    template: ScorecardVersion, staff: Staff, units: list[Unit], *, on: date, due: list[date],
    year: int,
) -> list[Scorecard]:  # fmt: skip
    names = ("self_due", "review_due", "explain_due", "final_due")
    one = ScoringCampaign.open_campaign(
        by=staff["oanh"], on=on, criteria=template, year=year,
        of_the_office=units[0].kind == Unit.Kind.HEADQUARTERS, scored=units,
        **dict(zip(names, due, strict=True)),
    )  # fmt: skip
    return list(one.cards.select_related("campaign__criteria", "unit"))


def has_head(staff: Staff, unit: Unit) -> bool:
    return any(row.unit_id == unit.pk for row in staff.holding("head"))


def score(
    card: Scorecard, side: str, share: Decimal, *, by: User, on: date, less: str = "",
    one_in: int = 1,
) -> None:  # fmt: skip
    """All lines at once: forty verbs a card would take seconds."""
    lines = [
        line
        for line in card.set.lines.values()
        if line.part == Part.REGULAR and not (side == Side.SELF and line.by_superior)
    ]
    marks = [
        mark_of(card, line, entry_for(line, Decimal("0.85") if line.code == less else share))
        for line in lines[: len(lines) // one_in]
    ]
    for mark in marks:
        mark.side, mark.by, mark.on, mark.sheet_version = side, by, on, card.version
        mark.note = "Hai nhiệm vụ chưa có sản phẩm" if mark.line == less else ""
        if side == Side.SELF:
            mark.note = "Theo sổ theo dõi của đơn vị" if mark.points else ""
    CardMark.objects.bulk_create(marks)
    card.count_again()
    Scorecard.objects.filter(pk=card.pk).update(
        self_total=card.self_total, review_total=card.review_total, total=card.total,
        level=card.level, level_words=card.level_words,
    )  # fmt: skip


def mark_of(card: Scorecard, line: Criterion, entry: Entry) -> CardMark:
    points = points_of(card.set, line, entry)
    return CardMark(
        card=card, line=line.code, value=entry.value, whole=entry.whole,
        counts=list(entry.counts), points=points, counted=points,
    )  # fmt: skip


def entry_for(line: Criterion, share: Decimal) -> Entry:
    if line.method.name == "yes_no":
        return Entry(Decimal(share > Decimal("0.85")))
    if line.method.name in ("ratio", "bands"):
        whole = Decimal(12 + 9 * (sum(map(ord, line.code)) % 7))
        return Entry((whole * share).to_integral_value(rounding=ROUND_HALF_UP), whole)
    if line.method.name == "survey":
        good = (TWENTY * share).to_integral_value(rounding=ROUND_HALF_UP)
        return Entry(counts=(good, TWENTY - good, Decimal(0), Decimal(0)))
    return Entry(Decimal(0) if line.method.name == "penalty" else Decimal(1))


def show(card: Scorecard, *, by: User, on: date) -> None:
    """Tasks that are done prove the first lines that have points."""
    scored = card.marks.filter(points__gt=0).order_by("pk")
    for mark, share in zip(scored, tasks_of(card)[:3], strict=False):
        card.evidence.create(line=mark.line, share=share, by=by, on=on)


def tell_the_board(staff: Staff, *, today: date) -> None:
    """What other systems count, for each month that is over; the newest is not told yet."""
    version = version_in_force(as_of=today)
    month: Any = Month.containing(today).previous()
    lines = lines_told(version.value, month) if version else []
    rows = []
    for place in range(MONTHS):
        for at, line in enumerate(lines):
            whole = 60 + 7 * ((place + at) % 5)
            rows.append(
                BoardFigure(
                    month=month.start, line=line.code, value=whole * (80 + 3 * (at % 6)) // 100,
                    whole=whole, source="Cổng Dịch vụ công quốc gia", on=today, by=staff["oanh"],
                )
            )  # fmt: skip
        month = month.previous()
    BoardFigure.objects.bulk_create(rows)
