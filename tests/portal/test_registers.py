"""Numbered books: no gap, no double, nothing deleted."""

import multiprocessing
import os
import signal
import time
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from portal.registers import Number, raise_to, take_number

DAY = date(2026, 8, 3)
FORK = multiprocessing.get_context("fork")


@pytest.mark.django_db
def test_numbers_follow_each_other_in_their_book_and_year():
    taken = [take_number("D", on=DAY).code, take_number("D", on=DAY).code]
    taken += [take_number("KN", on=DAY).code, take_number("D", on=date(2027, 1, 4)).code]
    assert taken == ["D-2026-00001", "D-2026-00002", "KN-2026-0001", "D-2027-00001"]


@pytest.mark.django_db
@pytest.mark.parametrize(("book", "code"), [("KNPA", "KNPA-2026-0007"), ("NTC", "NTC-2026-0007")])
def test_each_book_writes_its_number_in_its_own_way(book, code):
    raise_to(book, year=2026, number=6)
    assert take_number(book, on=DAY).code == code


@pytest.mark.django_db
def test_the_width_grows_when_the_book_is_full():
    raise_to("KN", year=2026, number=9_999)
    assert take_number("KN", on=DAY).code == "KN-2026-10000"


@pytest.mark.django_db
def test_going_live_in_mid_year_continues_the_paper_book():
    raise_to("D", year=2026, number=123)
    assert take_number("D", on=DAY).code == "D-2026-00124"
    raise_to("D", year=2026, number=49)
    assert take_number("D", on=DAY).code == "D-2026-00125"


@pytest.mark.django_db
def test_a_voided_number_stays_in_the_book_with_its_reason():
    number = take_number("D", on=DAY)
    number.void(by="mai", on=DAY, reason="vào sổ hai lần")
    number.refresh_from_db()
    assert (number.voided_by, number.voided_reason) == ("mai", "vào sổ hai lần")
    assert take_number("D", on=DAY).code == "D-2026-00002"
    with pytest.raises(IntegrityError, match="voided_with_reason"), transaction.atomic():
        number.void(by="mai", on=DAY, reason="")


@pytest.mark.django_db
def test_an_act_that_failed_took_no_number():
    with pytest.raises(RuntimeError), transaction.atomic():
        take_number("D", on=DAY)
        raise RuntimeError
    assert take_number("D", on=DAY).number == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_never_taken_outside_an_act():
    with pytest.raises(RuntimeError):
        take_number("D", on=DAY)


def take_and_commit(times: int) -> None:
    connection.close()
    for _ in range(times):
        with transaction.atomic():
            take_number("D", on=DAY)


def take_and_never_commit(taken) -> None:
    connection.close()
    with transaction.atomic():
        take_number("D", on=DAY)
        taken.set()
        time.sleep(60)


def numbers_in_the_book() -> list[int]:
    return list(Number.objects.order_by("number").values_list("number", flat=True))


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_leave_no_gap_and_no_double():
    connection.close()
    writers = [FORK.Process(target=take_and_commit, args=(60,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert numbers_in_the_book() == list(range(1, 121))


@pytest.mark.django_db(transaction=True)
def test_who_is_killed_between_number_and_commit_took_none():
    connection.close()
    taken = FORK.Event()
    dying = FORK.Process(target=take_and_never_commit, args=(taken,))
    waiting = FORK.Process(target=take_and_commit, args=(5,))
    dying.start()
    assert taken.wait(20)
    waiting.start()
    time.sleep(0.3)
    os.kill(dying.pid, signal.SIGKILL)
    waiting.join(60)
    dying.join(10)
    assert numbers_in_the_book() == [1, 2, 3, 4, 5]
