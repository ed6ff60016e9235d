"""The pages and fragments that every screen is made of."""

import re

import pytest
from django.conf import settings

from portal.office import Office
from tests.portal.look_pages import NAMES, Addresses, draw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_address(settings):
    settings.ROOT_URLCONF = Addresses


@pytest.mark.parametrize("name", NAMES)
def test_no_page_carries_style_script_or_data_of_its_own(name, lan):
    drawn = draw(name, user=lan)
    assert not re.search(r'style="|<style|\son\w+="|"data:|javascript:', drawn)
    assert not re.search(r"<script(?![^>]*\ssrc=)", drawn)


@pytest.mark.parametrize("name", NAMES)
def test_no_tag_is_left_standing_as_words(name, lan):
    assert not re.search(r"{[%{#]|[%}#]}", draw(name, user=lan))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_in_the_sprite(name, lan):
    sprite = (settings.BASE_DIR / "static/img/icons.svg").read_text()
    used = set(re.findall(r"icons\.svg#([\w-]*)", draw(name, user=lan)))
    assert used <= set(re.findall(r'<symbol id="([\w-]+)"', sprite))


@pytest.mark.parametrize("name", NAMES)
def test_every_id_stands_once_and_every_reference_is_met(name, lan):
    drawn = draw(name, user=lan)
    ids = re.findall(r'\sid="([^"]+)"', drawn)
    meant = re.findall(r'(?:for|aria-describedby|aria-labelledby)="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    assert {one for several in meant for one in several.split()} <= set(ids)


def test_a_title_says_page_section_office_and_that_something_is_wrong(lan, office):
    office = Office.objects.first()
    assert f"<title>Đơn đang được xác minh – Tra cứu – {office.short_name}" in unescaped(
        draw("cong-dan", user=lan)
    )
    assert "<title>Lỗi: Vào sổ đơn – Đơn" in draw("gui-don", user=lan)


def test_the_staff_menu_shows_what_exists_and_is_open_to_the_reader(lan, quantri):
    assert ">Vụ việc<span" in menu_of(lan)
    assert "Quản trị" not in menu_of(lan)
    assert "Quản trị" in menu_of(quantri)
    assert "Vụ việc" not in menu_of(quantri)


def test_a_menu_has_no_dead_links(lan, settings):
    settings.ROOT_URLCONF = type("Bare", (), {"urlpatterns": []})
    assert "href" not in menu_of(lan)


def test_signing_out_is_a_form(lan):
    assert '<form method="post" action="/sign-out/">' in draw("vu-viec", user=lan)


def test_the_sample_office_says_that_it_is_one(lan, settings):
    warning = "Dữ liệu mẫu: không nhập thông tin thật vào đây."
    assert warning not in draw("danh-sach", user=lan)
    settings.DEMO = True
    assert warning in draw("danh-sach", user=lan)


def test_what_the_citizen_reads_and_what_stays_inside_look_different(lan):
    drawn = draw("vu-viec", user=lan)
    assert drawn.count("Công dân đọc được") == 1
    assert drawn.count("Nội bộ</span>") == 1


def test_a_step_that_is_closed_is_a_sentence_and_not_a_button(lan):
    drawn = draw("vu-viec", user=lan)
    assert 'href="#doi-thoai/"' in drawn
    assert "Chưa thể ban hành quyết định" in drawn


def test_an_error_page_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        drawn = draw("loi-404", user=None)
    assert "kiểm tra lại địa chỉ" in drawn
    assert "Việc gấp, gọi" in drawn


def menu_of(user) -> str:
    side = draw("vu-viec", user=user).split('<nav class="side"')[1].split("</nav>")[0]
    return side.split("</a>", 2)[2]


def unescaped(drawn: str) -> str:
    return drawn.replace("&amp;", "&")
