"""Whatever is typed into whichever box: a value that can be stored, or one Vietnamese sentence."""

import re
import unicodedata
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citizens.forms.card import Card
from citizens.models.lookup import read
from portal import forms
from portal.forms.sentences import speak
from portal.periods import period_of
from portal.text import clean, fold, key, name_key, storable

MANY = pytest.mark.slow
FIELDS = {
    "text": forms.TextField(label="Họ tên"),
    "long": forms.LongTextField(label="Nội dung"),
    "mail": forms.EmailField(label="Thư điện tử"),
    "phone": forms.PhoneField(label="Điện thoại"),
    "card": forms.IdNumberField(label="Số căn cước"),
    "number": forms.NumberField(label="Số người", min_value=1),
    "day": forms.DateField(label="Ngày nhận"),
    "yes": forms.YesNoField(label="Đủ điều kiện"),
    "choice": forms.ChoiceField(label="Nguồn đơn", choices=[("a", "A")]),
}
ENGLISH = re.compile(r"\b(value|field|enter|valid|this|ensure|select)\b", re.IGNORECASE)
MARKED = re.compile("[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵầấẩẫậằắẳẵặềếểễệồốổỗộờớởỡợừứửữự]", re.I)
typed = st.one_of(
    st.text(max_size=80),
    st.text(st.characters(), max_size=20),
    st.from_regex(r"[0-9²³٣/.\- ]{1,14}", fullmatch=True),
    st.sampled_from(["\0", "\ud800", "\u202e", "31/02/2026", "1/1/0000", "-1", "9" * 5_000]),
)


def said(field, words: str) -> list[str]:
    """The sentences against it, or none; anything else than a refusal is a fault."""
    try:
        kept = field.clean(words)
    except ValidationError as refusal:
        return refusal.messages
    if isinstance(kept, str):
        assert kept == unicodedata.normalize("NFC", kept)
        assert "\0" not in kept
        kept.encode()
    return []


def check_field(name: str, words: str) -> None:
    speak(FIELDS[name], label=str(FIELDS[name].label))
    for sentence in said(FIELDS[name], words):
        assert MARKED.search(sentence), sentence
        assert not ENGLISH.search(sentence.replace(words, "")), sentence


@pytest.mark.parametrize("name", FIELDS)
@settings(max_examples=60)
@example("²²²²")
@given(words=typed)
def test_a_box_keeps_or_says_why_not(name, words):
    check_field(name, words)


@MANY
@pytest.mark.parametrize("name", FIELDS)
@settings(max_examples=3_000, derandomize=False)
@given(words=typed)
def test_every_box_keeps_or_says_why_not(name, words):
    check_field(name, words)


@settings(max_examples=200)
@given(words=typed)
def test_what_waits_unchecked_can_be_stored(words):
    kept = storable(words)
    assert kept == storable(kept) == unicodedata.normalize("NFC", kept)
    assert "\0" not in kept
    kept.encode()


@settings(max_examples=200)
@given(words=typed)
def test_what_reads_text_never_stumbles(words):
    for reader in (fold, key, name_key, Card.read):
        reader(words)
    for strict in (clean, period_of, read, forms.read_date):
        with suppress(ValueError):
            strict(words)


def test_a_box_that_stumbles_is_caught():
    with pytest.raises(ValueError, match="invalid literal"):
        said(type("Stumbling", (), {"clean": staticmethod(int)}), "²")
