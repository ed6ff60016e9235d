"""Cells of the matrix: one request each, its status and what its page names compared with the page
of permissions, its headers with what the strictest grader asks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.http import HttpResponse
from django.urls import reverse

from tests.citizens.roles.address import GONE, METHODS, Statuses
from tests.citizens.roles.addresses import (
    TABLE,
    address_of,
    section,
    step_status,
)
from tests.citizens.roles.people import EVERYBODY, NOBODY
from tests.citizens.roles.rights import opens
from tests.citizens.roles.things import Thing
from tests.citizens.roles.world import World
from tests.portal.grading import taken_off

MARKS = re.compile(rb"[Zz]q(\d\d)z")
KEYS = re.compile(rb'name="(?:csrfmiddlewaretoken|_once)" value="[^"]*"')
"""Letters by chance: one page in thirty thousand has a mark among them."""
OWN_BOOK = re.compile(rb"(?:NTC|TDR)-\d{4}-\d+")
EXAMPLE = "NTC-2026-0123"  # how the form of the register says a number is written
SENT: dict[str, dict[str, str]] = {"GET": {}, "HEAD": {}, "POST": {"gui": "1"}}
"""A form without any answer, as a browser sends it: never quite empty."""
OPEN_WAYS = {"submitted": {"accept"}}
"""Steps that are already on their way up the line: nobody takes them beside it."""


@dataclass(frozen=True)
class Cell:
    who: str
    method: str
    name: str
    address: str
    expected: Statuses
    about: str = ""

    @property
    def stripe(self) -> int:
        return crc32(f"{self.who} {self.method} {self.name} {self.about}".encode())


def all_cells(world: World) -> Iterator[Cell]:
    yield from declared_cells(world)
    yield from step_cells(world)


def declared_cells(world: World) -> Iterator[Cell]:
    for name, declared in TABLE.items():
        things: Iterable[Thing | None] = declared.about(world) if declared.about else [None]
        for thing in things:
            address = address_of(name, world, thing)
            for who in EVERYBODY:
                for method in METHODS:
                    expected = declared.expected(who, method, thing)
                    yield Cell(who, method, name, address, expected, thing.name if thing else "")


def step_cells(world: World) -> Iterator[Cell]:
    for thing in world.things.values():
        if thing.name.startswith("letter of") or "emptied" in thing.extra:
            continue
        for noun, step in steps_at(thing):
            own = step.name in thing.item.workflow
            address = f"{thing.url}{step.path}/"
            for who in EVERYBODY:
                for method in ("GET", "POST"):
                    ways = OPEN_WAYS.get(thing.name, set())
                    expected = (
                        step_status(who, method, step, thing, ways)
                        if own or who == NOBODY
                        else (GONE,)
                    )
                    yield Cell(who, method, f"{noun}-{step.name}", address, expected, thing.name)


def steps_at(thing: Thing) -> Iterator[tuple[str, Any]]:
    """All steps whose addresses lead to this row, those of the other kind of case too."""
    from citizens.models import (
        Complaint,
        Denunciation,
        Feedback,
        Petition,
        PolicyQuestion,
        Protection,
        Reception,
        Visit,
    )

    at: dict[str, list[Any]] = {
        "vu-viec": [Complaint, Feedback, PolicyQuestion],
        "don": [Petition],
        "tiep-dan": [Visit],
        "buoi-tiep": [Reception],
        "to-cao": [Denunciation],
        "bao-ve": [Protection],
    }
    kinds = at[thing.item.stream_kind]
    kinds.sort(key=lambda kind: kind.__name__ != section(thing))
    seen: set[str] = set()
    for kind in kinds:
        for step in kind.workflow:
            if step.sources and step.path not in seen:
                seen.add(step.path)
                yield kind.__name__.lower(), step


def faults(world: World, cells: Iterable[Cell]) -> tuple[int, list[str]]:
    """How many were tried, and which did not hold."""
    tried, wrong = 0, []
    allowed = {who: numbers_for(world, who) for who in EVERYBODY}
    for cell in cells:
        tried += 1
        response = world.ask(cell.who, cell.method, cell.address, SENT[cell.method])
        if sentence := fault(cell, response, allowed[cell.who]):
            wrong.append(sentence)
    return tried, wrong


def fault(cell: Cell, response: HttpResponse, allowed: set[str]) -> str:
    here = f"{cell.who} {cell.method} {cell.address} ({cell.about or cell.name})"
    if response.status_code not in cell.expected:
        return f"{here}: {response.status_code}, expected {cell.expected}"
    if cell.expected == (302,) and is_shut_out(cell):
        leads_to = response.headers["Location"]
        return "" if leads_to.startswith(reverse("sign-in")) else f"{here}: leads to {leads_to}"
    if named := leaks(response, allowed):
        return f"{here}: names {named}"
    if faults := taken_off(response):
        return f"{here}: headers {faults}"
    return ""


def is_shut_out(cell: Cell) -> bool:
    """The stranger is sent to sign in, whether or not there is anything at the address."""
    declared = TABLE.get(cell.name)
    return cell.who == NOBODY and not (declared and declared.public)


def leaks(response: HttpResponse, allowed: set[str]) -> set[str]:
    """Marks and numbers of the own book that this reader may not see."""
    body = b" ".join(
        [*unpacked(KEYS.sub(b"", response.body)), response.headers.get("Location", "").encode()]
    )
    found = {mark.decode() for mark in MARKS.findall(body)}
    return (found | {code.decode() for code in OWN_BOOK.findall(body)}) - allowed - {EXAMPLE}


def unpacked(body: bytes) -> list[bytes]:
    """A spreadsheet is read as its parts."""
    if not body.startswith(b"PK"):
        return [body]
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return [parts.read(name) for name in parts.namelist()]


def numbers_for(world: World, who: str) -> set[str]:
    """The marks of all that this person may open, and the codes of the own book."""
    mine = [thing for thing in world.things.values() if opens(who, thing)]
    return {f"{thing.number:02d}" for thing in mine} | {each.code for each in mine if each.sealed}


def some(cells: Iterable[Cell], *, one_in: int) -> list[Cell]:
    return [cell for cell in cells if cell.stripe % one_in == 0]


def in_part(one_in: int, *cell: str) -> bool:
    """The same part at every run, spread over people and addresses."""
    return crc32(" ".join(cell).encode()) % one_in == 0
