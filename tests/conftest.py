"""The database as the portal meets it, the browser, and the cast."""

import gc
import os
import shutil
import time
from datetime import datetime
from itertools import zip_longest

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.db import connection, transaction

from portal.kept import Kept

pytest_plugins = ["pytester", "tests.cast", "tests.citizens.roles.world", "tests.run_twice"]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
IN_A_BROWSER = {"browser"}
A_PORTAL_OF_ITS_OWN = {"var", "founded"}
THE_WHOLE_OFFICE = {"world", "walk"}
LONG = (A_PORTAL_OF_ITS_OWN, IN_A_BROWSER, THE_WHOLE_OFFICE)
BEGIN = os.environ.get("TESTS_BEGIN", "2026-11-22T15:00:00+07:00")
"""Every run begins at the same moment; `TESTS_BEGIN=2027-03-31T23:50+07:00 ./test` at another."""

PATIENCE = 60_000  # milliseconds: a busy machine is no fault

left_out = pytest.StashKey[list[str]]()

# A slow machine is no fault here either, and a run finds what the one before it found.
hypothesis.settings.register_profile(
    "gate",
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("gate")

# Playwright keeps an event loop in the thread of the test; the ORM there is as safe as without it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_configure(config) -> None:
    """Before any file of tests asks for today."""
    clock = time_machine.travel(datetime.fromisoformat(BEGIN), tick=True)
    clock.start()
    config.add_cleanup(clock.stop)


def pytest_collection_modifyitems(config, items) -> None:
    """What opens a page carries the mark `browser`; where no Chromium is, it goes, loudly.

    Long files start first, so that at the end no process waits for another. Portals of their own
    and browsers take turns: a second portal begun at once would wait till the first is founded.
    """
    in_a_browser = [item for item in items if asks_for(item, IN_A_BROWSER)]
    for item in in_a_browser:
        item.add_marker("browser")
    if not CHROMIUM and in_a_browser:
        config.stash[left_out] = [item.nodeid for item in in_a_browser]
        config.hook.pytest_deselected(items=in_a_browser)
        items[:] = [item for item in items if item not in in_a_browser]
    portals, browsers, offices = (
        dict.fromkeys(item.path for item in items if asks_for(item, names)) for names in LONG
    )
    turns = [path for pair in zip_longest(portals, browsers) for path in pair if path]
    rank = {path: place for place, path in enumerate(dict.fromkeys((*turns, *offices)))}
    items.sort(key=lambda item: rank.get(item.path, len(rank)))


def pytest_collection_finish() -> None:
    """Thousands of tests and the whole portal stay till the end: nobody looks for waste there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def asks_for(item: pytest.Item, names: set[str]) -> bool:
    return bool(names & set(getattr(item, "fixturenames", ())))


def pytest_terminal_summary(terminalreporter, config) -> None:
    if names := config.stash.get(left_out, []):
        terminalreporter.section("NO CHROMIUM: LEFT OUT", red=True, bold=True)
        terminalreporter.line(f"{len(names)} browser tests did not run. Install Debian's chromium,")
        terminalreporter.line("or say in CHROMIUM where one is.")
        for name in names:
            terminalreporter.line(f"  {name}")


@pytest.fixture(autouse=True)
def nothing_kept():
    """What a process keeps of small tables was another test's."""
    for kept in Kept.all:
        kept.forget()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "timeout": 3 * PATIENCE,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


@pytest.fixture
def new_context(new_context):
    """Every browser of a test has the same patience."""

    def opened(**wishes):
        context = new_context(**wishes)
        context.set_default_timeout(PATIENCE)
        return context

    return opened


@pytest.fixture(scope="module")
def windows():
    kept = []
    yield kept
    for page in kept:
        page.context.close()


@pytest.fixture
def window(request, windows, browser, browser_context_args):
    """For who only looks: one page serves a file, and a failure leaves the next a new one.

    To open a page costs Chromium more than to look at it.
    """
    if not windows:
        context = browser.new_context(**browser_context_args)
        context.set_default_timeout(PATIENCE)
        windows.append(context.new_page())
    yield windows[0]
    seen = getattr(request.node, "rep_call", None)
    if seen is None or seen.failed:
        windows.pop().context.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """A server reached under one role only still tests with two; nobody asks for rows back."""
    connection.creation.serialize_db_to_string = str
    role = connection.ops.quote_name(settings.RUN_TIME_ROLE)
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.RUN_TIME_ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {role} ROLE CURRENT_USER")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tests run with the rights of the run-time role: a missing right shows in the first test."""
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["OPTIONS"]["assume_role"] = settings.RUN_TIME_ROLE
        # On the class: beside a browser's event loop the thread has another connection object.
        flush = pytest.MonkeyPatch()
        flush.setattr(type(connection.ops), "execute_sql_flush", empty_tables)
    yield
    flush.undo()
    with django_db_blocker.unblock():
        connection.close()
        del connection.settings_dict["OPTIONS"]["assume_role"]
        end_what_a_browser_left_open()


@pytest.fixture(autouse=True)
def delivered_days_off(calendar_as_delivered, monkeypatch):
    """Every test counts with the delivered calendar, without asking the tables for it."""
    from portal.working_days import current

    monkeypatch.setattr(current, "_kept", (float("inf"), calendar_as_delivered))


@pytest.fixture(scope="session")
def calendar_as_delivered():
    from portal.working_days import delivered_calendar

    return delivered_calendar()


def end_what_a_browser_left_open() -> None:
    """A connection held beside an event loop would keep the test database from being dropped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"  # those of the server itself go by themselves
        )
    connection.close()


def empty_tables(operations, statements: list[str]) -> None:
    """After a browser test: as the owner, with the guards against TRUNCATE lifted just here."""
    with transaction.atomic(), operations.connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        wait_until_all_is_answered(cursor)
        guards = guards_against_truncate(cursor)
        for table, guard, _ in guards:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {guard}")
        for statement in [*statements, "TRUNCATE portal_throttle"]:  # a table without a model
            cursor.execute(statement)
        for table, guard, always in guards:
            cursor.execute(f"ALTER TABLE {table} ENABLE {always} TRIGGER {guard}")


def wait_until_all_is_answered(cursor) -> None:
    """A request whose answer no browser waited for still reads and writes."""
    for _ in range(200):
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'"
        )
        if cursor.fetchone() == (0,):
            return
        time.sleep(0.05)


def guards_against_truncate(cursor) -> list[tuple[str, str, str]]:
    cursor.execute(
        """
        SELECT tgrelid::regclass::text, quote_ident(tgname),
               CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END
        FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 32 > 0
        """
    )
    return cursor.fetchall()
