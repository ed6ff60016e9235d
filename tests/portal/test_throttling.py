from datetime import UTC, datetime, timedelta

import pytest

from portal.throttling import allow, forget_before, forgive

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def tries(count: int, *, key="look-up 10.0.0.1", now=NOW) -> list[bool]:
    return [allow(key, limit=3, per_seconds=60, now=now) for _ in range(count)]


def test_the_limit_itself_is_still_allowed():
    assert tries(5) == [True, True, True, False, False]


def test_another_key_is_counted_apart():
    tries(5)
    assert tries(1, key="look-up 10.0.0.2") == [True]


def test_a_window_that_has_passed_starts_anew():
    tries(5)
    assert tries(4, now=NOW + timedelta(seconds=60)) == [True, True, True, False]


def test_success_forgives_earlier_failures():
    tries(5)
    forgive("look-up 10.0.0.1")
    assert tries(1) == [True]


def test_old_windows_are_forgotten():
    forget_before(NOW + timedelta(days=1))
    tries(1)
    assert forget_before(NOW + timedelta(days=1)) == 1
