"""A round of the year in the small office: the centre and a division are rated by set A."""

from datetime import date
from decimal import Decimal

import pytest

from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.attachments import File
from portal.scoring import Entry, Part

OPENED = date(2026, 11, 2)
SELF_DUE = date(2026, 12, 15)
REVIEW_DUE = date(2026, 12, 31)
SCORED = date(2026, 12, 10)
REVIEWED = date(2026, 12, 20)
DECIDED = date(2027, 1, 15)


@pytest.fixture
def criteria(db) -> CriteriaVersion:
    CriteriaVersion.deliver()
    return CriteriaVersion.objects.get(code="can-tho-2025")


@pytest.fixture
def round_(criteria, units, tuan, ha, hoa, khanh, mai) -> RatingRound:
    rated = [units["dich-vu-viec-lam"], units["nguoi-co-cong"], units["van-phong"]]
    return RatingRound.open_round(
        by=tuan, on=OPENED, criteria=criteria, year=2026, self_due=SELF_DUE,
        review_due=REVIEW_DUE, rated=rated,
    )  # fmt: skip


@pytest.fixture
def sheet(round_, units) -> ScoreSheet:
    return round_.sheets.get(unit=units["dich-vu-viec-lam"])


def best(line) -> Entry:
    """What gives a line all its points."""
    if line.method.name == "yes_no":
        return Entry(Decimal(1))
    if line.method.name in ("ratio", "bands"):
        return Entry(Decimal(10), Decimal(10))
    return Entry(line.top, gate=True if line.gate else None)


def score_all(sheet, *, by, on=SCORED, but=()):
    for line in sheet.set.own_lines:
        if line.part == Part.REGULAR and line.code not in but:
            sheet.self_score(by=by, on=on, line=line.code, entry=best(line))


def review_all(sheet, *, by, on=REVIEWED):
    for line in sheet.set.lines.values():
        if line.part == Part.REGULAR:
            sheet.appraise(by=by, on=on, line=line.code, entry=best(line))


@pytest.fixture
def sent(sheet, khanh, hoa) -> ScoreSheet:
    score_all(sheet, by=khanh)
    sheet.send_self_score(by=hoa, on=SCORED)
    return sheet


@pytest.fixture
def appraised(sent, tuan) -> ScoreSheet:
    review_all(sent, by=tuan)
    sent.finish_appraisal(by=tuan, on=REVIEWED)
    return sent


@pytest.fixture
def paper(db) -> File:
    return File.objects.create(
        name="bien-ban.pdf", size=10, sha256="0" * 64, mime="application/pdf", path="00/x"
    )
