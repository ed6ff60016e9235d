"""The stories of the demo are different, believable, and nobody's."""

import re
from datetime import date

import pytest

from portal.management.demo.office import read
from portal.management.demo.stories import Play, scheduled, stories

STORIES = stories()
NEVER = re.compile(
    r"\b(bạn|vé|ticket|nộp|người dùng|trạng thái|hồ sơ|không hợp lệ)\b|thanh tra sở", re.IGNORECASE
)
NEW_YEAR = date(2026, 1, 5)


def words_of(story: dict) -> str:
    told = [step[2] for step in story["path"] if len(step) > 2]
    return " ".join([story["title"], story["content"], *told])


def test_at_least_sixty_stories_were_written():
    assert len(STORIES) >= 60
    assert len({story["key"] for story in STORIES}) == len(STORIES)
    assert len({story["content"] for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=[story["key"] for story in STORIES])
def test_a_letter_has_the_length_of_a_letter_and_the_words_of_the_house(story):
    assert 80 <= len(story["content"].split()) <= 200
    assert NEVER.findall(words_of(story)) == []


def test_a_forbidden_word_would_be_seen():
    assert NEVER.findall("Bạn nộp đơn") == ["Bạn", "nộp"]


@pytest.mark.parametrize("story", STORIES, ids=[story["key"] for story in STORIES])
def test_no_placeholder_is_left_in_what_is_told(story):
    play = scheduled(Play(story, turn=1, start=NEW_YEAR))
    assert not re.search(r"[{}]", play.words(words_of(story)))


def test_a_story_told_again_has_another_sender():
    story = next(row for row in STORIES if row["key"] == "muc-tro-cap-thuong-binh")
    first, again = (Play(story, turn=turn, start=NEW_YEAR) for turn in (0, 1))
    assert first.sender["name"] != again.sender["name"]
    assert again.sender == Play(story, turn=1, start=NEW_YEAR).sender


def test_sealed_letters_hold_nothing_but_the_envelope():
    allowed = {"ago", "field", "channel", "place"}
    assert all(set(letter) == allowed for letter in read("sealed.toml")["letters"])


def test_sixty_people_work_in_the_office():
    people = read("people.toml")["people"]
    assert len({row["username"] for row in people}) == len(people) == 60
    assert {"lan", "binh", "ha", "dung", "minh", "mai", "quantri"} <= {
        row["username"] for row in people
    }
