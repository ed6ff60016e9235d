"""The database goes away in the middle: an answer or a 503; what was acknowledged is there."""

import os
import signal
import subprocess
import sys
import threading
import time
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import pytest

from tests.citizens.crawling import Page
from tests.portal.test_embedded_postgres import environment_for, postmaster, soon
from tests.portal.test_serving import HOME, Portal, free_port

NEW = "/quan-tri/xa-phuong/moi/"
OUTAGES, LETTERS = 3, 12


class StayHere(HTTPRedirectHandler):
    """A redirect is the acknowledgement itself."""

    def redirect_request(self, *where):
        return None


class Browser:
    """Cookies, forms with all that is hidden in them, one answer a request."""

    def __init__(self, port: int) -> None:
        self.host = f"http://127.0.0.1:{port}"
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), StayHere())

    def ask(self, path: str, typed: dict[str, str] | None = None) -> tuple[int, str]:
        body = urlencode(typed).encode() if typed is not None else None
        try:
            answer = self.opener.open(Request(self.host + path, body), timeout=60)
        except HTTPError as refused:
            answer = refused
        with answer:
            return answer.status, answer.read().decode()

    def form(self, path: str) -> dict[str, str]:
        """What the page's own form would send; asked for until it is there."""
        status, body = self.ask(path)
        while status == 503:
            time.sleep(0.2)
            status, body = self.ask(path)
        form = next(each for each in Page(path, body).forms if path in each.action)
        return {name: values[0] for name, values in form.values.items()}


@pytest.fixture(scope="module")
def var(founded, tmp_path_factory):
    place = tmp_path_factory.mktemp("durability") / "var"
    subprocess.run(["cp", "-a", founded, place], check=True)
    return place


@pytest.fixture
def administrator(var):
    """A running portal, and the administrator signed in through the one-time link."""
    running = Portal(var, free_port())
    link = running.until("/dang-nhap/moi/").split("/dang-nhap/moi/")[1].split("/")[0]
    browser = Browser(running.port)
    door = f"/dang-nhap/moi/{link}/"
    word = "mùa lúa chín vàng 2026"
    typed = browser.form(door) | {"password": word, "again": word}
    assert browser.ask(door, typed)[0] == 302
    codes = "/xac-thuc/ma-in-san/"
    assert browser.ask(codes, browser.form(codes))[0] == 200
    yield browser
    running.end(signal.SIGTERM)
    running.process.stdout.close()


def enter(browser: Browser, number: int, answers: list[int]) -> None:
    """One commune under one key, sent again until somebody says that it is there."""
    typed = browser.form(NEW) | {"code": f"xa-{number}", "name": f"Xã số {number}"}
    typed["opened_on"] = "01/01/2026"
    while not answers or answers[-1] != 302:
        status, body = browser.ask(NEW, typed)
        answers.append(status)
        assert status in (302, 503), body[:2000]
        assert status == 302 or "Việc gấp, gọi" in body
        time.sleep(0 if status == 302 else 0.1)


def test_what_was_acknowledged_outlives_the_database(administrator, var):
    answers: dict[int, list[int]] = {number: [] for number in range(LETTERS)}
    writing = threading.Thread(
        target=lambda: [enter(administrator, number, answers[number]) for number in answers]
    )
    writing.start()
    for _ in range(OUTAGES):
        assert soon(lambda: postmaster(var) is not None, seconds=30)
        os.kill(postmaster(var), signal.SIGKILL)
        time.sleep(0.7)
    writing.join(120)
    assert [said[-1] for said in answers.values()] == [302] * LETTERS
    status, body = administrator.ask("/quan-tri/xa-phuong/")
    while status == 503:
        time.sleep(0.2)
        status, body = administrator.ask("/quan-tri/xa-phuong/")
    assert [body.count(f">Xã số {number}<") for number in answers] == [1] * LETTERS


@pytest.mark.slow
def test_ten_kills_lose_double_and_skip_nothing(tmp_path):
    command = [sys.executable, "benchmarks/kills.py", "10", "4"]
    told = subprocess.run(
        command,
        cwd=HOME,
        env=environment_for(tmp_path / "var"),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    figures = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    assert int(figures["acknowledged"]) > 20
    wrong = ("lost", "doubled", "half written", "gaps")
    assert [figures[name] for name in wrong] == ["0"] * len(wrong)
