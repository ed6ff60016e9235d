"""/gui-don/khieu-nai/: form 01 to print and sign; the server keeps nothing of it."""

import pytest
from django.apps import apps
from django.utils import timezone

from citizens.forms.card import Card
from citizens.forms.public_complaint import ComplaintPaperForm
from tests.portal.test_qr import read

ADDRESS = "/gui-don/khieu-nai/"
TYPED = {
    "name": "Đinh Thị Thảo",
    "gender": "nu",
    "birth_on": "5/3/1958",
    "id_number": "099158000123",
    "address": "Thôn 3",
    "commune": "an-phu",
    "phone": "0912 000 123",
    "respondent": "Trưởng phòng Người có công",
    "decision": "Quyết định số 12/QĐ-NCC",
    "known_on": "",
    "content": "Phòng ra quyết định mà không xem giấy xác nhận.\n\nTôi cho rằng sai.",
    "request": "Hủy quyết định số 12.",
    "enclosures": "Bản sao quyết định",
}


@pytest.fixture
def citizen(client, communes, office):
    return client


def text(response):
    return response.content.decode()


def form(**changes):
    made = ComplaintPaperForm(TYPED | changes, on=timezone.localdate())
    assert made.is_valid(), made.errors
    return made


def test_the_sheet_follows_the_form_of_the_decree(citizen):
    page = text(citizen.post(ADDRESS, TYPED))
    for part in (
        "ĐƠN KHIẾU NẠI",
        "Kính gửi:</b> Giám đốc Sở Lao động – Thương binh và Xã hội tỉnh Tân Giang",
        "Đinh Thị Thảo; sinh ngày 05/3/1958",
        "Thôn 3, Xã An Phú; điện thoại 0912000123",
        "099158000123, ngày cấp",
        "Trưởng phòng Người có công",
        "<p>Tôi cho rằng sai.</p>",
        "Hủy quyết định số 12.",
        "(Ký tên hoặc điểm chỉ, ghi rõ họ tên)",
    ):
        assert part in page


def test_nothing_is_stored(citizen):
    before = {model: model.objects.count() for model in apps.get_models()}
    answer = citizen.post(ADDRESS, TYPED)
    assert {model: model.objects.count() for model in apps.get_models()} == before
    assert "sessionid" not in answer.cookies


def test_the_square_code_fills_the_boxes_of_whoever_enters_the_letter(citizen):
    card = Card.read(form().square)
    assert card.number == "099158000123"
    assert card.facts() == {
        "name": "Đinh Thị Thảo",
        "birth_year": "1958",
        "gender": "nu",
        "address": "Thôn 3, Xã An Phú",
    }


def test_the_square_code_is_on_the_sheet(citizen, monkeypatch):
    drawn = []
    monkeypatch.setattr("portal.qr.drawn", lambda content: drawn.append(content) or [[True]])
    citizen.post(ADDRESS, TYPED)
    assert drawn == [form().square.encode()]


def test_a_bar_in_a_name_moves_nothing(citizen):
    assert Card.read(form(name="A|B", address="C|D").square).name == "A B"


def test_a_long_address_still_fits(citizen):
    square = form(name="Ễ" * 200, address="Ộ" * 300).square
    from portal.qr import modules

    assert read(modules(square)).decode() == square


def test_the_way_back_keeps_every_word(citizen):
    page = text(citizen.post(ADDRESS, TYPED | {"sua": "1"}))
    for typed in ("Đinh Thị Thảo", "5/3/1958", "Tôi cho rằng sai.", "Bản sao quyết định"):
        assert typed in page
    assert "Có lỗi cần sửa" not in page


def test_what_is_missing_is_said_and_nothing_typed_is_lost(citizen):
    answer = citizen.post(ADDRESS, TYPED | {"id_number": "99158000123", "content": ""})
    page = text(answer)
    assert answer.status_code == 422
    assert "có lẽ thiếu số 0 ở đầu" in page
    assert "Chưa nhập nội dung và lý do khiếu nại" in page
    assert "Hủy quyết định số 12." in page


def test_the_limitation_is_told_where_its_start_is_known(citizen):
    today = timezone.localdate()
    assert "Ông/bà gửi đơn chậm nhất ngày" in text(
        citizen.post(ADDRESS, TYPED | {"known_on": f"{today:%d/%m/%Y}"})
    )
    late = text(citizen.post(ADDRESS, TYPED | {"known_on": "01/02/2025"}))
    assert "Thời hiệu khiếu nại đã hết ngày" in late
    assert "chậm nhất ngày" not in text(citizen.post(ADDRESS, TYPED))


def test_markup_that_was_typed_is_words(citizen):
    page = text(citizen.post(ADDRESS, TYPED | {"content": "<script>alert(1)</script>"}))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
