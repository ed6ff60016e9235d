"""The delivered sets, and scorecards that are easy to write down."""

from decimal import Decimal
from pathlib import Path

from portal.scoring import CriteriaSet, Entry, Part, Result, read_set, reckon

FOLDER = Path(__file__).resolve().parents[3] / "democracy" / "criteria"


def text_of(code: str) -> str:
    return (FOLDER / f"{code}.toml").read_text("utf-8")


def given(code: str) -> CriteriaSet:
    return read_set(text_of(code))


A = given("can-tho-2025")
B = given("ngan-son-2017")
C = given("chau-thanh-2020")
D = given("can-tho-thi-dua-2025")
E = given("quy-dinh-11")


def full(of: CriteriaSet) -> dict[str, Decimal]:
    return {code: line.top for code, line in of.lines.items() if line.part == Part.REGULAR}


def scoring(of: CriteriaSet, total: str, **more: str) -> dict[str, Decimal]:
    """Full points but for what is missing at the first lines; none of them at zero."""
    points = full(of)
    missing = of.regular - Decimal(total)
    for code, top in points.items():
        off = min(missing, top - Decimal("0.01"))
        points[code], missing = top - off, missing - off
    return points | {code: Decimal(value) for code, value in more.items()}


def level(of: CriteriaSet, points: dict, **facts) -> str:
    return reckon(of, points, **facts).words


def entry(value, whole=None, gate=None) -> Entry:
    return Entry(Decimal(str(value)), None if whole is None else Decimal(str(whole)), gate)


def with_zero(of: CriteriaSet, total: str, code: str) -> Result:
    """This total, and nothing at one criterion: the rest full, topped up by the bonus."""
    points = full(of) | {code: Decimal(0)}
    lacking = Decimal(total) - sum(points.values())
    other = next(each for each in points if each != code and points[each] > -lacking)
    points[other] += min(lacking, Decimal(0))
    bonus = {"T.1": max(lacking, Decimal(0))}
    return reckon(of, points | bonus)
