"""A model that was recognised becomes a draft article in one step, its picture with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.attachments import receive
from portal.publications import Article
from portal.publications.delivery import deliver_places
from tests.cast import client_of
from tests.democracy.practice.conftest import LATER
from tests.portal.publications.test_way import photograph

pytestmark = pytest.mark.django_db


@pytest.fixture
def way(recognised, khanh) -> str:
    deliver_places()
    sent = SimpleUploadedFile("a.jpg", photograph(size=(60, 50)))
    recognised.add_picture(by=khanh, on=LATER, file=receive(sent), caption="Ngày hội ở thôn Một")
    return f"/bai-viet/moi/?tu={recognised.stream}"


def test_its_page_leads_there_and_the_form_is_filled(recognised, way, khanh):
    page = client_of(khanh).get(recognised.get_absolute_url()).content.decode()
    assert f"/bai-viet/moi/?tu={recognised.stream.replace('/', '%2F')}" in page
    form = client_of(khanh).get(way).content.decode()
    assert 'value="Ngày hội việc làm ở thôn"' in form
    assert "Đến nay có 150 người được hưởng lợi." in form


def test_one_step_makes_the_draft(recognised, way, khanh):
    form = client_of(khanh).get(way).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    client_of(khanh).post(way, typed)
    one = Article.objects.get()
    assert (one.stage, one.source, one.unit) == ("draft", recognised.stream, recognised.unit)
    assert [row.caption for row in one.pictures.all()] == ["Ngày hội ở thôn Một"]


def test_what_is_not_ready_or_not_seen_becomes_none(running, khanh, quantri, minh):
    page = client_of(khanh).get(running.get_absolute_url()).content.decode()
    assert "Soạn bài viết" not in page
    way = f"/bai-viet/moi/?tu={running.stream}"
    assert [client_of(who).get(way).status_code for who in (khanh, minh, quantri)] == [404] * 3
    assert client_of(khanh).get("/bai-viet/moi/?tu=don/D-2026-00001").status_code == 404
