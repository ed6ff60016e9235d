"""docs/tham-quan.md: five tours through the demo, every stop as it is promised."""

import html
import re
from datetime import timedelta
from typing import NamedTuple

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from portal.management.commands.seed_demo import Command
from portal.management.demo.office import read
from portal.models import User

PAGE = (settings.BASE_DIR / "docs/tham-quan.md").read_text()
STOP = re.compile(r"^\| (?:`(\w+)`|–) \| \[(/\S*)\]\(http://127\.0\.0\.1:8000(/\S*)\) \| (.+) \|$")
QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”)+)”")
TOURS = PAGE.split("\n## ")[1:]
MINUTES, SECONDS_AT_A_STOP = 3, 20


class Stop(NamedTuple):
    who: str
    address: str
    link: str
    promised: list[str]


def stops(tour: str) -> list[Stop]:
    found = [match for line in tour.splitlines() if (match := STOP.match(line))]
    return [Stop(each[1] or "", each[2], each[3], QUOTED.findall(each[4])) for each in found]


def missing(client: Client, stop: Stop) -> list[str]:
    answer = client.get(stop.address)
    if answer.status_code != 200:
        return [f"{stop.who} {stop.address}: {answer.status_code}"]
    main = re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])
    told = " ".join(html.unescape(main).split())
    return [f"{stop.who} {stop.address}: {words}" for words in stop.promised if words not in told]


def visitor(who: str) -> Client:
    client = Client()
    if who:
        client.force_login(User.objects.get(username=who))
    return client


def test_five_tours_of_three_minutes():
    counts = [len(stops(tour)) for tour in TOURS]
    assert len(counts) == 5
    assert all(6 <= count <= MINUTES * 60 / SECONDS_AT_A_STOP for count in counts)
    assert all(line.count("|") == 4 for line in PAGE.splitlines() if line.startswith("| `"))
    assert sum(counts) == sum(line.startswith(("| `", "| – ")) for line in PAGE.splitlines())


@pytest.mark.parametrize("stop", [each for tour in TOURS for each in stops(tour)])
def test_a_stop_leads_somewhere_and_promises_something(stop):
    assert stop.address == stop.link
    assert resolve(stop.address.partition("?")[0])
    assert stop.promised


def test_whoever_looks_can_sign_in_on_the_page_of_the_demo():
    offered = {*read("trial.toml")["cast"], "lan", "binh", "ha", "dung", "minh", "mai", "quantri"}
    assert {stop.who for tour in TOURS for stop in stops(tour)} - {""} <= offered


def test_a_promise_that_is_not_kept_would_be_seen(client, lan):
    client.force_login(lan)
    stop = Stop("lan", "/cong-viec/", "", ["Việc của tôi", "Điều không có ở đâu"])
    assert missing(client, stop) == ["lan /cong-viec/: Điều không có ở đâu"]
    assert missing(client, stop._replace(address="/khong-co/")) == ["lan /khong-co/: 404"]


@pytest.mark.slow
def test_every_stop_keeps_its_promise(db):
    today = timezone.localdate()
    Command().fill(today=today, since=today - timedelta(days=90), often=False)
    told = [
        words
        for tour in TOURS
        for stop in stops(tour)
        for words in missing(visitor(stop.who), stop)
    ]
    assert not told, "\n".join(told)
