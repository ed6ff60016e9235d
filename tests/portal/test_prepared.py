"""A dear statement is planned once for each connection, and answers each time for what is asked."""

import pytest
from django.db import DataError, connection
from django.db.models import Q
from django.db.transaction import atomic
from django.test.utils import CaptureQueriesContext

from portal import prepared
from portal.people import User
from portal.prepared import Prepared, PreparedRows

pytestmark = pytest.mark.django_db

NAME, READER = "§ name §", -9
MARKS = {NAME: "text", READER: "bigint"}


def known_to_the_server() -> list[str]:
    """In the order in which they were planned."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT split_part(split_part(statement, ' AS ', 2), ';', 1)"
            " FROM pg_prepared_statements"
            " WHERE name LIKE 'planned_once_%' ORDER BY prepare_time, name"
        )
        return [each for (each,) in cursor.fetchall()]


def test_each_run_answers_for_its_own_values():
    statement = Prepared("SELECT %s || '%%', %s + 1, %s", [NAME, READER, "đã"], MARKS)
    assert statement.read({NAME: "a", READER: 1}) == [("a%", 2, "đã")]
    assert statement.read({NAME: "it's", READER: 41}) == [("it's%", 42, "đã")]


def test_one_run_is_one_statement_and_the_plan_is_made_once():
    statement = Prepared("SELECT %s, %s", [NAME, READER], MARKS)
    with CaptureQueriesContext(connection) as said:
        for _ in range(3):
            statement.read({NAME: "a", READER: 1})
    assert len(said) == 3
    assert ["PREPARE" in each["sql"] for each in said] == [True, False, False]


def test_a_connection_lets_go_of_what_nobody_asked_for_the_longest(monkeypatch):
    statements = [Prepared(f"SELECT {at}, %s", [READER], {READER: "int"}) for at in range(4)]
    monkeypatch.setattr(prepared, "ROOM", 3 * len(statements[0].sql))
    for at in (0, 1, 2, 0, 3):
        assert statements[at].read({READER: 7}) == [(at, 7)]
    assert known_to_the_server() == ["SELECT 0, $1", "SELECT 2, $1", "SELECT 3, $1"]


def test_a_run_that_failed_is_no_obstacle_to_the_next():
    statement = Prepared("SELECT 1 / %s", [READER], {READER: "int"})
    with pytest.raises(DataError), atomic():
        statement.read({READER: 0})
    assert statement.read({READER: 1}) == [(1,)]


def test_rows_come_as_the_query_set_makes_them(lan, minh):
    wanted = User.objects.filter(Q(full_name=NAME) | Q(pk=READER)).order_by("pk")
    whole, columns = PreparedRows(wanted, MARKS), PreparedRows(wanted.values("username"), MARKS)
    for asked in (lan, minh):
        values = {NAME: asked.full_name, READER: 0}
        assert whole.read(values) == [asked]
        assert columns.read(values) == [{"username": asked.username}]
