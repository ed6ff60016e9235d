"""The words of a time, one line each in phrases.txt, and the days they mean."""

import io
import json
import unicodedata
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.official_text.time_frames import Context, Kind, read_time_frame

PHRASES = Path(__file__).with_name("phrases.txt").read_text().splitlines()[1:]


def context_of(issued: str, year: str) -> Context:
    return Context(
        issued=None if issued == "-" else date.fromisoformat(issued),
        year=None if year == "-" else int(year),
    )


def told(phrase: str, *, issued: str = "2025-01-10", year: str = "2025") -> str:
    found = read_time_frame(phrase, context=context_of(issued, year)).as_dict()
    if found["kind"] == "multi":
        return f"multi {found['parts']}"
    return f"{found['kind']} {found['start'] or '-'} {found['due'] or '-'}"


@pytest.mark.parametrize("line", PHRASES)
def test_a_phrase_means(line):
    phrase, issued, year, expected = (part.strip() for part in line.split("|"))
    assert told(phrase, issued=issued, year=year) == expected


def test_the_phrases_would_show_a_wrong_reading():
    line = PHRASES[4].replace("2022-06-30", "2022-06-29")
    with pytest.raises(AssertionError):
        test_a_phrase_means(line)


@pytest.mark.parametrize(
    "phrase",
    ["THÁNG 12/2025", "tháng\u00a012/2025.", "*Tháng 12/2025*", "(Tháng 12 / 2025)"],
)
def test_spelling_makes_no_difference(phrase):
    assert told(phrase) == "window 2025-12-01 2025-12-31"


def test_letters_with_loose_marks_are_the_same_letters():
    loose = unicodedata.normalize("NFD", "Chậm nhất trong quý II năm 2025")
    assert told(loose) == "deadline - 2025-06-30"


def test_a_year_that_nobody_said_stays_unsaid():
    frame = read_time_frame("Quý III", context=Context())
    assert (frame.kind, frame.start, frame.due) == (Kind.WINDOW, None, None)
    assert "year_unknown" in frame.flags


def test_strictly_before_is_remembered():
    assert read_time_frame("trước ngày 10/6/2025", context=Context()).rule == "<"


def answers(*questions: object) -> list[dict]:
    asked = "\n".join(json.dumps(question) for question in questions).encode()
    out = io.StringIO()
    with suppress(CommandError):  # it ends so when a line has no answer
        call_command("time_frame", stdin=io.BytesIO(asked), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_command_answers_line_by_line():
    first, second = answers(
        {"phrase": "trước ngày 10/6; trước ngày 10/12", "issued": "2024-02-05", "year": 2024},
        {"phrase": None, "issued": None, "year": None},
    )
    assert (first["kind"], first["parts"]) == ("multi", ["2024-06-09", "2024-12-09"])
    assert (second["kind"], second["start"], second["due"]) == ("none", None, None)


@pytest.mark.parametrize(
    "question",
    [
        {"issued": None},
        {"phrase": 5},
        {"phrase": "x", "issued": "10/5/2022"},
        {"phrase": "x", "issued": "2022-02-30"},
        {"phrase": "x", "year": "2022"},
        {"phrase": "x", "year": True},
        {"phrase": "x", "other": 1},
    ],
)
def test_a_wrong_question_gets_a_sentence(question):
    (answer,) = answers(question)
    assert answer["input"] == question
    assert answer["error"].endswith(".")
