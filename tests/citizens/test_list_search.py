"""Search finds what a reader of every letter would find, whatever the order and the month."""

from datetime import date

import pytest
import time_machine
from django.http import QueryDict
from django.utils.http import urlencode

from citizens.models import Party, Petition, PetitionSearch
from citizens.views.lists import CASES, PETITIONS, cases_of, petitions_of
from portal import search
from portal.filters import Asked, Reader, page
from tests.cast import client_of, person, place

TODAY = date(2026, 7, 20)
LETTERS = [
    (date(2026, 7, 15), "Nguyễn Văn Đức", "Xin xem lại trợ cấp người có công"),
    (date(2026, 6, 2), "Trần Thị Hoà", "Công ty nợ lương ba tháng, trợ cấp thôi việc"),
    (date(2026, 2, 9), "Lê Thị Cấp", "Hỏi về bảo hiểm thất nghiệp"),
    (date(2025, 9, 30), "Nguyễn Đức Văn", "Trợ giúp và cấp thẻ bảo hiểm y tế"),
    (date(2021, 3, 1), "Phạm Văn Nợ", "Xin xem lại trợ cấp mai táng phí"),
    (date(2016, 3, 1), "Hoàng Thị Út", "Trợ cấp một lần, số 12/SLĐTBXH-NCC"),
]
QUESTIONS = [
    "tro cap",
    "Trợ Cấp",
    '"tro cap"',
    "tro cap -mai",
    "nguyen van duc",
    "tên:nợ",
    "số:12",
    "hoà",
    "khong co tu nay",
    "xin xem lai",
    "0912 000 123",
    "-tro",
]


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def letters(mai, fields, communes):
    for received_on, name, title in LETTERS:
        Petition.register(
            by=mai,
            on=max(received_on, date(2020, 1, 2)),
            received_on=received_on,
            parties=[Party(name=name, phone="0912 000 123" if name.endswith("Út") else "")],
            title=title,
            channel="buu_chinh",
        )


def found(query: str, user) -> list[str]:
    reader, codes = Reader(user, TODAY), []
    while query:
        asked = Asked(PETITIONS, QueryDict(query), reader)
        part = page(asked, petitions_of(reader), ("pk", "code", "due_key", "received_on"), size=2)
        codes += [row["code"] for row in part.rows]
        query = part.next.removeprefix("?")
    return codes


def read_all(question: str) -> set[str]:
    """Every row read and asked, one by one, without an index."""
    asked = search.query(question)
    rows = PetitionSearch.objects.select_related("petition")
    return {
        row.petition.code
        for row in rows
        if PetitionSearch.objects.filter(pk=row.pk, tokens=asked).exists()
    }


@pytest.mark.parametrize("order", ["", "&sap-xep=nhan", "&sap-xep=han", "&sap-xep=-so"])
def test_hits_are_those_of_reading_everything(order, letters, lan):
    for question in QUESTIONS:
        codes = found(f"{urlencode({'q': question})}{order}", lan)
        assert len(codes) == len(set(codes))
        assert set(codes) == read_all(question), question


def test_the_newest_hit_comes_first(letters, lan):
    received = dict(Petition.objects.values_list("code", "received_on"))
    days = [received[code] for code in found("q=tro+cap", lan)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 5


def test_backwards_through_the_hits(letters, lan):
    reader = Reader(lan, TODAY)
    columns = ("pk", "code", "received_on")
    asked = Asked(PETITIONS, QueryDict("q=tro+cap"), reader)
    first = page(asked, petitions_of(reader), columns, size=2)
    asked = Asked(PETITIONS, QueryDict(first.next[1:]), reader)
    second = page(asked, petitions_of(reader), columns, size=2)
    asked = Asked(PETITIONS, QueryDict(second.previous[1:]), reader)
    assert page(asked, petitions_of(reader), columns, size=2).rows == first.rows


def test_a_letter_received_after_today_is_found_too(letters, lan):
    with time_machine.travel("2026-01-05 09:00+07:00", tick=False):
        assert len(found("q=tro+cap", lan)) == 5


def test_search_narrows_with_the_other_filters(accepted, lan, ha):
    case = accepted()
    reader = Reader(ha, TODAY)
    for query, count in [
        ("q=chat+doc", 1),
        ("q=chat+doc&giai-doan=da-thu-ly", 1),
        ("q=chat+doc&giai-doan=dang-xac-minh", 0),
        ("q=chat+doc&linh-vuc=nguoi-co-cong", 1),
        ("q=thao&don-vi=lao-dong", 0),
    ]:
        asked = Asked(CASES, QueryDict(query), reader)
        rows = page(asked, cases_of(reader), ("pk", "code", "received_on")).rows
        assert [row["code"] for row in rows] == [case.code] * count


def test_an_exact_number_leads_to_its_page(accepted, lan):
    case = accepted()
    browser = client_of(lan)
    for typed in (case.code, case.code.lower(), "KN-2026-1"):
        assert browser.get("/tim/", {"q": typed})["Location"] == f"/vu-viec/{case.code}/"
    assert browser.get("/tim/", {"q": "D-2026-1"})["Location"] == "/don/D-2026-00001/"
    assert browser.get("/tim/", {"q": "KN-2026-0999"}).status_code == 200


def test_one_question_finds_petitions_and_cases(accepted, lan):
    case = accepted()
    body = client_of(lan).get("/tim/?q=dinh thi thao").content.decode()
    assert f"/vu-viec/{case.code}/" in body
    assert f"/don/{case.petition.code}/" in body


def test_nobody_finds_what_is_not_theirs(accepted, dung, minh, units):
    case = accepted()
    other = person("tuan", "Lê Anh Tuấn")
    place(other, "officer", unit=units["lao-dong"])
    assert case.code in client_of(minh).get("/tim/?q=thao").content.decode()
    body = client_of(other).get("/tim/?q=thao").content.decode()
    assert case.code not in body
    assert client_of(other).get("/tim/", {"q": case.code}).status_code == 200
