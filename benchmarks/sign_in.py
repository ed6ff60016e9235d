"""Does the time of an answer tell who has an account? Prints the AUC of known against unknown.

    PORTAL_VAR=/tmp/var .venv/bin/python benchmarks/sign_in.py [rounds]

Wrong passwords for names that have an account with a password, that have one without, that are
closed, and for names that nobody has, in turn, against the real hasher. 0.5: nothing to be told.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.db import transaction
from django.test import Client

from portal.people import User

settings.ALLOWED_HOSTS = ["testserver"]
KINDS = ("known", "without a password", "closed", "unknown")


def accounts() -> dict[str, str]:
    """One of each kind; nothing of it stays."""
    facts = {"full_name": "Đo thời gian"}
    User.objects.create_user("do-thoi-gian", "cầu vồng ăn xoài 7 lần", **facts)
    User.objects.create_user("do-chua-co", **facts)
    User.objects.create_user("do-da-dong", "cầu vồng ăn xoài 7 lần", is_active=False, **facts)
    return dict(
        zip(KINDS, ("do-thoi-gian", "do-chua-co", "do-da-dong", "do-khong-ai"), strict=True)
    )


def asked(client: Client, name: str, number: int) -> float:
    """From another address each time, so that no pause answers."""
    address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    typed = {"username": name, "password": "sai hẳn rồi"}
    began = time.thread_time()
    answer = client.post("/dang-nhap/", typed, REMOTE_ADDR=address)
    assert answer.status_code == 422
    return time.thread_time() - began


def auc(one: list[float], other: list[float]) -> float:
    """How often the first is slower than the second, a draw counted half."""
    wins = sum((a > b) + (a == b) / 2 for a in one for b in other)
    return wins / (len(one) * len(other))


def measured(rounds: int) -> dict[str, list[float]]:
    client, names = Client(), accounts()
    taken: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for number in range(rounds * len(KINDS)):
        kind = KINDS[(number + number // len(KINDS)) % len(KINDS)]
        taken[kind].append(asked(client, names[kind], number))
    return taken


def main(rounds: int) -> None:
    with transaction.atomic():
        taken = measured(rounds)
        transaction.set_rollback(True)
    for kind, times in taken.items():
        middle = sorted(times)[len(times) // 2] * 1000
        told = f"AUC against unknown {auc(times, taken['unknown']):.3f}"
        print(f"{kind:20} median {middle:7.1f} ms of the processor   {told}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
