"""One answer a slip; nothing leads from the slip to the answer."""

from datetime import date

import pytest
from django.test import Client

from portal.history import Event
from reforms.models import SurveyAnswer, SurveyToken
from reforms.models.survey.answer import answer_at_counter, answer_slip, shuffle_answers
from tests.reforms.survey.conftest import GLAD, NEXT, ON, answered

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(asked, asker, units):
    return asked.issue(by=asker, on=ON, count=6, unit=units["nguoi-co-cong"])


def test_a_slip_is_answered_once(batch):
    key = batch.slips()[0]
    assert answer_slip(key, GLAD, on=ON)
    assert not answer_slip(key, GLAD, on=ON)
    assert SurveyAnswer.objects.count() == 1


def test_a_slip_that_was_used_leaves_no_row(batch):
    """What could be joined with the answer is gone: no token, no event, no hour."""
    answer_slip(batch.slips()[0], GLAD, on=ON)
    assert SurveyToken.objects.count() == 5
    named = {field.name for field in SurveyAnswer._meta.get_fields()}
    assert named == {"id", "campaign", "unit", "questions", "ticked", "given_on", "settled"}
    assert Event.objects.filter(step__icontains="answer").count() == 0


def test_the_keys_are_not_stored(batch):
    digests = {bytes(row) for row in SurveyToken.objects.values_list("digest", flat=True)}
    assert len(digests) == 6
    assert not any(key.encode() in digest for key in batch.slips() for digest in digests)
    assert batch.slips() == batch.slips()


def test_days_outside_the_campaign_take_nothing(batch):
    assert not answer_slip(batch.slips()[0], GLAD, on=date(2026, 12, 1))
    assert not answer_slip("khong-co", GLAD, on=ON)


def test_the_night_writes_answers_anew(batch):
    answered(batch, *[GLAD] * 5, night=ON)
    before = set(SurveyAnswer.objects.values_list("pk", flat=True))
    assert not SurveyAnswer.objects.counted().exists()  # not on the day itself
    assert shuffle_answers(on=NEXT) == 5
    assert not before & set(SurveyAnswer.objects.values_list("pk", flat=True))
    kept = SurveyAnswer.objects.values_list("given_on", "settled")
    assert set(kept) == {(date(2026, 11, 1), True)}
    assert shuffle_answers(on=NEXT) == 0


def test_slips_that_nobody_used_end_with_the_campaign(asked, asker, batch):
    asked.close_campaign(by=asker, on=ON)
    assert not SurveyToken.objects.exists()
    assert not answer_slip(batch.slips()[0], GLAD, on=ON)


# through the door


@pytest.fixture
def address(batch):
    return f"/hai-long/{batch.slips()[0]}/"


def test_who_answers_is_a_stranger(client, lan, address):
    client.force_login(lan)
    page = client.get(address)
    assert page.status_code == 200
    assert not page.wsgi_request.user.is_authenticated
    assert not page.cookies
    assert page["Referrer-Policy"] == "no-referrer"


def test_it_is_sent_without_a_token_of_forgery_and_only_once(address):
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post(address, {"thai-do": "5", "huong-dan": "4"})
    assert answer.url == "/hai-long/cam-on/"
    assert SurveyAnswer.objects.get().ticked == {"thai-do": 5, "huong-dan": 4}
    assert stranger.post(address, {"thai-do": "5"}).status_code == 404
    assert stranger.get(address).status_code == 404
    assert stranger.get("/hai-long/cam-on/").status_code == 200


def test_nothing_ticked_says_so(client, address):
    answer = client.post(address, {})
    assert answer.status_code == 422
    assert "Chọn mức hài lòng cho ít nhất một câu" in answer.content.decode()
    assert client.post(address, {"thai-do": "9"}).status_code == 422


def test_a_counter_asks_for_attitude_and_clarity_alone(client, units, office):
    page = client.get("/hai-long/quay/tiep-cong-dan/").content.decode()
    assert page.count("<fieldset") == 2
    assert "lịch sự" in page
    assert client.post("/hai-long/quay/tiep-cong-dan/", {"thai-do": "5"}).status_code == 302
    assert SurveyAnswer.objects.get().unit == units["tiep-cong-dan"]
    assert client.get("/hai-long/quay/khong-co/").status_code == 404


def test_a_counter_is_not_flooded(client, units, office, monkeypatch):
    from reforms.views.survey import answering

    monkeypatch.setattr(answering, "MOST_A_DAY", 1)
    where = "/hai-long/quay/tiep-cong-dan/"
    assert client.post(where, {"thai-do": "5"}).status_code == 302
    assert "trở lại ngày mai" in client.post(where, {"thai-do": "5"}).content.decode()


def test_the_page_that_asks_is_small(client, address):
    assert len(client.get(address).content) < 60_000


def test_an_answer_at_a_counter_has_no_campaign(units):
    answer_at_counter(units["lao-dong"], {"thai-do": 4}, questions="tai-quay", on=ON)
    assert SurveyAnswer.objects.get().campaign is None
