"""A campaign with slips, answered."""

from datetime import date

import pytest

from reforms.models import SurveyCampaign
from reforms.models.survey.answer import answer_slip, shuffle_answers

ON, NEXT = date(2026, 11, 20), date(2026, 11, 21)
GLAD = {"thai-do": 5, "thoi-gian": 4}
SAD = {"thai-do": 2, "thoi-gian": 1}


def campaign(by, *, on=ON, questions="nguoi-dan", **facts):
    told = {"title": "Khảo sát quý IV", "opens_on": on, "closes_on": date(2026, 11, 30)}
    return SurveyCampaign.open_campaign(by=by, on=on, questions=questions, **told | facts)


def answered(batch, *ticked, on=ON, night=NEXT):
    for key, each in zip(batch.slips(), ticked, strict=False):
        assert answer_slip(key, each, on=on)
    shuffle_answers(on=night)


@pytest.fixture
def asker(units):
    from tests.cast import person, place

    user = person("oanh", "Vũ Thị Oanh")
    place(user, "reform_officer", unit=units["van-phong"])
    return user


@pytest.fixture
def asked(asker, office):
    return campaign(asker)
