"""Search finds what a reader would find, with accents or without."""

from datetime import date

import pytest
from django.db import connection

from citizens.models.search_row import PetitionSearch  # a concrete row to ask
from portal.search import Lexemes, Query, Synonym, query, tokens

pytestmark = pytest.mark.django_db

TEXTS = {
    "trợ cấp": tokens("KN-2026-0012", "Đề nghị giải quyết trợ cấp", names=["Nguyễn Văn Đức"]),
    "nợ lương": tokens("D-2026-00007", "Công ty nợ lương, SĐT 0912.345.678", names=["Lê Thị Cấp"]),
    "khu nhà": tokens("D-2026-00012", "Khu nhà ở của công nhân; số đến 12/SLĐTBXH-NCC", "hoà bình"),
}


def found(text: str) -> list[str]:
    asked = query(text)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM unnest(%s::text[], %s::text[]) AS t(name, tokens)"
            " WHERE array_to_tsvector(string_to_array(tokens, ' ')) @@ %s::tsquery",
            [list(TEXTS), list(TEXTS.values()), asked.value],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("nguyen van duc", ["trợ cấp"]),
        ("Nguyễn Văn Đức", ["trợ cấp"]),
        ("NGUYỄN  VĂN\tĐỨC", ["trợ cấp"]),
        ("hòa bình", ["khu nhà"]),
        ("ho\u0300a", ["khu nhà"]),
        ("cấp", ["trợ cấp", "nợ lương"]),
        ("tên:cấp", ["nợ lương"]),
        ("ten:duc", ["trợ cấp"]),
        ("cấp -lương", ["trợ cấp"]),
        ('cấp -"nợ lương"', ["trợ cấp"]),
        ('"nợ lương"', ["nợ lương"]),
        ('"lương nợ"', []),
        ("lương nợ", ["nợ lương"]),
        ("số:KN-2026-0012", ["trợ cấp"]),
        ("số:12", ["trợ cấp", "khu nhà"]),
        ("số:0007", ["nợ lương"]),
        ("D-2026-00007", ["nợ lương"]),
        ("số:12/SLĐTBXH-NCC", ["khu nhà"]),
        ("0912 345 678", ["nợ lương"]),
        ("0912345678", ["nợ lương"]),
        ("không có từ này", []),
        ("!!!", []),
        ('"', []),
        ("-", []),
        ("-cấp", []),
        ("' & | ! ( ) : * <->", []),
        ("a\\'b", []),
    ],
)
def test_search_finds(asked, names):
    assert found(asked) == names


def test_asked_for_nothing_there_is_no_question():
    assert query("") is None
    assert query("  \t") is None


def test_the_office_adds_what_a_word_also_means():
    Synonym.objects.create(word="tiền lương", means="trợ cấp")
    Synonym.objects.create(word="NCC", means="trợ cấp")
    assert found('"tiền lương"') == ["trợ cấp"]
    assert found("ncc") == ["trợ cấp", "khu nhà"]


def test_a_megabyte_of_text_is_searched_by_its_start():
    huge = tokens(" ".join(f"chữ{n}" for n in range(200_000)))
    assert len(huge) < 400_000
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_to_tsvector(string_to_array(%s, ' ')) IS NOT NULL", [huge])
        assert cursor.fetchone() == (True,)


def test_a_question_can_be_put_to_a_table():
    asked = PetitionSearch.objects.filter(tokens=query("trợ cấp -lương"), on=date(2026, 8, 3))
    assert isinstance(query("x"), Query)
    assert list(asked) == []
    assert "@@" in str(asked.query)
    assert Lexemes
