"""A criteria set out of its file: TOML, read strictly; a broken file is refused with one sentence.

An unknown key, a missing one, sums that do not hold, a level or a criterion that is named and does
not exist: each says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from portal.scoring.criteria import (
    Condition,
    CriteriaSet,
    Criterion,
    Effect,
    Group,
    Level,
    Part,
    Quota,
    Rates,
    TieBreak,
)
from portal.scoring.fields import BrokenSet, Fields, opened
from portal.scoring.methods import (
    Bands,
    Count,
    CountTo,
    Manual,
    Method,
    Nothing,
    Penalty,
    Ratio,
    Survey,
    YesNo,
)
from portal.scoring.proofing import proof

DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
EFFECTS = {"veto": Effect.VETO, "cap": Effect.CAP, "unrated": Effect.UNRATED}


def read_set(text: str) -> CriteriaSet:
    """Raises ``BrokenSet``."""
    found = built(opened(text, "Bộ tiêu chí"))
    proof(found)
    return found


def built(top: Fields) -> CriteriaSet:
    groups = tuple(group_of(each) for each in top.tables("group", needed=True))
    conditions = tuple(
        condition_of(each, effect) for name, effect in EFFECTS.items() for each in top.tables(name)
    )
    return top.done(
        CriteriaSet(
            code=top.code("code"),
            title=top.words("title"),
            issuer=top.words("issuer", ""),
            reference=top.words("reference", ""),
            dated_on=top.day("dated_on", None),
            valid_from=top.day("valid_from"),
            rates=top.one_of("rates", Rates),
            source=top.words("source"),
            unseen=top.lines("unseen"),
            groups=groups,
            levels=tuple(level_of(each) for each in top.tables("level")),
            conditions=conditions,
            regular=top.amount("regular", Decimal(100)),
            bonus_cap=top.amount("bonus_cap", None),
            minus_cap=top.amount("minus_cap", None),
            floor=top.amount("floor", None),
            ceiling=top.amount("ceiling", None),
            decimals=top.count("decimals", 2, most=3),
            rescale=top.yes("rescale"),
            months_at_least=top.count("months_at_least", 0, most=120),
            self_from=top.matching("self_from", DAY),
            self_due=top.matching("self_due", DAY),
            ties=tuple(tie_of(each) for each in top.tables("tie")),
            ties_last=top.words("ties_last", ""),
            commended_from=top.words("commended_from", ""),
            quotas=tuple(quota_of(each) for each in top.tables("quota")),
        )
    )


def group_of(row: Fields) -> Group:
    part = row.one_of("kind", Part, Part.REGULAR)
    lines = [
        line
        for each in row.tables("criterion", needed=True)
        for line in lines_of(each, part)
    ]  # fmt: skip
    return row.done(
        Group(row.code("code"), row.words("name"), row.amount("max"), part, tuple(lines))
    )


def lines_of(row: Fields, part: Part) -> list[Criterion]:
    """The criterion itself, or its parts, whose sum it is."""
    parts = row.tables("part")
    if not parts:
        return [line_of(row, part)]
    code, top = row.code("code"), row.amount("max")
    name = row.words("name")
    lines = [line_of(each, part, of=code, above=name) for each in parts]
    if sum(line.top for line in lines) != top:
        raise BrokenSet(f"Tiêu chí {code}: điểm các phần cộng lại không bằng {top}.")
    row.done(None)
    return lines


def line_of(row: Fields, part: Part, *, of: str = "", above: str = "") -> Criterion:
    code = row.code("code")
    row.where = f"Tiêu chí {code}"
    name = row.words("name")
    return row.done(
        Criterion(
            code=code,
            name=f"{above}: {name}" if above else name,
            top=row.amount("max"),
            method=row.one_of_table("method", METHODS)(row),
            part=part,
            of=of or code,
            by_superior=row.yes("by_superior"),
            needs_evidence=row.yes("needs_evidence", part == Part.BONUS),
            gate=row.words("gate", ""),
            guide=row.words("guide", ""),
            owner=row.words("owner", ""),
            ready=row.matching("ready", DAY),
            figure=row.words("figure", ""),
            figure_of=row.words("figure_of", ""),
        )
    )


def manual(row: Fields) -> Method:
    return Manual(row.amount("step", Decimal("0.25"), above_zero=True))


def yes_no(row: Fields) -> Method:
    return YesNo()


def ratio(row: Fields) -> Method:
    return Ratio(
        part_words=row.words("part_words", Ratio.part_words),
        whole_words=row.words("whole_words", Ratio.whole_words),
        full_from=row.amount("full_from", Decimal(1), above_zero=True),
        zero_below=row.amount("zero_below", Decimal(0)),
        nothing=row.one_of("nothing", Nothing, Nothing.LEFT_OUT),
    )


def bands(row: Fields) -> Method:
    found = [band_of(each) for each in row.tables("band", needed=True)]
    return Bands(
        tuple(found),
        part_words=row.words("part_words", Bands.part_words),
        whole_words=row.words("whole_words", Bands.whole_words),
        nothing=row.one_of("nothing", Nothing, Nothing.LEFT_OUT),
    )


def band_of(row: Fields) -> tuple[Decimal, Decimal | None]:
    return row.done((row.amount("least"), row.amount("points", None)))


def count(row: Fields) -> Method:
    return Count(
        each=row.amount("each", above_zero=True),
        sample=row.count("sample", 0, most=1_000_000),
        words=row.words("words", Count.words),
    )


def count_to(row: Fields) -> Method:
    return CountTo(
        full_at=row.amount("full_at", above_zero=True), words=row.words("words", CountTo.words)
    )


def penalty(row: Fields) -> Method:
    return Penalty(
        each=row.amount("each", above_zero=True), words=row.words("words", Penalty.words)
    )  # fmt: skip


def survey(row: Fields) -> Method:
    return Survey(tuple(option_of(each) for each in row.tables("option", needed=True)))


def option_of(row: Fields) -> tuple[str, Decimal]:
    return row.done((row.words("words"), row.amount("weight")))


METHODS: dict[str, Callable[[Fields], Method]] = {
    "manual": manual,
    "yes_no": yes_no,
    "ratio": ratio,
    "bands": bands,
    "count": count,
    "count_to": count_to,
    "penalty": penalty,
    "survey": survey,
}


def level_of(row: Fields) -> Level:
    return row.done(
        Level(row.code("code"), row.words("name"), row.amount("least"), row.yes("no_zero"))
    )


def condition_of(row: Fields, effect: Effect) -> Condition:
    level = "" if effect == Effect.UNRATED else row.words("level")
    seen = row.words("seen", "")
    if seen not in ("", "not_self_scored", "too_new"):
        raise BrokenSet(f"Điều kiện: không có cách nhận biết “{seen}”.")
    return row.done(Condition(row.code("code"), row.words("words"), effect, level, seen))


def tie_of(row: Fields) -> TieBreak:
    by = row.words("by", "points")
    if by not in ("points", "count", "ratio"):
        raise BrokenSet(f"Khi bằng điểm: không có cách so “{by}”.")
    return row.done(TieBreak(row.words("line"), by, row.words("words", "")))


def quota_of(row: Fields) -> Quota:
    return row.done(
        Quota(
            row.words("of"),
            row.count("collectives", 0, most=10_000),
            row.count("persons", 0, most=10_000),
        )
    )
