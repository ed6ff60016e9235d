"""A campaign of the year in the small office: the centre, a division and the Office are scored."""

from datetime import date
from decimal import Decimal

import pytest

from portal.attachments import File
from portal.people import Role, User
from portal.scoring import Entry, Part, points_of
from reforms.models import CardMark, Scorecard, ScorecardVersion, ScoringCampaign
from reforms.models.scorecard.mark import Told
from tests.cast import person, place

OPENED = date(2026, 11, 2)
SELF_DUE, REVIEW_DUE = date(2026, 12, 15), date(2026, 12, 25)
EXPLAIN_DUE, FINAL_DUE = date(2027, 1, 5), date(2027, 1, 15)
WINDOWS = {"self_due": SELF_DUE, "review_due": REVIEW_DUE, "explain_due": EXPLAIN_DUE,
           "final_due": FINAL_DUE}  # fmt: skip
SCORED = date(2026, 12, 10)
REVIEWED = date(2026, 12, 20)
EXPLAINED = date(2027, 1, 4)
LAST_LOOK = date(2027, 1, 10)


@pytest.fixture
def oanh(units) -> User:
    """The reform officer in the Office."""
    user = person("oanh", "Đặng Thị Oanh")
    place(user, Role.REFORM_OFFICER, unit=units["van-phong"], title="Chuyên viên CCHC")
    return user


@pytest.fixture
def template(db) -> ScorecardVersion:
    ScorecardVersion.deliver()
    return ScorecardVersion.objects.get(code="cchc-mau")


@pytest.fixture
def campaign(template, units, oanh, tuan, ha, hoa, khanh) -> ScoringCampaign:
    scored = [units["dich-vu-viec-lam"], units["nguoi-co-cong"], units["van-phong"]]
    return ScoringCampaign.open_campaign(
        by=oanh, on=OPENED, criteria=template, year=2026, of_the_office=False, scored=scored,
        **WINDOWS,
    )  # fmt: skip


@pytest.fixture
def card(campaign, units) -> Scorecard:
    return campaign.cards.get(unit=units["dich-vu-viec-lam"])


@pytest.fixture
def of_the_office(template, units, oanh, tuan, ha) -> Scorecard:
    one = ScoringCampaign.open_campaign(
        by=oanh, on=OPENED, criteria=template, year=2026, of_the_office=True,
        scored=[units["so"]], **WINDOWS,
    )  # fmt: skip
    return one.cards.get()


@pytest.fixture
def paper(db) -> File:
    return File.objects.create(
        name="bao-cao.pdf", size=10, sha256="0" * 64, mime="application/pdf", path="00/x"
    )


def told(value, whole=None, **more) -> Told:
    return Told(Entry(Decimal(value), None if whole is None else Decimal(whole)), **more)


def best(line) -> Told:
    """What gives a line all its points."""
    if line.method.name in ("ratio", "bands"):
        return told(10, 10)
    if line.method.name == "penalty":
        return told(0)
    if line.method.name == "survey":
        options = len(line.method.options)
        return Told(Entry(counts=(Decimal(5), *[Decimal(0)] * (options - 1))))
    return told(1) if line.method.name == "yes_no" else told(int(line.top))


def regular(card, *, own: bool = False):
    lines = card.set.own_lines if own else card.set.lines.values()
    return [line for line in lines if line.part == Part.REGULAR]


def score_all(card, *, by, on=SCORED, but=()):
    """As the verb would leave it line by line, in one statement."""
    lines = [line for line in regular(card, own=True) if line.code not in but]
    mark_all(card, "self", {line: best(line) for line in lines}, by=by, on=on)


def review_all(card, *, by, on=REVIEWED, less=()):
    given = {line: told(0, 10) if line.code in less else best(line) for line in regular(card)}
    mark_all(card, "review", given, by=by, on=on)


def mark_all(card, side, given, *, by, on):
    card.marks.filter(side=side).delete()
    CardMark.objects.bulk_create(
        CardMark(
            card=card, line=line.code, side=side, value=each.entry.value, whole=each.entry.whole,
            counts=list(each.entry.counts), counted=points, points=points, on=on, by=by,
            note="Sổ theo dõi", sheet_version=1,
        )
        for line, each in given.items()
        for points in [points_of(card.set, line, each.entry)]
    )  # fmt: skip
    card.count_again()
    card.save()


@pytest.fixture
def sent(card, khanh, hoa) -> Scorecard:
    score_all(card, by=khanh)
    card.send_self_score(by=hoa, on=SCORED)
    return card


@pytest.fixture
def appraised(sent, oanh) -> Scorecard:
    """One line got less than they gave themselves."""
    review_all(sent, by=oanh, less=("1.3",))
    sent.finish_appraisal(by=oanh, on=REVIEWED)
    return sent
