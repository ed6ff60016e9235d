"""Numbers of outgoing papers: from the portal's book at the moment of issuing, or as typed."""

import multiprocessing
from datetime import date

import pytest
import time_machine
from django.db import connection, transaction

from citizens.models import Case, Paper
from portal.documents.numbers import book_of
from portal.registers import Number, raise_to
from tests.cast import client_of
from tests.citizens.conftest import number

DAY = date(2026, 7, 14)
FORK = multiprocessing.get_context("fork")


@pytest.fixture
def signed(complaint, ha):
    """A notice of acceptance that waits for its number."""

    def sign():
        case = complaint()
        case.accept(by=ha, on=DAY)
        return case, case.papers.get()

    return sign


def issue(case, paper, mai, **typed):
    case.send_out(by=mai, on=DAY, paper=paper, dated_on=DAY, **typed)
    return paper.number


def send(mai, case, paper, **typed):
    asked = {"paper": paper.pk, "dated_on": "14/7/2026", "version": case.version} | typed
    return client_of(mai).post(f"{case.get_absolute_url()}phat-hanh/", asked)


def test_the_book_gives_the_next_number_of_its_kind(signed, mai):
    numbers = [issue(*signed(), mai) for _ in range(2)]
    assert numbers == ["1/TB-SLĐTBXH", "2/TB-SLĐTBXH"]


def test_each_kind_has_a_book_of_its_own(signed, mai, ha, minh, lan):
    case, paper = signed()
    issue(case, paper, mai)
    case.order_verification(by=ha, on=DAY, lead=minh, members=[lan], days=15)
    assert issue(case, case.papers.waiting().get(), mai) == "1/QĐ-SLĐTBXH"


def test_it_goes_on_after_the_paper_book(signed, mai):
    raise_to("VBTB", year=2026, number=95)
    assert issue(*signed(), mai) == "96/TB-SLĐTBXH"


def test_a_number_typed_before_is_passed_over_and_leaves_no_gap(signed, mai):
    issue(*signed(), mai, number="2/TB-SLĐTBXH")
    assert [issue(*signed(), mai) for _ in range(2)] == ["1/TB-SLĐTBXH", "3/TB-SLĐTBXH"]


def test_a_new_year_begins_at_one(signed, mai):
    issue(*signed(), mai)
    with transaction.atomic():
        assert book_of("TB", on=date(2027, 1, 4)).take(on=date(2027, 1, 4)) == "1/TB-SLĐTBXH"


def test_a_unit_with_its_own_seal_numbers_by_itself(own, kien, mai, signed):
    issue(*signed(), mai)
    case = own()
    case.accept(by=kien, on=DAY)
    assert issue(case, case.papers.get(), mai) == "1/TB-TTDVVL"


def test_no_draft_and_no_signature_takes_a_number(signed):
    signed()
    assert Number.objects.filter(book__startswith="VB").count() == 0


def test_what_was_refused_took_no_number(signed, mai):
    case, paper = signed()
    with pytest.raises(Exception, match="trước ngày nhận đơn"):
        case.send_out(by=mai, on=DAY, paper=paper, dated_on=date(2026, 7, 1))
    assert issue(case, Paper.objects.get(), mai) == "1/TB-SLĐTBXH"


@pytest.fixture
def tuesday():
    with time_machine.travel("2026-07-14 09:00+07:00", tick=False):
        yield


def test_the_clerk_lets_the_portal_number_it(signed, mai, tuesday):
    case, paper = signed()
    raise_to("VBTB", year=2026, number=95)
    asked = client_of(mai).get(f"{case.get_absolute_url()}phat-hanh/").content.decode()
    assert "Lấy số tiếp theo trong sổ của Cổng: 96/TB-SLĐTBXH" in asked
    send(mai, case, paper, source="so-cua-cong")
    assert Paper.objects.get().number == "96/TB-SLĐTBXH"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"source": "ghi-so"}, "Ghi số, ký hiệu đã cấp cho văn bản"),
        ({}, "Ghi số, ký hiệu đã cấp cho văn bản"),
        ({"source": "so-cua-cong", "number": "7"}, "Đã chọn lấy số của Cổng"),
    ],
)
def test_an_unclear_wish_is_asked_back(signed, mai, tuesday, typed, told):
    case, paper = signed()
    answer = send(mai, case, paper, **typed)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_number_from_elsewhere_is_typed_and_given_once(signed, mai, tuesday):
    case, paper = signed()
    send(mai, case, paper, source="ghi-so", number="96")
    assert Paper.objects.get().number == "96/TB-SLĐTBXH"
    other, waiting = signed()
    answer = send(mai, other, waiting, source="ghi-so", number="96")
    assert "Số 96/TB-SLĐTBXH đã ghi cho" in answer.content.decode()


def issue_all(codes) -> None:
    connection.close()
    for code in codes:
        case = Case.of_kind(Case.objects.get(code=code))
        paper = case.papers.get()
        case.send_out(by="cong", on=DAY, paper=paper, dated_on=DAY)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_leave_no_gap_and_no_double(signed, mai):
    codes = [signed()[0].code for _ in range(12)]
    number(
        *(Case.of_kind(Case.objects.get(code=codes.pop())), mai, "tb_thu_ly", DAY, "5/TB-SLĐTBXH")
    )
    connection.close()
    writers = [FORK.Process(target=issue_all, args=(codes[at::2],)) for at in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    given = sorted(
        int(each.partition("/")[0]) for each in Paper.objects.values_list("number", flat=True)
    )
    assert given == list(range(1, 13))
