"""Kills under load: `python benchmarks/kills.py [KILLS] [WRITERS]`, by default 200 under 8 writers.

A whole portal is started as `./run` does it. Writers register letters through its pages, each
under a key of its own, sent again until a redirect acknowledges it, and note down nothing else.
Meanwhile web workers, database backends, the postmaster and the writers themselves are killed
(-9) in turn. Then it is counted: acknowledged and lost, doubled, half written, gaps in the book,
answers that were a 500, and whether the history is intact. Uses the embedded database of
PORTAL_VAR, where portal.log says why: give it one of its own.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from http.client import HTTPConnection, HTTPException
from multiprocessing import Process
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.db import OperationalError, connection
from django.utils import timezone

from benchmarks.floor import Browser
from benchmarks.pages import LETTER
from citizens.models import Petition
from portal.history import Event, verify
from portal.management import first_start
from portal.management.schema import bring_up_to_date
from portal.once import Receipt
from portal.registers import Number

DAY = timezone.localdate()
NOTES = Path(settings.PORTAL_VAR) / "acknowledged"
LOG = Path(settings.PORTAL_VAR) / "portal.log"
REGISTER = "/don/vao-so/don-thuong/"
CLERK, TITLE, CSRF = "mai", "Đơn giữa lúc mất điện ", "k" * 32
WEIGHTS = {"web": 2, "backend": 2, "postmaster": 1, "writer": 1}


# writing


def write_until_killed(door: str, cookie: str) -> None:
    notes = os.open(NOTES / str(os.getpid()), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    while True:
        key = str(uuid4())
        while not (code := acknowledged(door, cookie, key)):
            time.sleep(0.05)
        os.write(notes, f"{key} {code}\n".encode())


def acknowledged(door: str, cookie: str, key: str) -> str:
    """The code of the letter, once a redirect has said it; 503 and silence mean: send it again."""
    own = {"title": TITLE + key, "content": f"{LETTER['content']} {key}"}
    typed = LETTER | own | {"received_on": f"{DAY:%d/%m/%Y}", "in-bien-nhan": "1"}
    body = urlencode(typed | {"_once": key, "csrfmiddlewaretoken": CSRF})
    kind = "application/x-www-form-urlencoded"
    try:
        line = HTTPConnection(door, timeout=60)
        line.request("POST", REGISTER, body, {"Cookie": cookie, "Content-Type": kind})
        answer = line.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return ""
    return answer.headers["Location"].split("/")[2] if answer.status == 302 else ""


def start_writer(door: str, cookie: str) -> Process:
    writer = Process(target=write_until_killed, args=(door, cookie), daemon=True)
    writer.start()
    return writer


# killing


def start_portal() -> tuple[subprocess.Popen, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        door = f"127.0.0.1:{free.getsockname()[1]}"
    with LOG.open("a") as log:
        portal = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=settings.BASE_DIR,
            env=os.environ | {"PORTAL_ADDRESS": door},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert next(line for line in portal.stdout or [] if "Cổng đang chạy" in line)
    return portal, door


def children(of: int, *, named: str) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(of)], capture_output=True, text=True
    ).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if named in line]


def postmaster() -> int:
    return int((connection.cluster.data / "postmaster.pid").read_text().split()[0])


def victims(what: str, portal: subprocess.Popen, writers: list[Process]) -> list[int]:
    if what == "web":
        return [
            worker
            for master in children(portal.pid, named="gunicorn")
            for worker in children(master, named="gunicorn")
        ]
    if what == "backend":
        return children(postmaster(), named="[local]")
    return [postmaster()] if what == "postmaster" else [writer.pid for writer in writers]


def kill_one(what: str, portal: subprocess.Popen, writers: list[Process]) -> bool:
    """False where there was nothing to kill just now."""
    try:
        os.kill(random.choice(victims(what, portal, writers)), signal.SIGKILL)
    except (FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        return False
    return True


def kill(times: int, portal: subprocess.Popen, door: str, writing: int) -> Counter[str]:
    cookie, killed = f"{Browser(CLERK).cookie}; {settings.CSRF_COOKIE_NAME}={CSRF}", Counter[str]()
    writers = [start_writer(door, cookie) for _ in range(writing)]
    while killed.total() < times:
        wait_for_work()
        time.sleep(random.uniform(0.0, 0.4))
        what = random.choices(list(WEIGHTS), weights=WEIGHTS.values())[0]
        killed[what] += kill_one(what, portal, writers)
        writers = [each if each.is_alive() else start_writer(door, cookie) for each in writers]
        print(f"\r{killed.total()} of {times}", end="", file=sys.stderr)
    time.sleep(2)
    for writer in writers:
        writer.kill()
        writer.join()
    return killed


def wait_for_work() -> None:
    """Each kill falls into writing; a portal that does not come back by itself ends this."""
    before, until = written(), time.monotonic() + 90
    while written() < before + 100:
        assert time.monotonic() < until, "nothing was acknowledged for 90 s"
        time.sleep(0.05)


def written() -> int:
    return sum(file.stat().st_size for file in NOTES.iterdir())


def settled() -> None:
    for _ in range(600):
        try:
            connection.close()
            connection.ensure_connection()
            return
        except OperationalError:
            time.sleep(0.1)


# counting


def count() -> dict[str, object]:
    letters = Petition.objects.filter(title__startswith=TITLE)
    kept = Counter(letters.values_list("title", "code"))
    keys = Counter(title.removeprefix(TITLE) for title, _ in kept)
    numbers = Number.objects.filter(book="D", year=DAY.year).values_list("number", flat=True)
    noted = [line.split() for file in NOTES.iterdir() for line in file.read_text().split("\n")[:-1]]
    return {
        "acknowledged": len(noted),
        "lost": sum((TITLE + key, code) not in kept for key, code in noted),
        "doubled": keys.total() - len(keys),
        "half written": letters.count() - whole(letters),
        "gaps": max(numbers) - len(numbers),
        "answered 500": LOG.read_text().count('"status": 500'),
        "history": verify().as_dict(),
    }


def whole(letters: object) -> int:
    """Letters with all that registering writes: who sent it, the act, the number, the receipt."""
    written = set(Event.objects.filter(step="register").values_list("stream", flat=True))
    numbered = set(Number.objects.values_list("code", flat=True))
    receipts = set(map(str, Receipt.objects.exclude(location="").values_list("pk", flat=True)))
    return sum(
        petition.stream in written
        and petition.code in numbered
        and petition.title.removeprefix(TITLE) in receipts
        for petition in letters.filter(parties__isnull=False).distinct()
    )


def main(kills: int, writing: int) -> None:
    NOTES.mkdir(parents=True, exist_ok=True)
    bring_up_to_date(connection)
    first_start.fill(with_demo=True)
    portal, door = start_portal()
    started = time.monotonic()
    try:
        killed = kill(kills, portal, door, writing)
    finally:
        portal.terminate()
        portal.wait(60)
    settled()
    print()
    figures = {"killed": dict(killed), "seconds": round(time.monotonic() - started)} | count()
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    main(*(asked + [200, 8][len(asked) :]))
