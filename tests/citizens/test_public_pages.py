"""The front door, and the page for those who want to meet somebody in confidence."""

import re

import pytest
from django.urls import reverse

from citizens.models.vocabulary import Kind

PUBLIC = (
    *("/", "/gui-don/", "/gui-don/nguoi-gui/", "/gui-don/khieu-nai/", "/gui-don/to-cao/"),
    "/tra-cuu/",
)


@pytest.fixture
def citizen(client, communes, fields, office):
    return client


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("address", PUBLIC)
def test_nobody_needs_an_account(citizen, address):
    assert citizen.get(address).status_code == 200


@pytest.mark.parametrize("address", PUBLIC)
def test_every_page_has_the_telephone_and_a_title_of_its_own(citizen, address):
    page = text(citizen.get(address))
    assert "0299 3 800 100" in page
    assert " – Sở LĐ-TB&amp;XH</title>" in page


def test_the_first_page_says_how_complaints_and_denunciations_come(citizen):
    page = text(citizen.get("/"))
    assert "Khiếu nại, tố cáo: gửi đơn có chữ ký hoặc đến trực tiếp" in page
    assert "7 giờ 30 – 11 giờ 30" in page
    assert f'action="{reverse("lookup")}"' in page


def test_the_first_page_has_no_dead_ends(citizen):
    links = set(re.findall(r'href="(/[^"#]*)', text(citizen.get("/"))))
    assert "/lich-tiep-cong-dan/" in links
    pages = {link for link in links if not link.startswith("/static/")}
    assert {citizen.get(link, follow=True).status_code for link in pages} == {200}


def test_online_no_complaint_and_no_denunciation_can_be_chosen(citizen):
    citizen.post("/gui-don/nguoi-gui/", {"denounces": "khong", "name": "A", "address": "B"})
    page = text(citizen.get("/gui-don/su-viec/"))
    for kind in (Kind.COMPLAINT, Kind.DENUNCIATION):
        assert f'value="{kind}"' not in page
        answer = citizen.post("/gui-don/su-viec/", {"kind": kind, "title": "x", "content": "x"})
        assert answer.status_code == 422
        assert "Chọn loại nội dung trong danh sách" in text(answer)


def test_the_page_for_denouncers_asks_nothing_and_keeps_nothing(citizen):
    answer = citizen.get("/gui-don/to-cao/")
    page = text(answer)
    assert "<title>Gặp cán bộ tiếp công dân – " in page
    assert "<form" not in page.partition("<main")[2]
    assert not answer.cookies
    assert citizen.post("/gui-don/to-cao/").status_code == 405


def test_the_page_for_denouncers_says_what_the_law_accepts_and_how_names_are_kept(citizen):
    page = text(citizen.get("/gui-don/to-cao/"))
    for told in (
        "Thoát nhanh",
        "ký tên hoặc điểm chỉ",
        "Trình bày trực tiếp.",
        "không mở bì",
        "đề nghị bảo vệ",
        "không xóa được lịch sử của máy",
    ):
        assert told in page


def test_leaving_quickly_tells_nobody_where_one_was(citizen):
    page = text(citizen.get("/gui-don/to-cao/"))
    assert 'rel="noreferrer" data-leave' in page
