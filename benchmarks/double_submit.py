"""Pressed twice, and two at once: `python benchmarks/double_submit.py [ROUNDS]`, by default 500.

Each round one letter is registered by two submits at the same moment under one key, and then two
people write on one case at the same moment, each having seen the same version of it. Printed: the
records (one a round), and how many were silently overwritten (none: one is kept, the other is told
of it and finds all that was typed). Fills the embedded database of PORTAL_VAR with the demo's
people: give it one of its own.
"""

import os
import sys
import threading
from collections import Counter
from pathlib import Path
from time import perf_counter
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from benchmarks.floor import Browser
from benchmarks.pages import LETTER
from citizens.models import Case, Note, Petition
from portal.history import verify
from portal.management.schema import bring_up_to_date
from portal.people import User

REGISTER = "/don/vao-so/don-thuong/"
Ask = tuple[Browser, str, dict[str, str]]


def at_once(*asks: Ask) -> list[HttpResponse]:
    """All of them sent at the same moment."""
    answers: list[HttpResponse] = []
    start = threading.Barrier(len(asks))

    def press(browser: Browser, address: str, typed: dict[str, str]) -> None:
        try:
            start.wait()
            answers.append(browser(address, typed))
        finally:
            connection.close()

    race = [threading.Thread(target=press, args=ask) for ask in asks]
    for each in race:
        each.start()
    for each in race:
        each.join()
    return answers


def pressed_twice(clerk: Browser, rounds: int) -> dict[str, int]:
    before, leads_elsewhere = Petition.objects.count(), 0
    for number in range(rounds):
        typed = LETTER | {
            "_once": str(uuid4()),
            "title": f"Đơn số {number}",
            "content": f"{LETTER['content']} {uuid4()}",
            "received_on": f"{timezone.localdate():%d/%m/%Y}",
            "in-bien-nhan": "1",
        }
        answers = at_once((clerk, REGISTER, typed), (clerk, REGISTER, typed))
        leads_elsewhere += len({answer.get("Location", "") for answer in answers}) != 1
    records = Petition.objects.count() - before
    return {"double submits": rounds, "records": records, "led elsewhere": leads_elsewhere}


def written_at_once(case: Case, editors: list[Browser], rounds: int) -> dict[str, object]:
    address, said = f"{case.get_absolute_url()}ghi-chu/", Counter[int]()
    before, lost, forgotten = Note.objects.count(), 0, 0
    for number in range(rounds):
        version = Case.objects.values_list("version", flat=True).get(pk=case.pk)
        typed = {"readers": "noi-bo", "version": str(version)}
        words = [f"Lượt {number} {uuid4()}, người {place}." for place in range(len(editors))]
        answers = at_once(
            *((editor, address, typed | {"text": text})
              for editor, text in zip(editors, words, strict=True))
        )  # fmt: skip
        codes = [answer.status_code for answer in answers]
        said.update(codes)
        kept = Note.objects.filter(text__in=words).count()
        lost += codes.count(302) - kept
        told = [answer.content.decode() for answer in answers if answer.status_code == 409]
        forgotten += sum(not all(text in page for text in words) for page in told)
    return {
        "two editors": rounds,
        "kept": Note.objects.count() - before,
        "answers": dict(said),
        "silently overwritten": lost,
        "typing lost": forgotten,
    }


def a_case_of_two() -> tuple[Case, list[Browser]]:
    """An open case, and two people of its unit who may write on it."""
    day = timezone.localdate()
    for case in Case.objects.exclude(officer=None).order_by("-pk"):
        own = case.own_kind()
        writes = [
            user
            for user in User.objects.filter(is_active=True)
            if any(step.name == "write" for step in own.workflow.open_to(user, own, on=day))
        ]
        if len(writes) > 1:
            return own, [Browser(user.username) for user in writes[:2]]
    raise SystemExit("The demo has no case that two people may write on.")


def main(rounds: int) -> None:
    bring_up_to_date(connection)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not User.objects.exists():
        call_command("seed_demo")
    started = perf_counter()
    case, editors = a_case_of_two()
    figures = pressed_twice(Browser("mai"), rounds) | written_at_once(case, editors, rounds)
    for name, value in figures.items():
        print(f"{name}: {value}")
    print(f"history: {verify().as_dict()}")
    print(f"seconds: {perf_counter() - started:.0f}")


if __name__ == "__main__":
    main(*([int(word) for word in sys.argv[1:2]] or [500]))
