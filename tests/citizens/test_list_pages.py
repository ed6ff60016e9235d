"""Lists as their addresses ask for them: pages, tabs, neighbours, what nobody knows."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.http import QueryDict

from citizens.models import Petition
from citizens.views.desk_rows import PETITION_COLUMNS
from citizens.views.lists import CASES, PETITIONS, petitions_of
from citizens.views.neighbours import beside
from portal.filters import Asked, Reader, UnknownValue, capped_counts, counting, page
from portal.search import Synonym
from portal.views.places import capped
from tests.cast import client_of

TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def sixty(letter):
    """Sixty letters of ten days, so that many share a day of receipt and a due date."""
    return [letter(date(2026, 7, 1) + timedelta(days=n % 10)) for n in range(60)]


def ask(query: str, user) -> Asked:
    return Asked(PETITIONS, QueryDict(query), Reader(user, TODAY))


def read_through(query: str, user) -> list[list[str]]:
    """Page after page, as somebody clicks on."""
    pages, address = [], query
    while True:
        found = page(ask(address, user), petitions_of(Reader(user, TODAY)), PETITION_COLUMNS)
        pages.append([row["code"] for row in found.rows])
        if not found.next:
            return pages
        address = found.next.removeprefix("?")


ORDERS = {
    "han": ("due_key", "pk"),
    "-han": ("-due_key", "-pk"),
    "nhan": ("received_on", "pk"),
    "-nhan": ("-received_on", "-pk"),
    "so": ("code",),
    "-so": ("-code",),
}


def test_pages_are_those_of_an_offset(subtests, sixty, lan):
    for order, columns in ORDERS.items():
        codes = list(Petition.objects.order_by(*columns).values_list("code", flat=True))
        expected = [codes[start : start + 25] for start in (0, 25, 50)]
        with subtests.test(order):
            assert read_through(f"sap-xep={order}", lan) == expected


def test_the_page_before_is_the_page_one_came_from(sixty, lan):
    rows = petitions_of(Reader(lan, TODAY))
    first = page(ask("sap-xep=-nhan", lan), rows, PETITION_COLUMNS)
    second = page(ask(first.next[1:], lan), rows, PETITION_COLUMNS)
    back = page(ask(second.previous[1:], lan), rows, PETITION_COLUMNS)
    assert back.rows == first.rows
    assert (first.previous, back.previous) == ("", "")


def test_a_tenth_thousandth_number_comes_after_the_nine_thousandth(letter, lan):
    for code in ("D-2026-100000", "D-2026-99999", "D-2025-99999"):
        Petition.objects.filter(pk=letter().pk).update(code=code)
    assert read_through("sap-xep=so", lan) == [["D-2025-99999", "D-2026-99999", "D-2026-100000"]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("don-vi=khong-co", "“Đơn vị” không có lựa chọn “khong-co”"),
        ("linh-vuc=x", "“Lĩnh vực” không có lựa chọn “x”"),
        ("loai=thu", "“Loại” không có lựa chọn “thu”"),
        ("giai-doan=da-tra-loi", "“Giai đoạn” không có lựa chọn"),
        ("han=mai", "“Hạn” không có lựa chọn “mai”"),
        ("sap-xep=ten", "không xếp được theo “ten”"),
        ("sau=2026-07-01", "Chỗ đọc tiếp"),
        ("sau=hom-qua.7", "Chỗ đọc tiếp"),
        ("q=a%00b", "ký tự rỗng"),
        (f"q={'a' * 301}", "dài quá 300"),
    ],
)
def test_an_unknown_value_is_told(query, words, lan, fields, client):
    client.force_login(lan)
    response = client.get(f"/don/?{query}")
    assert response.status_code == 400
    assert words in response.content.decode()


def test_what_a_tab_asks_is_told_once_no_tab_stands_for_it(lan, fields):
    assert ask("xem=don-vi-toi", lan).chips() == []
    words = [words for words, _ in ask("xem=don-vi-toi&q=luong", lan).chips()]
    assert words == ["Có chữ “luong”", "Xem: Của đơn vị tôi"]


def test_every_offered_value_is_known(lan, fields):
    reader = Reader(lan, TODAY)
    for listing in (PETITIONS, CASES):
        for choice in listing.conditions[1:]:
            for value, _ in choice.options():
                Asked(listing, QueryDict(f"{choice.name}={value}"), reader)


def test_the_words_of_a_tab_count_its_rows(sixty, lan):
    body = client_of(lan).get("/don/").content.decode()
    late = Petition.objects.filter(due_key__lt=TODAY).count()
    assert 0 < late < 60
    assert f'Quá hạn <span class="count late">{late}</span>' in body
    assert "25 trong 60 đơn" in body


def test_what_the_words_call_near_is_what_the_filter_calls_near(sixty, lan):
    rows = list(Petition.objects.order_by("pk"))
    near = {row.code for row in rows if row.standing(as_of=TODAY).kind == "soon"}
    late = {row.code for row in rows if row.standing(as_of=TODAY).kind == "late"}
    assert near
    assert late
    assert {code for part in read_through("han=sap-han", lan) for code in part} == near
    assert {code for part in read_through("han=qua-han", lan) for code in part} == late


def test_nobody_counts_beyond_a_thousand(db):
    Synonym.objects.bulk_create(Synonym(word=f"từ {n}", means="x") for n in range(1_100))
    few = Synonym.objects.filter(word="từ 7")
    assert capped_counts([Synonym.objects.all(), few, Synonym.objects.none()]) == [1_001, 1, 0]
    assert (capped(1_001), capped(1_000)) == ("Hơn 1.000", "1.000")


def test_where_some_are_too_many_nobody_looks_for_the_others(db):
    Synonym.objects.bulk_create(Synonym(word=f"từ {n}", means="x") for n in range(1_100))
    all_of_them, few = Synonym.objects.all(), Synonym.objects.filter(word="từ 7")
    assert told(counting([few, all_of_them], enough=all_of_them)) == (1, 1_001)
    assert told(counting([few, all_of_them], enough=few)) == (1, 1_001)
    assert told(counting([all_of_them, few], enough=few.none())) == (1_001, 1)


def told(asked):
    with connection.cursor() as cursor:
        cursor.execute(*asked)
        return cursor.fetchone()


def inside(request, petition):
    reader = Reader(request.user, TODAY)
    rows = petitions_of(reader)
    return beside(request, petition, listing=PETITIONS, rows=rows, reader=reader)


def test_the_way_back_and_on_stays_inside_the_list(sixty, lan, rf):
    codes = [code for part in read_through("sap-xep=-nhan", lan) for code in part]
    here = Petition.objects.get(code=codes[30])
    request = rf.get("/", {"ds": "sap-xep=-nhan"})
    request.user = lan
    found = inside(request, here)
    assert codes[29] in found["previous"]
    assert codes[31] in found["next"]
    assert found["position"] == "31 / 60"
    assert found["list"] == "?sap-xep=-nhan"


def test_the_last_of_a_list_has_nothing_after_it(letter, lan, rf):
    request = rf.get("/", {"ds": "han=qua-han&sap-xep=han"})
    request.user = lan
    found = inside(request, letter(date(2026, 6, 1)))
    assert (found["previous"], found["next"], found["position"]) == ("", "", "1 / 1")


def test_a_bad_list_in_the_address_of_a_page_is_no_list(letter, lan, rf):
    request = rf.get("/", {"ds": "han=mai"})
    request.user = lan
    assert inside(request, letter()) is None
    with pytest.raises(UnknownValue):
        ask("han=mai", lan)


def test_a_list_costs_six_statements(subtests, sixty, lan, minh, ha, few_statements):
    for user in (lan, minh, ha):
        browser = client_of(user)
        for query in ("", "?q=tro+cap", "?han=qua-han&sap-xep=-so"):
            browser.get(f"/don/{query}")
            with subtests.test(f"{user.username} {query}"), few_statements(6):
                assert browser.get(f"/don/{query}").status_code == 200
