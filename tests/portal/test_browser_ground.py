"""The ground under the browser tests: a real Chromium, a real server, an emptied database."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from portal.history import record
from portal.models import Event
from tests.cast import LONG_AGO

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def event():
    with transaction.atomic():
        return record("case/KN-2026-0001", "accept", by="ha", on=LONG_AGO)


def empty() -> None:
    call_command("flush", interactive=False, verbosity=0)


def test_a_missing_page_says_so_in_the_browser(live_server, page):
    response = page.goto(f"{live_server.url}/khong-co-trang-nay/")
    assert response.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "Không có trang này"


def test_the_end_of_a_browser_test_empties_the_history_too(event):
    empty()
    assert Event.objects.count() == 0


def test_after_emptying_the_guard_stands_as_before(event):
    empty()
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tgenabled FROM pg_trigger WHERE tgname = 'never_emptied'")
        assert cursor.fetchall() == [("A",)]


def test_nobody_else_may_empty_it(event):
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("TRUNCATE portal_event CASCADE")
