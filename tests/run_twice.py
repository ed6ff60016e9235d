"""The last net under a browser: a test that it left waiting is run a second time, loudly.

A journey that waits for what a person waits for needs none of this; docs/decisions/0185 says
why it is here all the same. Only what Playwright itself raises counts; what a test asserts fails
at once, and what fails twice has failed.
"""

import pytest
from _pytest.runner import runtestprotocol
from playwright.sync_api import Error

TWICE = "run twice"
left_waiting = pytest.StashKey[str]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    if not item.get_closest_marker("browser"):
        return None
    where = {"nodeid": item.nodeid, "location": item.location}
    item.ihook.pytest_runtest_logstart(**where)
    for report in once_or_twice(item, nextitem or item.parent):
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(**where)
    return True


def once_or_twice(item: pytest.Item, before: pytest.Item) -> list[pytest.TestReport]:
    """What stands longer than a test is torn down for whoever comes next, as ever."""
    reports = runtestprotocol(item, log=False, nextitem=before)
    why = item.stash.get(left_waiting, None)
    if why is None:
        return reports
    reports = runtestprotocol(item, log=False, nextitem=before)
    for report in reports:
        report.user_properties.append((TWICE, why))
    return reports


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    if call.excinfo and (fault := fault_of_a_browser(call.excinfo.value)):
        item.stash[left_waiting] = str(fault).strip().splitlines()[0]
    return (yield)


def fault_of_a_browser(problem: BaseException | None) -> Error | None:
    """In what was raised, or in what a more readable sentence was raised from."""
    while problem and not isinstance(problem, Error):
        problem = problem.__cause__
    return problem


def pytest_terminal_summary(terminalreporter) -> None:
    every = [each for some in terminalreporter.stats.values() for each in some]
    told = {
        each.nodeid: dict(each.user_properties)[TWICE]
        for each in every
        if TWICE in dict(getattr(each, "user_properties", ()))
    }
    if told:
        terminalreporter.section("RUN TWICE", yellow=True, bold=True)
        terminalreporter.line("The first time the browser kept these waiting. Find out what for.")
        for name, why in told.items():
            terminalreporter.line(f"  {name}: {why}")
