"""Regulations on awards: the delivered file, a later version, files that are refused."""

from datetime import date

import pytest

from democracy.award_regulation import read_regulation
from democracy.models import AwardRegulation
from portal.scoring import BrokenSet
from tests.democracy.emulation.conftest import OWN


def test_every_delivered_file_names_its_sources():
    for path in AwardRegulation.delivered.glob("*.toml"):
        found = read_regulation(path.read_text("utf-8"))
        assert all(award.source for award in found.awards)
        assert found.unseen


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('source = "Điều 5"', "", "thiếu mục “source”"),
        ("either = true", "oder = true", "không có mục “oder”"),
        ('awards = ["giay-khen"]', 'awards = ["bang-khen"]', "không có danh hiệu"),
        ('held = "cstd-co-so"', 'held = "khong-co"', "không có danh hiệu"),
        ('code = "cstd-tinh"', 'code = "giay-khen"', "ghi hai lần"),
        ("votes = 80", "votes = 101", "từ 0 đến 100"),
        ('of = "both"', 'of = "all"', "một trong"),
        ("[[quota]]", "[[quota", "ở dòng"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(before, after, words):
    with pytest.raises(BrokenSet, match=words):
        read_regulation(OWN.replace(before, after))


@pytest.mark.parametrize(
    ("collectives", "persons", "over"),
    [(0, 1, False), (1, 0, False), (1, 1, True), (2, 0, True), (0, 2, True)],
)
def test_one_or_the_other_is_not_both(collectives, persons, over):
    quota = read_regulation(OWN).quota_for("giay-khen", unit_kind="division")
    assert quota.lacks_room(collectives=collectives, persons=persons) is over


@pytest.mark.django_db
def test_a_later_version_takes_the_place_from_its_day_on():
    AwardRegulation.deliver()
    own = AwardRegulation.load(OWN, by=None, on=None)
    before = AwardRegulation.objects.in_force(as_of=date(2025, 12, 31)).get()
    assert before.valid_from == date(2024, 1, 1)
    assert AwardRegulation.objects.in_force(as_of=date(2026, 1, 1)).get() == own
    with pytest.raises(BrokenSet, match="đã có"):
        AwardRegulation.load(OWN, by=None, on=None)


@pytest.mark.django_db
def test_delivering_twice_changes_nothing():
    AwardRegulation.deliver()
    AwardRegulation.deliver()
    assert AwardRegulation.objects.count() == 1
