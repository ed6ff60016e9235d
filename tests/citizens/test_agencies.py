"""The bodies that letters are forwarded to are suggested where one writes, never forced."""

import pytest

from portal.fields import Agency
from tests.cast import client_of

pytestmark = pytest.mark.django_db
SUGGESTED = "<option>Sở Nội vụ tỉnh Tân Giang</option>"


@pytest.fixture
def known(quantri) -> Agency:
    typed = {"name": "Sở Nội vụ tỉnh Tân Giang", "address": "Số 1 đường Lê Lợi"}
    client_of(quantri).post("/quan-tri/noi-nhan/moi/", typed)
    return Agency.objects.get()


def test_a_known_body_is_suggested_and_an_ended_one_not(known, classified, binh):
    letter = classified(competent=False)
    page = client_of(binh).get(f"/don/{letter.code}/chuyen-don/").content.decode()
    assert SUGGESTED in page
    assert page.count('list="goi-y-addressee"') == page.count('id="goi-y-addressee"') == 1
    Agency.objects.update(closed_on="2026-01-01")
    assert (
        "goi-y-addressee"
        not in client_of(binh).get(f"/don/{letter.code}/chuyen-don/").content.decode()
    )


def test_at_the_counter_too(known, mai):
    assert SUGGESTED in client_of(mai).get("/tiep-dan/vao-so/").content.decode()


def test_another_body_may_still_be_written(known, classified, binh, office):
    letter = classified(competent=False)
    page = (
        client_of(binh)
        .post(
            f"/don/{letter.code}/chuyen-don/",
            {"addressee": "Cơ quan khác", "ground": "", "gui": "1"},
        )
        .content.decode()
    )
    assert 'value="Cơ quan khác"' in page
    assert "Cơ quan khác” không" not in page
