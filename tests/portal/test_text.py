"""Vietnamese text: the Python twins and the SQL functions say the same."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from portal import text

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạếềểễệộợừỹỷ 0123456789-'.,\u00a0\tŏčZ"


def test_two_spellings_of_a_name_fold_to_the_same():
    assert text.fold("Nguyễn  Văn Đức") == text.fold("nguyen van duc") == "nguyen van duc"
    assert text.fold("hòa") == text.fold("hoà") == text.fold("ho\u0300a")


def test_a_label_becomes_a_path():
    assert text.slug("Thụ lý") == "thu-ly"
    assert text.slug("Không đủ điều kiện (lần 2)") == "khong-du-dieu-kien-lan-2"


def test_words_stand_in_the_order_of_a_vietnamese_dictionary():
    words = ["an", "ba", "bá", "bà", "bạ", "bả", "bã", "ca", "đa", "da", "ăn", "ân"]
    in_order = ["an", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "ca", "da", "đa"]
    assert sorted(words, key=text.key) == in_order


def test_people_stand_by_given_name_then_by_family_name():
    people = ["Trần Văn Bình", "Lê Thị Ánh", "Đỗ Văn An", "Cao Văn Đức", "Bùi Văn An", "Hà Thị Ân"]
    assert sorted(people, key=text.name_key) == [
        "Bùi Văn An", "Đỗ Văn An", "Lê Thị Ánh", "Hà Thị Ân", "Trần Văn Bình", "Cao Văn Đức"
    ]  # fmt: skip


def test_stored_text_is_composed_and_has_plain_line_ends():
    assert text.clean("ho\u0300a\r\nbi\u0300nh\rx") == "hòa\nbình\nx"


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "a\u202eb", "a\u2066b", "a\x07b"])
def test_what_cannot_be_read_is_refused_in_a_sentence(bad):
    with pytest.raises(ValueError, match="Xin gõ lại đoạn này"):
        text.clean(bad)


def test_dates_are_written_as_official_documents_write_them():
    assert text.day(date(2026, 8, 3)) == "03/8/2026"
    assert text.day(date(2026, 2, 5)) == "05/02/2026"
    assert text.day(date(2026, 11, 21)) == "21/11/2026"
    assert text.day_long(date(2026, 8, 3)) == "ngày 03 tháng 8 năm 2026"
    assert text.weekday(date(2026, 7, 15)) == "thứ Tư"


def test_numbers_have_dots_for_thousands_and_a_comma_for_the_fraction():
    assert text.number(1234.5) == "1.234,5"
    assert text.number(0.1 + 0.2, places=1) == "0,3"
    assert text.number(3214) == "3.214"
    assert text.money(1500000) == "1.500.000 đồng"


def in_sql(function: str, texts: list[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(x) FROM unnest(%s::text[]) WITH ORDINALITY AS t(x, n) ORDER BY n",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("function", "twin"),
    [("vi_plain", text.fold), ("vi_key", text.key), ("vi_name_key", text.name_key)],
)
def test_the_database_folds_and_orders_as_python_does(function, twin):
    @given(st.lists(st.text(alphabet=LETTERS, max_size=30), min_size=1, max_size=50))
    def agree(texts):
        assert in_sql(function, texts) == [twin(each) for each in texts]

    agree()
