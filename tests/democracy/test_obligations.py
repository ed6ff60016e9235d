"""What units owe in a year, as rows of the records themselves."""

from datetime import date

import pytest
from django.utils import timezone

from democracy.models import Posting, Suggestion
from democracy.models.slip import drop, open_box
from democracy.obligations.reading import seen_by
from portal.dashboard.reminders.gathering import items_for
from portal.obligations import Duty, Line, Owed, owed, register
from portal.people import Role, Unit
from portal.working_days import days_after
from tests.cast import client_of, person, place
from tests.democracy.conftest import DECIDED

AT = date(2026, 5, 20)
TODAY = timezone.localdate


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


# who reads them


@pytest.fixture
def hoa(units):
    user = person("hoa", "Bùi Thị Hoa")
    place(user, Role.HEAD, unit=units["van-phong"], title="Chánh Văn phòng")
    return user


def page(user, query="") -> str:
    return client_of(user).get(f"/dan-chu/viec-phai-lam/{query}").content.decode()


@pytest.fixture
def late(tuan, units):
    """Decided three weeks ago and not posted."""
    return Posting.note_posting(
        by=tuan, on=days_after(TODAY(), -21), item="46.6", title="Quyết định bổ nhiệm",
        reference="45/QĐ-S", decided_on=days_after(TODAY(), -21), unit=units["van-phong"],
    )  # fmt: skip


def test_leaders_and_supervisors_see_the_units_side_by_side(late, ha, board, office, units):
    year = late.due_on.year
    for user in (ha, board):
        shown = page(user, f"?nam={year}")
        assert "Phòng Người có công" in shown
        assert "Công khai trong 5 ngày làm việc" in shown


def test_a_unit_sees_its_own_rows(late, hoa, minh, office):
    year = late.due_on.year
    assert "Quyết định bổ nhiệm" in page(hoa, f"?nam={year}")
    assert "Quyết định bổ nhiệm" not in page(minh, f"?nam={year}&xem=tat-ca")


def test_the_rows_of_one_unit_open_from_its_name(late, ha, office):
    shown = page(ha, f"?nam={late.due_on.year}&cua=van-phong&xem=qua-han")
    assert "Quyết định bổ nhiệm" in shown
    assert "Không còn việc nào như vậy" not in shown


@pytest.mark.parametrize("query", ["?nam=abc", "?nam=99999", "?cua=van-phong&xem=gi-do"])
def test_nonsense_is_refused_with_a_page(ha, office, query):
    assert client_of(ha).get(f"/dan-chu/viec-phai-lam/{query}").status_code == 400


def test_rows_that_name_their_readers_are_shown_to_nobody_else(units, ha, board, monkeypatch):
    secret = Owed("Việc riêng của Ban", units["so"], readers=("inspection_board",))
    duty = Duty("T99", "Việc riêng", "", lambda units, *, year, as_of: [secret])
    assert seen_by(ha, [Line(duty, secret)], on=TODAY()) == []
    assert seen_by(board, [Line(duty, secret)], on=TODAY()) == [Line(duty, secret)]


def test_the_head_finds_them_on_the_desk_and_in_the_digest(late, hoa, minh, office, fields):
    assert "Quyết định bổ nhiệm" in client_of(hoa).get("/cong-viec/").content.decode()
    [item] = items_for(hoa, on=TODAY())
    assert item.what == "Công khai trong 5 ngày làm việc"
    assert item.words.startswith(f"{late.code}: quá hạn")
    assert "bổ nhiệm" not in item.words
    assert items_for(minh, on=TODAY()) == []


def test_many_of_one_kind_are_a_number_in_the_digest(tuan, hoa, units, office):
    for n in range(5):
        Posting.note_posting(
            by=tuan, on=days_after(TODAY(), -21), item="46.6", title=f"Quyết định {n}",
            reference=f"{n}/QĐ-S", decided_on=days_after(TODAY(), -21), unit=units["van-phong"],
        )  # fmt: skip
    [item] = items_for(hoa, on=TODAY())
    assert item.words == "Văn phòng Sở: 5 việc, 5 quá hạn"


def test_the_page_asks_as_often_for_many_units(late, ha, office, django_assert_max_num_queries):
    client = client_of(ha)
    for n in range(20):
        Unit.objects.create(code=f"dv-{n}", name=f"Đơn vị {n}", kind=Unit.Kind.SUBORDINATE)
    client.get("/dan-chu/viec-phai-lam/")
    with django_assert_max_num_queries(45):
        client.get("/dan-chu/viec-phai-lam/")


def test_what_is_late_for_more_than_a_year_is_no_daily_matter(tuan, hoa, units, office):
    on = days_after(TODAY(), -500)
    Posting.note_posting(
        by=tuan, on=on, item="46.6", title="Quyết định cũ", reference="1/QĐ-S", decided_on=on,
        unit=units["van-phong"],
    )  # fmt: skip
    assert items_for(hoa, on=TODAY()) == []
