"""Draws every page of the portal, as somebody meets it, before any browser is opened.

What is declared in ``tests/citizens/roles/addresses.py`` is drawn without being named here; a page
that a plain visit does not show has a walk of its own, and what shows no page says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.http import HttpResponse

from tests.citizens.crawling import Page
from tests.citizens.roles.address import Address
from tests.citizens.roles.addresses import TABLE, address_of, step_status
from tests.citizens.roles.of_activities import NOUNS as NOUNS_OF_ACTIVITIES
from tests.citizens.roles.people import EVERYBODY, NOBODY
from tests.citizens.roles.things import Thing
from tests.citizens.roles.walking import OPEN_WAYS, section
from tests.citizens.roles.world import World
from tests.conventions.test_urls import KINDS
from tests.pages.looking import Face

NO_PAGE = {
    "administration-invite": "an act",
    "administration-template-end": "an act",
    **{f"administration-template-{which}": "a file" for which in ("delivered", "file")},
    "attachment": "a file",
    "audit-file": "a file",
    "attachment-page": "a picture",
    "batch-receive": "an act",
    **{f"briefing-{way}": "a file" for way in ("file", "frozen")},
    "briefing-freeze": "an act",
    "case-export": "a file",
    "case-file": "a file",
    "case-lines": "a file",
    "guide-picture": "a picture",
    "health": "for machines",
    "emblem": "a picture",
    "export-file": "a file",
    **{f"{noun}-word": "a file" for noun in ("petition", "case")},
    **dict.fromkeys(("disposal-review", "disposal-destroy"), "an act"),
    "measures": "for machines",
    "import-drop": "an act",
    "instrument-file": "a file",
    "import-faults": "a file",
    "import-form": "a file",
    "import-heading-forget": "an act",
    "import-write": "an act",
    "instruction-close": "an act",
    "leave-finish": "an act",
    "lock": "an act",
    "national-cases": "a file",
    "national-load": "an act",
    "national-visits": "a file",
    "petition-export": "a file",
    "petition-likely": "a fragment",
    "petition-lines": "a file",
    "petition-numbers": "an act",
    "place-take-down": "an act",
    "procedure-form": "a file",
    **dict.fromkeys(("disclosed-file", "disclosure-file"), "a file"),
    **dict.fromkeys(
        ("news-feed", "site-map", "robots", "open-api", "open-dataset"), "for machines"
    ),
    **{f"article-picture{size}": "a picture" for size in ("", "-large")},
    "reception-calendar": "a file",
    "reception-conclusion-file": "a file",
    "reminders-mail": "an act",
    "return-file": "a file",
    "return-freeze": "an act",
    "return-text": "a file",
    "rule-confirm": "an act",
    "saved-filter": "leads to its list",
    "saved-filter-delete": "an act",
    "schedule-display": "an act",
    "sign-out": "an act",
    "submission-signed": "a picture",
    "task-evidence": "a file",
    "visit-export": "a file",
    "visit-numbers": "an act",
    "award-regulation-file": "a file",
    "board-inspection-file": "a file",
    "board-recommendation-file": "a file",
    "board-report-paper": "a file",
    "committee-minutes": "a file",
    "conference-draft": "a file",
    "conference-minutes": "a file",
    "conference-paper": "a file",
    "consultation-file": "a file",
    "criteria-file": "a file",
    "nomination-draft": "a file",
    "nomination-minutes": "a file",
    "nomination-paper": "a file",
    "nomination-picture": "a picture",
    "posting-file": "a file",
    "practice-picture": "a picture",
    "report-file": "a file",
    **{f"{of}-evidence": "a file" for of in ("indicator", "scorecard", "sheet")},
    "site-visit-minutes": "a file",
    "site-visit-paper": "a file",
    "site-visit-report": "a file",
    "dossier-counts-freeze": "an act",
    "dossiers-file": "a file",
    "late-dossier-letter": "a file",
    "campaign-file": "a file",
    "reform-plan-paper": "a file",
    "scorecard-file": "a file",
    "scorecard-paper": "a file",
    "scoring-set-file": "a file",
    "staff-decision-minutes": "a file",
    **{f"factor-{way}-drop": "an act" for way in ("app", "codes", "key")},
    **dict.fromkeys(("sessions-end", "session-end", "device-end"), "an act"),
    **{f"province{way}": "leads to the province" for way in ("", "-back")},
    **{f"{noun}-{end}": "a file" for noun in NOUNS_OF_ACTIVITIES for end in ("export", "file")},
}
WALKED = {
    *("second-step", "check-again", "factor-key", "restore", "restoration-confirm"),
    *("batch", "bulk-run", "return-typed-strike"),
    *("petition-comparison", "case-comparison"),
    "list-columns",
    "policy-issue",
    "plan-detail",
    "plan-document",
    "plan-next-year",
    "task-detail",
    "instrument",
    "instrument-edit",
    "instrument-relate",
    "policy-issue-edit",
    "supervision-reply",
    "saved-filter-edit",
    "saved-filter-new",
    "administration-protocol",
    "demo",
    *("return-typed-strike", "data-request", "hold-lift", "disposal", "disposal-certificate"),
    *("disposal-send-back", "disposal-leave-out"),
    "first-password",
    "import-headings",
    "import-run",
    "send-matter",
    "send-papers",
    "send-check",
    "send-receipt",
}
"""Reached in ``tests/pages/walks.py``."""

MORE = {
    "unlock": ("officer",),
    "desk": ("head", "director", "clerk", "petition_officer", "administrator", "newcomer"),
    "dashboard": ("party_committee",),
    "petition-list": ("clerk", "newcomer"),
    "case-list": ("head", "newcomer"),
}
"""Beside the first who may."""
QUERIES = {
    "administration-structure": ("?ngay=1/1/2021", "?ngay=1/1/1990"),
    "administration-table": ("?q=khong+co+chu+nay",),
    "desk": ("?muc=lay-so", "?muc=cho-ky"),
    "petition-list": (
        "?xem=tat-ca",
        "?q=khong+co+chu+nay",
        "?han=mai",
        "?q=don&linh-vuc=nguoi-co-cong",
    ),
    "case-list": ("?q=khong+co+chu+nay", "?giai-doan=da-thu-ly&sap-xep=-so"),
    "search": ("?q=zq", "?q=khong+co+chu+nay"),
    "dashboard": ("?ky=2026-01",),
    "dashboard-field": ("?ky=2020", "?linh-vuc=khong-co"),
    "briefing": ("?ky=2026-q3", "?ky=nam-ngoai"),
    "audit": ("?viec=xem", "?so=D-2020-00001", "?tu=31/02/2026", "?viec=la"),
    "article-list": ("?q=khong+co+chu+nay", "?giai-doan=la"),
    "disclosure-list": ("?q=khong+co+chu+nay", "?giai-doan=la"),
    "publicity": ("?q=khong+co+chu+nay", "?loai=la"),
    "find-public": ("?q=khong+co+chu+nay",),
}
NOUNS = {model.__name__: noun for noun, model in KINDS.items()}
SOME = 2
EVERY_STAGE = {"petition-detail", "case-detail"}
FIRST = ("officer", "head", "director", "head_of_petitions", "clerk", "petition_officer")
READERS = (*FIRST, *(who for who in EVERYBODY if who not in FIRST))
NONSENSE = "31/02/20x" + "k" * 60
KEPT = ("csrfmiddlewaretoken", "_once", "version", "luu-nhap")


def is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")


def drawn(name: str, who: str, address: str, response: HttpResponse, state: str = "") -> Face:
    return Face(name, who, address, response.content.decode(), state)


def declared(world: World, names: set[str] | None = None) -> Iterator[Face]:
    """Every address that answers a visit with a page, by the first who may see it."""
    for name, place in TABLE.items():
        if names is None or name in names:
            things = place.about(world) if place.about else [None]
            shown = (
                found for thing in things if (found := list(visits(world, name, place, thing)))
            )
            yield from chain(*(shown if name in EVERY_STAGE else islice(shown, SOME)))


def visits(world: World, name: str, place: Address, thing: Thing | None) -> Iterator[Face]:
    readers = [NOBODY] if place.public else [who for who in READERS if place.rule(who, thing)]
    if not readers:
        return
    address = address_of(name, world, thing)
    tried = [(readers[0], address), *((who, address) for who in MORE.get(name, ()))]
    tried += [(readers[0], address + query) for query in QUERIES.get(name, ())]
    for who, where in tried:
        response = world.ask(who, "GET", where)
        if response.status_code in (200, 400, 422) and is_page(response):
            yield drawn(name, who, where, response)


def steps(world: World) -> Iterator[Face]:
    """Every step once where it can be taken, and once where the page says why not."""
    seen: set[tuple[str, bool]] = set()
    for thing in world.things.values():
        if thing.name.startswith("letter of") or "emptied" in thing.extra:
            continue
        for step in thing.item.workflow:
            who, ready = reader_of(step, thing)
            name = f"{NOUNS[section(thing)]}-{step.name.replace('_', '-')}"
            if step.sources and who and (name, ready) not in seen:
                seen.add((name, ready))
                address = f"{thing.url}{step.path}/"
                yield drawn(name, who, address, world.ask(who, "GET", address))


def reader_of(step: Any, thing: Thing) -> tuple[str, bool]:
    waits = OPEN_WAYS.get(thing.name, set())
    by_status = {step_status(who, "POST", step, thing, waits): who for who in reversed(READERS)}
    if (302, 422) in by_status:
        return by_status[302, 422], True
    return by_status.get((409,), ""), False


def refused(world: World, faces: list[Face]) -> Iterator[Face]:
    """Every form of these pages sent with nonsense in every box, and what comes back."""
    tried: set[tuple[str, str]] = set()
    for face in faces:
        for form in Page(face.address, face.body).forms:
            key = (face.name, re.sub(r"[\d-]+", "0", form.action))
            if form.method != "post" or "dang-xuat" in form.action or key in tried:
                continue
            tried.add(key)
            data = {name: values for name, values in form.values.items() if name not in KEPT}
            data |= dict.fromkeys(form.free, NONSENSE)
            response = world.ask(face.who, "POST", form.action, data)
            if response.status_code in (409, 422) and is_page(response):
                yield drawn(face.name, face.who, form.action, response, "refused")


def desks_of(world: World, people: tuple[str, ...]) -> Iterator[Face]:
    """What each finds in the morning."""
    for who in people:
        response = world.ask(who, "GET", "/cong-viec/")
        if response.status_code == 200:
            yield drawn("desk", who, "/cong-viec/", response)
