"""A good model on the public site: recognised, then shown by an act of its own."""

import pytest
from django.utils import timezone

from portal.publications import Disclosure
from tests.cast import client_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def text(answer) -> str:
    return answer.content.decode()


def test_before_it_is_recognised_nothing_of_it_is_prepared(running, khanh):
    way = f"/cong-bo/moi/?tu={running.stream}"
    assert way not in text(client_of(khanh).get(running.get_absolute_url()))
    assert client_of(khanh).get(way).status_code == 404


def test_a_recognised_model_is_prepared_shown_and_told_as_shown(recognised, stranger, khanh, ha):
    officer, way = client_of(khanh), f"/cong-bo/moi/?tu={recognised.stream}"
    assert way in text(officer.get(recognised.get_absolute_url()))
    begun = officer.get(way).context["form"].initial
    officer.post(way, {name: begun[name] for name in ("ground", "title", "summary", "unit")})
    one = Disclosure.objects.get()
    assert recognised.title not in text(stranger.get("/dien-hinh/"))
    one.release(by=ha, on=TODAY())
    assert "150 người được hưởng lợi" in text(stranger.get("/dien-hinh/"))
    assert one.public_url in text(officer.get(recognised.get_absolute_url()))
