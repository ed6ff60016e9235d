"""Denunciations at their stages: one plain, one with an officer and a team, one excluded from, one
against the office's own leaders; a protection."""

from __future__ import annotations

from typing import Any

from citizens.models import Petition
from tests.citizens.roles.things import DAY, ENVELOPE, Maker, Thing, mark

LEADERS = ("director", "deputy_in_charge", "deputy_elsewhere")


def denunciations(maker: Maker) -> None:
    people = maker.people
    taken(maker, "denunciation examined")
    working = taken(maker, "denunciation verified")
    case = working.item
    case.assign(by=people["petition_officer"], on=DAY, officer=people["officer"])
    case.accept(by=people["director"], on=DAY)
    numbered(maker, case)
    lead, other = people["officer"], people["verifier"]
    case.order_verification(by=people["director"], on=DAY, lead=lead, members=[other], days=9)
    working.officer, working.team = "officer", ("officer", "verifier")
    facts = {"protects": "viec_lam", "people": 1, "requested_on": DAY}
    protection = case.protect(by=people["petition_officer"], on=DAY, **facts)
    maker.kept(Thing("protection", protection, working.number, sealed=True, field=""))
    barred = taken(maker, "denunciation of an officer")
    bar(maker, barred, "petition_officer")
    against = taken(maker, "denunciation of the director")
    bar(maker, against, "director")


def taken(maker: Maker, name: str) -> Thing:
    number = next(maker.numbers) + 40
    words = {key: mark(number, "KNO"[at]) for at, key in enumerate(ENVELOPE)}
    letter = Petition.register_sealed(
        by=maker.people["clerk"], on=DAY, received_on=DAY, channel="buu_chinh", **words
    )
    case = letter.examine(
        by=maker.people["petition_officer"],
        on=DAY,
        level=1,
        category="hanh_chinh",
        denounced=[f"Bà {mark(number, 'B')}"],
        contents=[f"Việc {mark(number, 'V')}"],
    )
    thing = Thing(name, case, number, sealed=True, field="")
    letter.refresh_from_db()
    maker.kept(Thing(f"envelope of {name}", letter, number, sealed=True, field="", case=thing))
    return maker.kept(thing)


def bar(maker: Maker, thing: Thing, who: str) -> None:
    """By the head of the petition unit, who is left."""
    case: Any = thing.item
    head = maker.people["head_of_petitions"]
    case.exclude(by=head, on=DAY, user=maker.people[who], reason="bi_to_cao")
    hidden = (*LEADERS, "stand_in") if case.against_leadership else (who,)
    envelope = next(each for each in maker.things if each.case is thing)
    thing.hidden_from = envelope.hidden_from = hidden


def numbered(maker: Maker, case: Any) -> None:
    paper = case.papers.waiting().get()
    case.send_out(
        by=maker.people["petition_officer"], on=DAY, paper=paper, number="7/QĐ", dated_on=DAY
    )
