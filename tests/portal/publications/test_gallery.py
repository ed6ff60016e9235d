"""The pictures of the news, and what is no exemplar."""

import pytest
from django.utils import timezone

from portal.publications import Disclosure, redraw
from tests.portal.publications.conftest import AT, ON
from tests.portal.publications.test_way import photograph

pytestmark = pytest.mark.django_db
HERE = "/tin-tuc/anh/"


def text(answer) -> str:
    return answer.content.decode()


def test_it_shows_pictures_of_what_is_published(stranger, draft, ha, minh):
    picture = redraw(photograph(size=(300, 200)), "anh.jpg")
    draft.add_picture(by=minh, on=ON, picture=picture, alt="Đoàn thăm", caption="Ở xã")
    assert "Chưa có ảnh nào" in text(stranger.get(HERE))
    draft.publish(by=ha, on=ON, at=AT)
    assert 'alt="Đoàn thăm"' in text(stranger.get(HERE))
    assert stranger.get(f"{HERE}?truoc=khong-co").status_code == 404


def test_what_another_law_makes_public_is_no_exemplar(stranger, minh, ha, units):
    facts = {"ground": "ngan-sach", "title": "Dự toán", "summary": "12 tỷ", "unit": units["so"]}
    today = timezone.localdate()
    Disclosure.note_disclosure(by=minh, on=today, **facts).release(by=ha, on=today)
    assert "Chưa giới thiệu mô hình nào" in text(stranger.get("/dien-hinh/"))
