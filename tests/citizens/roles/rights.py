"""What docs/permissions.md says, asked of the same office: a second opinion on the rules.

Nothing here calls the rules; it reads the page and the seats.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.citizens.roles.people import DESK, SEATS
from tests.citizens.roles.things import Thing

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE = "\n".join(
    (DOCS / f"permissions{part}.md").read_text("utf-8") for part in ("", "-programmes", "-reforms")
)
STANDS_IN = "stand_in"
HEADS = ("head", "deputy_head")
FIELDS_BELOW = {
    "nguoi-co-cong": ("ncc-chat-doc-hoa-hoc",),
    "lao-dong-viec-lam": ("no-luong",),
}


def roles(who: str) -> set[str]:
    """The roles that help this person today."""
    seat = SEATS.get(who)
    held = {seat.role} if seat and not seat.closed_on else set()
    return held | ({"director"} if who == STANDS_IN else set())


def own_role(who: str) -> set[str]:
    """What is held in person: standing in for somebody opens no denunciation."""
    return {SEATS[who].role} & roles(who) if who in SEATS else set()


def heads(who: str, unit: str) -> bool:
    return bool(roles(who) & set(HEADS)) and SEATS[who].place == unit


def charged_with(who: str, field: str) -> bool:
    charge = SEATS[who].charge if who in SEATS else ()
    return any(field == each or field in FIELDS_BELOW[each] for each in charge)


# seeing


def columns(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


@cache
def seen_by_role() -> dict[str, tuple[str, str]]:
    """role -> (petitions and cases, denunciations), as the page says."""
    rows = [columns(row) for row in PAGE.splitlines() if re.match(r"\| [^|]+ \| `\w+` \|", row)]
    five = [row for row in rows if len(row) == 5][1:]
    return {row[1].strip("`"): (row[2], row[3]) for row in five}


def sees(who: str, thing: Thing) -> bool:
    if thing.sealed:
        return sees_sealed(who, thing)
    if who == thing.officer or (thing.is_case and who in thing.team):
        return True
    return any(sees_plain(who, role, thing) for role in roles(who))


def sees_plain(who: str, role: str, thing: Thing) -> bool:
    words = seen_by_role()["head" if role == "deputy_head" else role][0]
    if words == "all":
        return True
    in_unit = SEATS[who].place == thing.unit
    return words.startswith("of the unit") and (in_unit or heads(who, DESK))


def sees_sealed(who: str, thing: Thing) -> bool:
    if who in thing.hidden_from:
        return False
    words = {seen_by_role()[role][1] for role in own_role(who)}
    if "all" in words or heads(who, DESK):
        return True
    if thing.item.stream_kind == "to-cao":
        return who == thing.officer or who in thing.team
    if thing.item.stream_kind == "bao-ve":
        return False
    return who == thing.entered_by


def opens(who: str, thing: Thing) -> bool:
    """Sees the thing, or the case that its letter became."""
    return sees(who, thing) or bool(thing.case and sees(who, thing.case))


# doing


def settles(who: str, thing: Thing) -> bool:
    if thing.settling_unit:
        return "head" in roles(who) and SEATS[who].place == thing.settling_unit
    return "director" in roles(who) or charged_with(who, thing.field)


WORDS: dict[str, Callable[[str, Thing], bool]] = {
    "clerk": lambda who, thing: "clerk" in roles(who),
    "reception officer": lambda who, thing: "reception_officer" in roles(who),
    "petition officer": lambda who, thing: "petition_officer" in roles(who),
    "coordinator": lambda who, thing: "coordinator" in roles(who),
    "leader": lambda who, thing: bool(roles(who) & {"director", "deputy_director"}),
    "director in person": lambda who, thing: "director" in own_role(who),
    "director": lambda who, thing: "director" in roles(who),
    "head of the petition unit": lambda who, thing: heads(who, DESK),
    "head": lambda who, thing: heads(who, thing.unit),
    "in charge": lambda who, thing: who == thing.officer or heads(who, thing.unit),
    "settler": lambda who, thing: settles(who, thing),
    "settler at the first level": lambda who, thing: thing.item.level == 1 and settles(who, thing),
    "settler in person at the second": lambda who, thing: (
        thing.item.level == 2 and settles(who, thing) and SEATS[who].role == "director"
    ),
    "in charge at the first level": lambda who, thing: (
        thing.item.level == 1 and (who == thing.officer or heads(who, thing.unit))
    ),
    "member of the verification team": lambda who, thing: who in thing.team,
    "lead of the verification team": lambda who, thing: who in thing.team[:1],
    "officer of the denunciation": lambda who, thing: who == thing.officer,
    "host": lambda who, thing: who == thing.officer or "director" in roles(who),
    "–": lambda who, thing: False,
}
STEP = re.compile(r"^\| [^|]+ \| (`\w+`(?:, `\w+`)*) \| ([^|]+) \| ([^|]+) \|$")


@cache
def steps(section: str) -> dict[str, tuple[list[str], list[str]]]:
    """step -> (who takes it, who prepares it), in the page's words."""
    body = PAGE.split(f"### {section}\n", 1)[1].split("\n### ", 1)[0]
    found = [match.groups() for line in body.splitlines() if (match := STEP.match(line))]
    return {
        name: (named(taken), named(prepared))
        for names, taken, prepared in found
        for name in re.findall(r"\w+", names)
    }


def named(cell: str) -> list[str]:
    return [words.strip() for words in cell.partition(":")[0].partition(";")[0].split(",")]


def section_of(thing: Thing) -> str:
    return type(thing.item).__name__


SECTIONS = {
    "Petition": "Petitions",
    "Complaint": "Complaints",
    "Feedback": "Feedback",
    "PolicyQuestion": "Policy questions",
    "Visit": "Visits",
    "Reception": "Sessions",
    "Denunciation": "Denunciations",
    "Protection": "Protection of whoever denounced",
}


def may(who: str, step: str, thing: Thing, part: int) -> bool:
    """``part`` 0: takes it, 1: prepares it."""
    own = steps(SECTIONS[section_of(thing)])
    page = own if step in own else steps("Petitions")
    return any(WORDS[words](who, thing) for words in page[step][part])


def may_try(who: str, step: str, thing: Thing) -> bool:
    return may(who, step, thing, 0) or may(who, step, thing, 1)
