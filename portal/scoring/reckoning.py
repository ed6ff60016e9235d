"""From what was entered to points, a total and a level, with the reasons in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from portal.scoring.criteria import CriteriaSet, Criterion, Effect, Level, Part
from portal.scoring.methods import ZERO, Entry
from portal.text import lower_first

Points = Mapping[str, Decimal | None]


@dataclass(frozen=True)
class Result:
    """How a scorecard stands; ``points`` holds None for a line that is not counted."""

    points: Points
    unscored: tuple[str, ...]
    regular: Decimal
    bonus: Decimal
    minus: Decimal
    total: Decimal
    out_of: Decimal
    level: Level | None = None
    unrated: str = ""
    """Không xếp loại, and why."""
    reasons: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.unscored

    @property
    def words(self) -> str:
        if self.unrated:
            return "Không xếp loại"
        return self.level.name if self.level else ""


def points_of(of: CriteriaSet, line: Criterion, entry: Entry) -> Decimal | None:
    """The points of one line; raises ``Unscorable``."""
    points = line.method.points(entry, top=line.top)
    if line.gate and entry.gate is False:
        return ZERO
    return None if points is None else rounded(points, of)


def reckon(
    of: CriteriaSet,
    points: Points,
    *,
    stated: Collection[str] = (),
    self_scored: bool = True,
    too_new: bool = False,
    not_rated: str = "",
) -> Result:
    """``stated``: codes of the conditions that hold; a level only where every line has points.

    ``not_rated``: why there is no level, whatever the set says.
    """
    unscored = tuple(code for code, line in of.lines.items() if is_open(line, points))
    sums = {part: sum_of(of, part, points) for part in Part}
    bonus = capped(sums[Part.BONUS], of.bonus_cap)
    minus = capped(sums[Part.MINUS], of.minus_cap)
    counted, out_of = drawn_up(of, points, sums[Part.REGULAR])
    total = between(rounded(counted + bonus - minus, of), of.floor, of.ceiling)
    holding = {*stated, *seen(of, self_scored=self_scored, too_new=too_new)}
    level, reasons = level_of(of, total, points, holding, complete=not unscored)
    unrated = not_rated or unfit(of, holding)
    return Result(
        points=dict(points),
        unscored=unscored,
        regular=counted,
        bonus=bonus,
        minus=minus,
        total=total,
        out_of=out_of,
        level=None if unrated else level,
        unrated=unrated,
        reasons=(unrated,) if unrated else tuple(reasons),
    )


def unfit(of: CriteriaSet, holding: set[str]) -> str:
    """Why there is no level at all, or ''."""
    found = (each for each in of.conditions if each.effect == Effect.UNRATED)
    return next((each.words for each in found if each.code in holding), "")


def is_open(line: Criterion, points: Points) -> bool:
    """Nothing was entered; a bonus or a minus that nobody entered is none."""
    return line.part == Part.REGULAR and line.code not in points


def sum_of(of: CriteriaSet, part: Part, points: Points) -> Decimal:
    return total_of(points.get(code) for code, line in of.lines.items() if line.part == part)


def total_of(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), ZERO)


def drawn_up(of: CriteriaSet, points: Points, regular: Decimal) -> tuple[Decimal, Decimal]:
    """The regular sum and what it is out of, without the lines that are not counted."""
    left_out = [
        line.top
        for code, line in of.lines.items()
        if line.part == Part.REGULAR and points.get(code, ZERO) is None
    ]
    out_of = of.regular - sum(left_out, ZERO)
    if not of.rescale or not left_out:
        return rounded(regular, of), out_of
    drawn = regular / out_of * of.regular if out_of else ZERO
    return rounded(drawn, of), of.regular


def capped(value: Decimal, cap: Decimal | None) -> Decimal:
    return value if cap is None else min(value, cap)


def between(value: Decimal, floor: Decimal | None, ceiling: Decimal | None) -> Decimal:
    value = value if floor is None else max(value, floor)
    return capped(value, ceiling)


def rounded(value: Decimal, of: CriteriaSet) -> Decimal:
    """Half goes up, as people do it; what is compared with a level is what is shown."""
    return value.quantize(Decimal(1).scaleb(-of.decimals), rounding=ROUND_HALF_UP)


def seen(of: CriteriaSet, *, self_scored: bool, too_new: bool) -> list[str]:
    holding = {"not_self_scored": not self_scored, "too_new": too_new}
    return [each.code for each in of.conditions if holding.get(each.seen, False)]


def zeros(of: CriteriaSet, points: Points) -> list[str]:
    """Criteria of the regular part that got nothing: the parts of one count together."""
    sums: dict[str, list[Decimal]] = {}
    for code, line in of.lines.items():
        got = points.get(code)
        if line.part == Part.REGULAR and got is not None:
            sums.setdefault(line.of, []).append(got)
    return [code for code, got in sums.items() if not any(got)]


def level_of(
    of: CriteriaSet, total: Decimal, points: Points, holding: set[str], *, complete: bool
) -> tuple[Level | None, list[str]]:
    """The level with the sentences that explain it; a veto needs no points."""
    if not of.levels:
        return None, []
    conditions = [each for each in of.conditions if each.code in holding]
    vetoes = [each for each in conditions if each.effect == Effect.VETO]
    if vetoes:
        worst = of.level(max(vetoes, key=lambda each: rank_of(of, each.level)).level)
        return worst, [f"{worst.name} vì {lower_first(each.words)}." for each in vetoes]
    if not complete:
        return None, []
    level, reasons = by_points(of, total, zeros(of, points))
    for each in conditions:
        if each.effect == Effect.CAP and level is not of.worse(level, of.level(each.level)):
            level = of.level(each.level)
            reasons.append(f"Cao nhất {level.name} vì {lower_first(each.words)}.")
    return level, reasons


def rank_of(of: CriteriaSet, code: str) -> int:
    return of.levels.index(of.level(code))


def by_points(of: CriteriaSet, total: Decimal, without: list[str]) -> tuple[Level, list[str]]:
    reached = [level for level in of.levels if total >= level.least] or [of.levels[-1]]
    level = next((each for each in reached if not (each.no_zero and without)), reached[-1])
    if level is reached[0]:
        return level, []
    return level, [f"Không xếp {reached[0].name} vì tiêu chí {', '.join(without)} được 0 điểm."]
