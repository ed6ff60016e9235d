"""Search that is blind to accents: one row a record, unaccented syllables and adjacent pairs.

The lexemes are made here and stored as they are (`array_to_tsvector`), and asked for as they are
(a cast to tsquery): no parser of the database stands between. `"…"` asks for words side by side,
`-word` leaves out, `số:` asks for a number, `tên:` for a person.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import BooleanField, Func, Value

from portal.kept import Kept
from portal.text import fold

WORD = re.compile(r"[a-z0-9]+")
NUMBERED = re.compile(
    r"[a-z0-9]*\d[a-z0-9]*(?:[-/.][a-z0-9]+)+|[a-z]+(?:[-/][a-z0-9]+)*[-/]\d[a-z0-9]*"
)
DIGITS_APART = re.compile(r"\+?\d(?:[ .-]?\d){8,14}")
ASKED = re.compile(r'(?P<without>-)?(?P<mark>so:|ten:)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
LONGEST_WORD = 60
MOST_BYTES = 300_000
NUMBER, NAME, MONTH = "#", "@", "~"
NOTHING = "'!'"


class Synonym(models.Model):
    """Từ đồng nghĩa, do cơ quan tự thêm: who asks for the word also finds what it means."""

    word = models.CharField("từ", max_length=100, unique=True)
    means = models.CharField("cũng tìm", max_length=200)

    def __str__(self) -> str:
        return f"{self.word} = {self.means}"


class SearchRow(models.Model):
    """What search reads instead of the record itself; the app adds whose row it is."""

    on = models.DateField()
    tokens = SearchVectorField()

    class Meta:
        abstract = True
        indexes = [GinIndex(fields=["tokens"], name="%(class)s_tokens")]


class Lexemes(Func):
    """A stored vector of exactly these lexemes."""

    template = "array_to_tsvector(string_to_array(%(expressions)s, ' '))"
    output_field = SearchVectorField()


class Query(SearchQuery):
    """A question whose lexemes are already those that are stored."""

    def as_sql(self, compiler, connection, *args, **kwargs):
        return "%s::tsquery", [self.value]

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value


def tokens(*texts: str | None, names: Iterable[str] = ()) -> str:
    """The lexemes of a record, separated by blanks; a monstrous text is searched by its start."""
    found: dict[str, None] = {}
    size = 0
    for lexeme in lexemes(texts, list(names)):
        if lexeme not in found:
            size += len(lexeme) + 3
            if size > MOST_BYTES:
                break
            found[lexeme] = None
    return " ".join(found)


def lexemes(texts: Iterable[str | None], names: list[str]) -> Iterable[str]:
    for name in names:
        yield from (NAME + word for word in words(name))
        yield from syllables(fold(name))
    for text in texts:
        folded = fold(text or "")
        yield from numbers(folded)
        yield from syllables(folded)


def words(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in WORD.findall(fold(text))]


def syllables(folded: str) -> Iterable[str]:
    """Each word, and each two that stand side by side."""
    last = ""
    for word in WORD.findall(folded):
        word = word[:LONGEST_WORD]
        yield word
        if last:
            yield f"{last}_{word}"
        last = word


def numbers(folded: str) -> Iterable[str]:
    """Codes as a whole, and telephone numbers however they were grouped."""
    for code in NUMBERED.findall(folded):
        yield NUMBER + code[:LONGEST_WORD]
        if tail := re.search(r"\d+$", code):
            yield NUMBER + (tail[0].lstrip("0") or "0")
    for digits in DIGITS_APART.findall(folded):
        yield re.sub(r"\D", "", digits)


def store(
    model: type[SearchRow], owner: Mapping[str, models.Model], *, on: date, tokens: str
) -> None:
    """Write or rewrite the row of this owner in one statement."""
    row = model(**owner, on=on, tokens=Lexemes(Value(f"{tokens} {month(on)}")))
    model._base_manager.bulk_create(
        [row], update_conflicts=True, unique_fields=list(owner), update_fields=["on", "tokens"]
    )


def month(on: date) -> str:
    """The lexeme of its month, which every stored row carries: newest hits are found by it."""
    return f"{MONTH}{on:%Y-%m}"


def within(question: Query, months: Iterable[date]) -> Query:
    """The same question to the rows of these months alone."""
    return Query(f"({' | '.join(quoted(month(each)) for each in months)}) & {question.value}")


class Among(Func):
    """``Among("pk", hits)``: the id stands in an array that is read once, before anything else.

    It keeps the planner from walking all rows in the page's order and reading each one's lexemes.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class Hits(Func):
    """The owners that match, found by the index of lexemes and never by reading every row."""

    template = "ARRAY(SELECT %(function)s(%(expressions)s))"
    output_field = ArrayField(models.BigIntegerField())


def query(text: str) -> Query | None:
    """What was typed, as a question to the rows; None when nothing was."""
    folded = DIGITS_APART.sub(lambda found: re.sub(r"\D", "", found[0]), fold(text))
    if not folded:
        return None
    wanted: list[str] = []
    unwanted: list[str] = []
    means = synonyms(folded)
    for asked in ASKED.finditer(folded):
        if term := term_for(asked, means):
            (unwanted if asked["without"] else wanted).append(term)
    if not wanted:
        return Query(NOTHING)
    return Query(" & ".join([*wanted, *(f"!({term})" for term in unwanted)]))


def term_for(asked: re.Match, means: dict[str, str]) -> str:
    typed = asked["phrase"] if asked["phrase"] is not None else asked["word"]
    if asked["mark"] == "so:":
        return quoted(NUMBER + (typed.lstrip("0") or "0"))
    if asked["mark"] == "ten:":
        return both(NAME + word for word in words(typed))
    term = side_by_side(typed) if asked["phrase"] is not None else both(words(typed))
    other = means.get(typed)
    return f"({term} | {side_by_side(other)})" if term and other else term


def side_by_side(text: str) -> str:
    """Words next to each other: all their pairs."""
    found = words(text)
    if len(found) < 2:
        return both(found)
    return both(f"{first}_{second}" for first, second in itertools.pairwise(found))


def both(lexemes: Iterable[str]) -> str:
    terms = [quoted(lexeme) for lexeme in lexemes]
    return f"({' & '.join(terms)})" if len(terms) > 1 else "".join(terms)


def quoted(lexeme: str) -> str:
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def synonyms(folded: str) -> dict[str, str]:
    """Those whose word occurs in what was typed."""
    return {word: means for word, means in kept_synonyms() if word in folded}


@Kept
def kept_synonyms() -> tuple[tuple[str, str], ...]:
    rows = Synonym.objects.values_list("word", "means")
    return tuple((fold(word), means) for word, means in rows)
