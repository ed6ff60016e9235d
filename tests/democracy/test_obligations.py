"""What units owe in a year, as rows of the records themselves."""

from datetime import date

import pytest

import democracy.obligations  # noqa: F401
from democracy.models import Suggestion
from democracy.models.slip import drop, open_box
from portal.obligations import Duty, Owed, owed, register
from portal.people import Unit
from tests.democracy.conftest import DECIDED

AT = date(2026, 5, 20)


@pytest.fixture
def rows(units):
    def of(code: str, *, as_of: date = AT) -> list[Owed]:
        lines = owed(list(Unit.objects.all()), year=2026, as_of=as_of)
        return [line.owed for line in lines if line.duty.code == code]

    return of


def test_what_must_be_told_is_owed_by_its_unit_until_it_is_posted(posting, rows, units):
    [row] = rows("T1")
    assert (row.unit, row.due, row.done_on) == (units["van-phong"], posting.due_on, None)
    assert row.is_late(as_of=AT)


def test_what_was_posted_in_time_is_counted(posting, rows, tuan):
    posting.display(by=tuan, on=DECIDED)
    [row] = rows("T1")
    assert row.what == "1 nội dung đã công khai đúng hạn"
    assert row.stands_for == 1


def test_what_was_posted_late_stays_a_row(posting, rows, tuan):
    posting.display(by=tuan, on=AT)
    [row] = rows("T1")
    assert row.is_late(as_of=AT)
    assert row.standing(as_of=AT).short == "Đã làm sau hạn"


def test_what_was_taken_down_too_early_is_owed_again(posting, rows, tuan):
    posting.display(by=tuan, on=DECIDED)
    posting.take_down(by=tuan, on=date(2026, 5, 14), reason="Nhầm bản")
    [row] = rows("T2")
    assert row.what == f"Đăng lại: {posting.title}"
    assert row.done_on is None


def letter_to(whom: str) -> Suggestion:
    drop(on=DECIDED, addressed_to=whom, topic="khac", text="Sân sau cơ quan thiếu đèn")
    open_box(on=date(2026, 5, 5))
    return Suggestion.objects.latest("pk")


def test_a_letter_to_the_leaders_is_the_offices_until_a_unit_has_it(rows, tuan, units):
    letter = letter_to("leaders")
    assert rows("T10")[0].unit == units["so"]
    letter.route(by=tuan, on=date(2026, 5, 6), unit=units["lao-dong"])
    assert rows("T10")[0].unit == units["lao-dong"]


@pytest.mark.parametrize("whom", ["board", "representative"])
def test_letters_to_others_are_told_nowhere(rows, whom):
    letter_to(whom)
    assert rows("T10") == []


def test_two_duties_of_one_code_are_a_mistake():
    with pytest.raises(ValueError, match="T1"):
        register(Duty("T1", "khác", "", lambda units, *, year, as_of: []))
