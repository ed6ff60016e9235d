"""Only what a browser kept waiting has a second chance; what fails twice has failed."""

import pytest

FILE = """
import pytest
from playwright.sync_api import TimeoutError

pytestmark = pytest.mark.{mark}
times = []


@pytest.fixture(scope="module")
def world():
    yield
    print("torn down")


def test_it(world):
    times.append(1)
    {body}


def test_the_next(world):
    assert len(times) == {times}
"""
ARGUMENTS = (
    "-q",
    "-p",
    "tests.run_twice",
    "-p",
    "no:playwright",
    "-p",
    "no:django",
    "-W",
    "ignore",
)
ONCE_LATE = "if len(times) == 1: raise TimeoutError('Timeout 60000ms exceeded.')"
LATE = "raise TimeoutError('Timeout 60000ms exceeded.')"
READABLE = """try:
        raise TimeoutError('Timeout 60000ms exceeded.')
    except TimeoutError as late:
        raise AssertionError('no button') from late"""


def ran(pytester, body: str, *, times: int, mark: str = "browser"):
    pytester.makepyfile(FILE.format(body=body, times=times, mark=mark))
    result = pytester.runpytest_inprocess(*ARGUMENTS)
    return result.parseoutcomes(), result.stdout.str()


def test_one_that_was_kept_waiting_once_passes_and_is_named(pytester):
    outcomes, told = ran(pytester, ONCE_LATE, times=2)
    assert outcomes == {"passed": 2}
    assert "RUN TWICE" in told
    assert "::test_it: Timeout 60000ms exceeded." in told


@pytest.mark.parametrize("body", [LATE, READABLE], ids=["plain", "readable"])
def test_one_that_is_always_kept_waiting_fails(body, pytester):
    outcomes, told = ran(pytester, body, times=2)
    assert outcomes == {"failed": 1, "passed": 1}
    assert "RUN TWICE" in told


def test_what_is_not_there_fails_at_once(pytester):
    outcomes, told = ran(pytester, "assert len(times) == 2", times=1)
    assert outcomes == {"failed": 1, "passed": 1}
    assert "RUN TWICE" not in told


def test_outside_a_browser_nothing_is_run_twice(pytester):
    outcomes, _ = ran(pytester, ONCE_LATE, times=1, mark="slow")
    assert outcomes == {"failed": 1, "passed": 1}
