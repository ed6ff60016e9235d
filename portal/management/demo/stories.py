"""The stories as they are written, and the plays made of them: who, where, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any

from portal.text import day
from portal.working_days import calendar

from .office import FOLDER, read

PLACEHOLDER = re.compile(r"\{(commune|sender|d|a|m|y|n)(\d*)\}")
AGAIN_AFTER, LONG_AGO = 97, 1_000
"""Days between two tellings of one story, no multiple of a week, a month or a quarter; told only a
few times, the tellings are scattered over the years, more of them of late."""
NOTICE = timedelta(days=9)
"""Between the invitation and the dialogue: five days, and a weekend on either side."""


def stories() -> list[dict[str, Any]]:
    files = sorted((FOLDER / "stories").glob("*.toml"))
    return [row for file in files for row in read(f"stories/{file.name}")["story"]]


@dataclass(eq=False)
class Play:
    """One telling of a story."""

    story: dict[str, Any]
    turn: int
    start: date
    petition: Any = None
    case: Any = None
    steps: list[tuple[date, list[Any]]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.story['key']}/{self.turn}"

    @property
    def item(self) -> Any:
        """What lies on the desk: the case once there is one."""
        return self.case or self.petition

    def day_of(self, name: str) -> date:
        """When the step of this name is taken."""
        return next(on for on, step in self.steps if step[0] == name)

    def ends_with(self, name: str, *, today: date) -> bool:
        """Whether this is the last step that has been taken by today."""
        taken = [step[0] for on, step in self.steps if on <= today]
        return bool(taken) and taken[-1] == name

    @cached_property
    def chance(self) -> Random:
        """The same throw of the dice at every seeding."""
        return Random(self.key)

    @cached_property
    def sender(self) -> dict[str, Any]:
        name, gender, born = self.story["sender"]
        if self.turn and name:
            name, born = somebody_like(self), born and born + self.chance.randint(-6, 6)
        return {"name": name, "gender": gender, "birth_year": born or None}

    @cached_property
    def commune(self) -> dict[str, Any] | None:
        """Where the story says, or a commune of the same kind when it is told again."""
        rows = read("communes.toml")["communes"]
        here = next((row for row in rows if row["code"] == self.story["commune"]), None)
        if here is None or not self.turn:
            return here
        return self.chance.choice([row for row in rows if kind_of(row) == kind_of(here)])

    def words(self, text: str) -> str:
        """The text with its days, numbers and names filled in."""
        return PLACEHOLDER.sub(self._word, " ".join(text.split()))

    def _word(self, found: re.Match[str]) -> str:
        what, number = found[1], int(found[2] or 0)
        match what:
            case "commune":
                return self.commune["name"] if self.commune else "xã"
            case "sender":
                return self.sender["name"]
            case "d":
                return day(self.start - timedelta(days=number))
            case "a":
                return day(calendar().on_or_after(self.start + timedelta(days=number)))
            case "m":
                return f"{(self.start.month - number - 1) % 12 + 1}"
            case "y":
                return str(self.start.year - number)
        return str(100 + Random(self.key).randrange(800))


def kind_of(commune: dict[str, Any]) -> tuple:
    flags = [commune.get(flag, False) for flag in ("highland", "minority", "remote")]
    return commune["name"].split()[0], *flags


def somebody_like(play: Play) -> str:
    names, chance = read("names.toml"), play.chance
    gender = play.story["sender"][1]
    if not gender:
        return chance.choice(names["organisations"])
    sort = "women" if gender == "nu" else "men"
    upland = play.commune and play.commune.get("minority")
    parts = ["highland_families" if upland else "families", f"{sort}_middles", f"{sort}_given"]
    return " ".join(chance.choice(names[part]) for part in parts)


def plays(*, today: date, since: date, often: bool) -> Iterator[Play]:
    """Every story from its own day backwards; ``often``: as many times as fit."""
    for story in stories():
        for turn in range(1_000):
            back = turn * AGAIN_AFTER if often else scattered(story, turn)
            start = today - timedelta(days=story["ago"] + back)
            if turn >= story["times"] and (not often or story["times"] == 1):
                break
            if start < max(since, story.get("since", since)):
                break
            yield scheduled(Play(story, turn, calendar().on_or_before(start)))


def scattered(story: dict[str, Any], turn: int) -> int:
    """Days back from the first telling: each turn has its own part of the years."""
    if turn == 0:
        return 0
    parts = max(story["times"] - 1, 1)
    place = (turn - 1 + Random(f"{story['key']}/{turn}").random()) / parts
    return AGAIN_AFTER + round(LONG_AGO * place * place)


def scheduled(play: Play) -> Play:
    """A step that falls on a day off is taken on the next working day, after the one before it."""
    on, invited = play.start, None
    for after, *step in play.story["path"]:
        earliest = play.start + timedelta(days=after)
        if step[0] == "hold_dialogue" and invited:
            earliest = max(earliest, invited + NOTICE)
        on = max(on, calendar().on_or_after(earliest))
        invited = on if step[0] == "invite" else invited
        play.steps.append((on, [*step, *("", {})[len(step) - 1 :]]))
    return play
