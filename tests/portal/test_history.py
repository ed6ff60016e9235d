"""The register of acts: appended to, never changed; whoever changes it all the same is seen."""

import json
from contextlib import contextmanager, suppress
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from portal.history import (
    DailyLine,
    Event,
    EventValues,
    close_day,
    erase_values,
    events,
    record,
    verify,
)
from portal.history.events import hash_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 8, 3)


@pytest.fixture
def acts() -> list[Event]:
    made = []
    for stream in ("don/D-2026-00001", "vu-viec/KN-2026-0001", "vu-viec/KN-2026-0002"):
        for step in ("register", "classify", "accept", "settle"):
            values = {"sender": ["", "Đinh Thị Thảo"]} if step == "register" else {}
            facts = {"stage": ["", step], "received": DAY}
            made.append(record(stream, step, by="lan", on=DAY, facts=facts, values=values))
    return made


@contextmanager
def guard_lifted(*tables: str):
    """As somebody who owns the tables and means harm."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL ROLE NONE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def harm(statement: str, *tables: str) -> None:
    with guard_lifted(*(tables or ("portal_event",))) as cursor:
        cursor.execute(statement)


def found() -> tuple[str, int, str]:
    fault = verify().fault
    return (fault.stream, fault.seq, fault.what) if fault else ("", 0, "intact")


def test_an_act_is_written_with_who_when_and_what(acts):
    last = events("don/D-2026-00001").last()
    assert (last.seq, last.step, last.by, last.on) == (4, "settle", "lan", DAY)
    assert last.facts == {"stage": ["", "settle"], "received": "2026-08-03"}


@pytest.mark.django_db(transaction=True)
def test_an_act_is_never_recorded_outside_its_transaction():
    with pytest.raises(RuntimeError):
        record("don/D-2026-00001", "register", by="lan", on=DAY)


def test_each_act_is_chained_to_the_one_before_in_its_stream(acts):
    chained = list(events("vu-viec/KN-2026-0001"))
    assert [event.previous for event in chained] == ["", *(event.hash for event in chained[:-1])]


def test_what_was_written_is_found_intact(acts):
    assert verify().as_dict() == {"events": 12, "intact": True}


def test_personal_values_stand_apart_and_can_be_erased(acts):
    first = events("don/D-2026-00001").first()
    assert first.values == {"sender": ["", "Đinh Thị Thảo"]}
    erase_values(first, by="quantri", on=DAY, reason="theo yêu cầu của công dân")
    assert events("don/D-2026-00001").first().values == {}
    assert events("don/D-2026-00001").last().step == "erase_values"
    assert verify().intact


def test_the_digest_of_a_value_does_not_confirm_a_guess(acts):
    digests = set(Event.objects.exclude(values_digest="").values_list("values_digest", flat=True))
    assert len(digests) == 3, "the same value gives another digest each time"


ATTACKS = {
    "change an act": "UPDATE portal_event SET by = 'ai-do'",
    "remove an act": "DELETE FROM portal_event WHERE seq = 4",
    "empty the register": "TRUNCATE portal_event CASCADE",
    "change personal values": "UPDATE portal_eventvalues SET values = '{}'",
    "change a daily line": "UPDATE portal_dailyline SET hash = ''",
    "remove a head": "DELETE FROM portal_head",
    "switch the guard off": "ALTER TABLE portal_event DISABLE TRIGGER USER",
    "replace the guard": "CREATE OR REPLACE FUNCTION history_refuses() RETURNS trigger"
    " LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "drop the guard": "DROP TRIGGER append_only ON portal_event",
    "play a replica": "SET session_replication_role = replica",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_run_time_role_is_refused(acts, attack):
    close_day(DAY)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert verify().intact


@pytest.mark.parametrize("attack", list(ATTACKS.values())[:6], ids=list(ATTACKS)[:6])
def test_the_owner_is_refused_too_while_the_guard_stands(acts, attack):
    close_day(DAY)
    refused = pytest.raises(DatabaseError, match="append-only")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute(attack)


EDITS = {
    "by": "by = 'minh'",
    "on": "\"on\" = '2026-08-04'",
    "at": "at = at + interval '1 second'",
    "step": "step = 'decline'",
    "label": "label = 'khác'",
    "facts": "facts = '{}'",
    "prepared_by": "prepared_by = 'minh'",
    "values_digest": "values_digest = ''",
    "hash": "hash = repeat('0', 64)",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_act_is_found(acts, edit):
    harm(f"UPDATE portal_event SET {edit} WHERE stream = 'vu-viec/KN-2026-0001' AND seq = 1")
    assert found() == ("vu-viec/KN-2026-0001", 1, "changed")


def test_an_act_rewritten_with_a_hash_of_its_own_is_found(acts):
    event = events("vu-viec/KN-2026-0001")[1]
    event.by = "minh"
    forged = hash_of(event)
    harm(f"UPDATE portal_event SET by = 'minh', hash = '{forged}' WHERE id = {event.pk}")
    assert found() == ("vu-viec/KN-2026-0001", 2, "changed")


def test_edited_personal_values_are_found(acts):
    harm('UPDATE portal_eventvalues SET values = \'{"sender": "ai"}\'', "portal_eventvalues")
    assert found() == ("don/D-2026-00001", 1, "changed")


@pytest.mark.parametrize(("seq", "at"), [(1, 1), (2, 2), (4, 4)])
def test_a_removed_act_is_found_also_the_last(acts, seq, at):
    EventValues.objects.all().delete()
    harm(f"DELETE FROM portal_event WHERE stream = 'vu-viec/KN-2026-0001' AND seq = {seq}")
    assert found() == ("vu-viec/KN-2026-0001", at, "missing")


def test_a_removed_stream_is_found(acts):
    EventValues.objects.all().delete()
    harm("DELETE FROM portal_event WHERE stream = 'vu-viec/KN-2026-0002'")
    assert found() == ("vu-viec/KN-2026-0002", 1, "missing")


COPY = """INSERT INTO portal_event
    (stream, seq, step, label, by, prepared_by, "on", at, facts, values_digest, previous, hash)
    SELECT '{stream}', {seq}, step, label, by, prepared_by, "on", at, facts, '',
           {previous}, md5(random()::text) FROM portal_event WHERE id = {source}"""


def test_an_inserted_act_is_found_at_the_end_of_a_stream(acts):
    source = events("vu-viec/KN-2026-0001").last()
    harm(COPY.format(stream=source.stream, seq=5, previous="hash", source=source.pk))
    assert found() == (source.stream, 5, "inserted")


def test_an_act_pushed_between_two_others_is_found(acts):
    source = events("vu-viec/KN-2026-0001")[1]
    harm(
        f"UPDATE portal_event SET seq = seq + 10 WHERE stream = '{source.stream}' AND seq > 2;"
        f"UPDATE portal_event SET seq = seq - 9 WHERE stream = '{source.stream}' AND seq > 10;"
        + COPY.format(stream=source.stream, seq=3, previous="''", source=source.pk)
    )
    assert found() == (source.stream, 3, "inserted")


def test_a_stream_out_of_nowhere_is_found(acts):
    source = events("vu-viec/KN-2026-0001").first()
    harm(COPY.format(stream="vu-viec/KN-2026-9999", seq=1, previous="''", source=source.pk))
    assert found() == ("vu-viec/KN-2026-9999", 1, "inserted")


def test_the_daily_line_stays_the_same_when_asked_twice(acts):
    line = close_day(DAY)
    record("don/D-2026-00001", "note", by="lan", on=DAY)
    assert close_day(DAY).hash == line.hash
    assert verify().intact


def test_daily_lines_are_chained(acts):
    first = close_day(DAY)
    record("don/D-2026-00001", "note", by="lan", on=DAY)
    second = close_day(date(2026, 8, 4))
    assert (second.previous, second.streams) == (first.hash, 1)
    with pytest.raises(ValueError, match="đã khóa"):
        close_day(date(2026, 8, 2))


def test_who_cuts_a_stream_and_mends_its_head_is_seen_by_the_daily_line(acts):
    close_day(DAY)
    stream = "vu-viec/KN-2026-0001"
    third = events(stream)[2]
    harm(f"DELETE FROM portal_event WHERE stream = '{stream}' AND seq = 4")
    harm(
        f"UPDATE portal_head SET seq = 3, hash = '{third.hash}' WHERE stream = '{stream}'",
        "portal_head",
    )
    assert found() == ("khoa-so/2026-08-03", 1, "changed")


def test_an_edited_daily_line_is_found(acts):
    close_day(DAY)
    harm("UPDATE portal_dailyline SET last_id = last_id - 1", "portal_dailyline")
    assert found() == ("khoa-so/2026-08-03", 1, "changed")
    assert DailyLine.objects.count() == 1


def told() -> dict:
    printed = StringIO()
    with suppress(SystemExit):
        call_command("verify_history", stdout=printed)
    return json.loads(printed.getvalue())


def test_the_command_answers_in_one_line_of_json(acts):
    assert told() == {"events": 12, "intact": True}


def test_the_command_says_where_and_ends_with_one(acts):
    harm("UPDATE portal_event SET by = 'minh' WHERE stream = 'don/D-2026-00001' AND seq = 2")
    at = {"stream": "don/D-2026-00001", "seq": 2, "what": "changed"}
    assert told() == {"events": 12, "intact": False, "at": at}
    with pytest.raises(SystemExit) as end:
        call_command("verify_history", stdout=StringIO())
    assert end.value.code == 1
