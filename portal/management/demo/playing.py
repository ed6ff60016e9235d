"""Plays the stories day by day through the verbs, so that nothing stands that the law forbids."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import count
from typing import Any

from citizens.models import LookupCode, Party, Petition
from citizens.models.lookup import grouped
from citizens.models.policy_question import ask
from portal.working_days import calendar

from .office import REORGANISED, Staff, read
from .steps import PREPARED, Steps
from .stories import Play

REGISTRARS = {"buu_chinh": "mai", "chuyen_den": "mai", "truc_tuyen": "cong-dan"}
"""Who enters a letter in the book; whoever else brings it meets the reception officer."""


SOON = 10


class Player:
    """Takes what falls on each day in the order of days: the books are numbered as in life."""

    def __init__(self, staff: Staff, *, today: date) -> None:
        self.staff, self.today = staff, today
        self.last_working_day = calendar().on_or_before(today)
        self.signed_lately = calendar().subtract(self.last_working_day, 1)
        self.agenda: list[tuple[date, int, Callable[[date], None]]] = []
        self.order = count()
        self.serial = count(1)
        self.numbers: Counter[tuple[str, int]] = Counter()
        self.cases: dict[str, Any] = {}
        self.petitions: dict[str, Any] = {}
        self.arrived: list[Play] = []
        self.steps = Steps(self)

    def at(self, on: date, deed: Callable[[date], None]) -> None:
        """What lies after today has not happened."""
        if on <= self.today:
            heapq.heappush(self.agenda, (on, next(self.order), deed))

    def play(self, plays: Iterable[Play], *, told: Callable[[int], None]) -> None:
        self.at(REORGANISED, lambda on: self.hand_over(on=on))
        for play in plays:
            self.at(play.start, lambda on, play=play: self.arrive(play, on=on))
        self.put_by_sealed_letters()
        for done in count(1):
            if not self.agenda:
                break
            on, _, deed = heapq.heappop(self.agenda)
            deed(on)
            told(done)
        self.fill_trays()

    def arrive(self, play: Play, *, on: date) -> None:
        """A letter comes, is entered in the book, and its further steps are put on the agenda."""
        story = play.story
        commune = self.staff.communes[play.commune["code"]] if play.commune else None
        post = story["channel"] == "buu_chinh"
        people = story.get("people", 1)
        told = {
            "by": self.registrar(story["channel"]),
            "on": on,
            "received_on": on,
            "parties": self.parties(play, commune),
            "title": play.words(story["title"]),
            "content": play.words(story["content"]),
            "channel": story["channel"],
            "forwarded_by": story.get("forwarded_by", ""),
            "field": self.staff.fields[story["field"]],
            "commune": commune,
            "people": people,
            "signers": people,
            "incoming_no": str(next(self.serial)) if post else "",
            "postmark_on": on - timedelta(days=3) if post else None,
        }
        self.enter(play, told)
        self.arrived.append(play)
        self.petitions[play.key] = play.petition
        if story["channel"] != "truc_tuyen" and not play.petition.question:
            self.steps.hand_to_officer(play, on=on)
        for day, step in play.steps:
            self.at(day, lambda on, step=step: self.steps.take(play, step, on=on))

    def enter(self, play: Play, told: dict[str, Any]) -> None:
        """A question goes straight to whoever answers; anything else into the book of letters."""
        if play.story["kind"] == "hoi_chinh_sach":
            case = ask(**told)
            play.petition = case.petition
            self.opened(play, case)
        else:
            play.petition = Petition.register(**told)

    def opened(self, play: Play, case: Any) -> None:
        play.case = self.cases[play.key] = case

    def fill_trays(self) -> None:
        """What would be signed in the coming days has been prepared and is on its way."""
        soon = self.today + timedelta(days=SOON)
        for play in self.arrived:
            on, step = next((each for each in play.steps if each[0] > self.today), (soon, None))
            if step and step[0] in PREPARED and on <= soon:
                self.steps.put_on_its_way(play, step, on=self.last_working_day)

    def hand_over(self, *, on: date) -> None:
        """What the former petition unit still had goes to the one that takes over."""
        former, unit = self.staff.units["thanh-tra"], self.staff.units["tcd"]
        for item in (play.item for play in self.arrived):
            item.refresh_from_db()
            if item.unit_id == former.pk and not item.workflow["assign"].missing(item):
                officer = self.staff.by_id.get(item.officer_id)
                item.assign(by=self.staff["ha"], on=on, unit=unit, officer=officer)

    @property
    def mark(self) -> dict[str, Any]:
        """What /xem-thu/ shows: whom one can be, and three look-up codes to try."""
        facts = read("trial.toml")
        codes = [
            {"code": self.code_of(row["story"]), "label": row["label"]} for row in facts["codes"]
        ]
        return {"cast": facts["cast"], "codes": codes}

    def code_of(self, story: str) -> str:
        petition, mai = self.petitions[f"{story}/0"], self.staff["mai"]
        return grouped(LookupCode.issue(petition, on=self.today, by=mai))

    def registrar(self, channel: str) -> Any:
        name = REGISTRARS.get(channel, "hien")
        return self.staff.users.get(name, name)

    def parties(self, play: Play, commune: Any) -> list[Party]:
        """The sender, and whoever represents a group; their numbers are plainly invented."""
        sender = play.sender
        if not sender["name"]:
            return []
        first = Party(
            **sender,
            commune=commune,
            id_number=f"999{play.chance.randrange(10**9):09d}" if sender["gender"] else "",
            phone=f"0900 {play.chance.randrange(1000):03d} {play.chance.randrange(1000):03d}",
            address=f"Thôn {play.chance.randint(1, 12)}" if play.turn else "Tổ 4",
        )
        further = play.story.get("representatives", [])[1:]
        role = Party.Role.REPRESENTATIVE
        return [first, *(Party(name=name, role=role, commune=commune) for name in further)]

    def put_by_sealed_letters(self) -> None:
        """Denunciations under paper custody: number, date, field, unit, envelope; nothing else."""
        for number, letter in enumerate(read("sealed.toml")["letters"], start=1):
            on = calendar().on_or_before(self.today - timedelta(days=letter["ago"]))
            self.at(on, lambda on, no=number, row=letter: self.seal_away(no, row, on=on))

    def seal_away(self, number: int, letter: dict[str, Any], *, on: date) -> None:
        Petition.register_sealed(
            by=self.registrar(letter["channel"]),
            on=on,
            received_on=on,
            channel=letter["channel"],
            field=self.staff.fields[letter["field"]],
            envelope_no=f"BM-{number:02d}/{on.year}",
            envelope_place=letter["place"],
            envelope_keeper="Trần Văn Bình",
        )
