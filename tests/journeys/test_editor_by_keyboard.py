"""An article with its picture: written by one, read and shown by another, both without a mouse."""

import pytest

from portal.publications import Article
from tests.journeys.keyboard import hand_over, pick, press, tab_to, write
from tests.portal.publications.conftest import places  # noqa: F401
from tests.portal.publications.test_way import photograph

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURE = {"name": "tang-qua.jpg", "mimeType": "image/jpeg"}


def compose(writer) -> None:
    writer.open("/bai-viet/")
    press(writer, "Soạn bài")
    writer.page.wait_for_selector("trix-editor")
    write(writer, "Tiêu đề", "Thăm gia đình người có công")
    pick(writer, "Nơi đăng", "Tin hoạt động")
    write(writer, "Nội dung", "Đoàn đã thăm ba trăm gia đình.")
    press(writer, "Soạn bài")


def hang_picture(writer) -> None:
    press(writer, "Thêm ảnh")
    hand_over(writer, "Ảnh", PICTURE | {"buffer": photograph(size=(300, 200))})
    write(writer, "Trong ảnh có gì", "Đoàn thăm gia đình")
    press(writer, "Thêm ảnh")


def test_an_article_is_written_read_and_shown(at_work, citizen, minh, nga, office):
    minh, nga = at_work(minh), at_work(nga)
    compose(minh)
    hang_picture(minh)
    press(minh, "Đăng bài")
    press(minh, "Trình lãnh đạo")

    nga.open("/cong-viec/")
    press(nga, "Đọc, phê duyệt")
    nga.reads("Đoàn đã thăm ba trăm gia đình.")
    press(nga, "Phê duyệt")

    citizen.open("/")
    press(citizen, "Thăm gia đình người có công")
    tab_to(citizen, "In bài viết")
    assert citizen.page.get_by_alt_text("Đoàn thăm gia đình").is_visible()
    assert Article.objects.get().stage == "published"
