"""Vào sổ: the clerk's pages, letter after letter, nothing typed ever lost."""

import re
import unicodedata
from datetime import timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from citizens.models import Attachment, Party, Petition
from portal.attachments import File
from tests.cast import client_of
from tests.citizens.test_petition_way import TODAY, typed
from tests.portal.specimens import pdf, png

PLAIN, SEALED = "/don/vao-so/don-thuong/", "/don/vao-so/bi-mat/"
ENVELOPE = {
    "received_on": TODAY,
    "channel": "buu_chinh",
    "envelope_no": "BM-07/2026",
    "envelope_place": "Tủ sắt số 2",
    "envelope_keeper": "Bà Vũ Thị Mai",
}
CARD = "099158000123|271234567|Đinh Thị Thảo|05031958|Nữ|Thôn 3, Xã An Phú|20052021"

pytestmark = pytest.mark.usefixtures("office", "fields", "communes")


def scan(name="trang-1.png"):
    return SimpleUploadedFile(name, png(), content_type="image/png")


def test_the_date_and_the_source_of_the_pile_stay(mai):
    browser = client_of(mai)
    yesterday = timezone.localdate() - timedelta(days=1)
    browser.post(PLAIN, typed(received_on=f"{yesterday:%d/%m/%Y}", channel="truc_tiep"))
    page = browser.get(PLAIN).content.decode()
    assert f'value="{yesterday:%d/%m/%Y}"' in page
    assert '<option value="truc_tiep" selected>' in page


def test_a_letter_costs_eighteen_statements(mai, few_statements):
    """Signing in and the bounds of the act among them."""
    browser = client_of(mai)
    browser.post(PLAIN, typed(content="Thư thứ nhất", id_number="", _once=str(uuid4())))
    second = typed(content="Thư thứ hai", id_number="", title="Xin hỏi", _once=str(uuid4()))
    with few_statements(18):
        assert browser.post(PLAIN, second).status_code == 302


@pytest.mark.parametrize("title", ["Tố cáo ông X nhận tiền", "ĐƠN TỐ CÁO: ông X"])
def test_a_letter_that_calls_itself_a_denunciation_is_sent_to_the_other_book(mai, title):
    answer = client_of(mai).post(PLAIN, typed(title=title))
    assert answer.status_code == 422
    assert "ghi bì mật vào sổ riêng" in answer.content.decode()
    assert not Petition.objects.exists()


def test_a_complaint_about_the_answer_to_a_denunciation_is_entered(mai):
    answer = client_of(mai).post(PLAIN, typed(title="Khiếu nại việc trả lời đơn tố cáo"))
    assert answer.status_code == 302


def test_a_scanned_card_fills_the_sender_without_script(mai):
    answer = client_of(mai).post(
        PLAIN, typed(id_number=CARD, name="", gender="", birth_year="", address="")
    )
    assert answer.status_code == 302, answer.content.decode()
    party = Party.objects.get()
    assert (party.id_number, party.name, party.gender) == ("099158000123", "Đinh Thị Thảo", "nu")
    assert (party.birth_year, party.address) == (1958, "Thôn 3, Xã An Phú")


def test_a_card_without_a_name_does_not_answer_for_the_name(mai):
    answer = client_of(mai).post(PLAIN, typed(id_number="099158000123||||||", name=""))
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()


def test_words_of_a_card_are_stored_composed(mai):
    decomposed = unicodedata.normalize("NFD", CARD)
    client_of(mai).post(PLAIN, typed(id_number=decomposed, name="", address=""))
    party = Party.objects.get()
    assert (party.name, party.address) == ("Đinh Thị Thảo", "Thôn 3, Xã An Phú")


def test_what_was_typed_survives_an_error(mai):
    answer = client_of(mai).post(PLAIN, typed(title="", postmark_on="31/02/2026", rep1_name="x"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Lỗi:" in page
    assert "Chưa nhập trích yếu" in page
    assert 'value="Đinh Thị Thảo"' in page
    assert "31/02/2026" in page
    assert not Petition.objects.exists()


def test_a_scan_is_taken_in_first_and_belongs_to_the_letter_later(mai):
    browser = client_of(mai)
    page = browser.post(PLAIN, {**typed(), "tai-len": "1", "scan": [scan()]}).content.decode()
    kept = re.search(r'name="scans" value="([^"]+)"', page).group(1)
    assert 'value="Đinh Thị Thảo"' in page
    assert not Petition.objects.exists()
    assert browser.get(f"/tep/{File.objects.get().pk}/").status_code == 200
    assert browser.post(PLAIN, typed(scans=kept)).status_code == 302
    assert Attachment.objects.get().petition == Petition.objects.get()


def test_a_file_that_lies_is_refused_by_name_and_the_letter_is_not_lost(mai):
    liar = SimpleUploadedFile("don.pdf", png(), content_type="application/pdf")
    answer = client_of(mai).post(PLAIN, {**typed(), "scan": [liar]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "don.pdf" in page
    assert 'value="Đinh Thị Thảo"' in page
    assert not Petition.objects.exists()


def test_nobody_else_sees_a_scan_that_has_no_letter_yet(mai, lan):
    client_of(mai).post(PLAIN, {**typed(), "tai-len": "1", "scan": [scan()]})
    assert client_of(lan).get(f"/tep/{File.objects.get().pk}/").status_code == 404


def test_one_letter_for_a_double_click(mai):
    browser, key = client_of(mai), str(uuid4())
    first = browser.post(PLAIN, typed(_once=key))
    assert browser.post(PLAIN, typed(_once=key)).url == first.url
    assert browser.post(PLAIN, typed(_once=key, title="Khác")).status_code == 409
    assert Petition.objects.count() == 1


def test_representatives_are_entered_with_the_letter(mai):
    client_of(mai).post(PLAIN, {**typed(people="7", signers="7"), "rep1-name": "Lý Văn Sơn"})
    roles = dict(Party.objects.values_list("name", "role"))
    assert roles == {"Đinh Thị Thảo": "sender", "Lý Văn Sơn": "representative"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"received_on": "32/1/2026"}, "tháng 1/2026 có 31 ngày"),
        ({"id_number": "99158000123"}, "thiếu số 0"),
        ({"people": "hai"}, "Ghi bằng chữ số"),
        ({"birth_year": "58"}, "Năm sinh gồm 4 chữ số"),
        ({"channel": "chuyen_den"}, "Chưa nhập cơ quan chuyển đến"),
        ({"name": "A\u202eB"}, "ký tự"),
        ({"content": "x" * 1_000_000}, "rút ngắn"),
        ({"title": "a\x00b"}, "ký tự"),
    ],
)
def test_bad_input_is_told_in_one_sentence(mai, wrong, sentence):
    answer = client_of(mai).post(PLAIN, typed(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_composed_and_decomposed_letters_are_one(mai):
    client_of(mai).post(PLAIN, typed(name=unicodedata.normalize("NFD", "Đinh Thị Thảo")))
    assert Petition.objects.get().sender == "Đinh Thị Thảo"


def test_whoever_does_not_register_finds_no_such_page(minh):
    assert client_of(minh).get("/don/vao-so/").status_code == 404
    assert client_of(minh).post(PLAIN, typed()).status_code == 404


def test_an_envelope_is_all_that_is_asked(mai):
    page = client_of(mai).get(SEALED).content.decode()
    for word in ('name="name"', 'name="title"', 'name="content"', 'type="file"', 'name="phone"'):
        assert word not in page


def test_an_envelope_stands_in_a_book_of_its_own(mai, lan, minh):
    client_of(mai).post(SEALED, ENVELOPE)
    petition = Petition.objects.get()
    assert petition.code.startswith("NTC-")
    assert petition.sealed
    assert (petition.envelope_no, petition.stage) == ("BM-07/2026", "giu-bi-mat")
    assert petition.due_on is not None
    assert client_of(lan).get(petition.get_absolute_url()).status_code == 200
    assert client_of(minh).get(petition.get_absolute_url()).status_code == 404


def test_what_is_typed_beside_the_envelope_goes_nowhere(mai):
    client_of(mai).post(SEALED, {**ENVELOPE, "name": "Tên Người Tố Cáo", "content": "Kín"})
    petition = Petition.objects.get()
    assert (petition.sender, petition.content, petition.title) == ("", "", "")
    assert not Party.objects.exists()


def two_pages() -> bytes:
    document, held = pypdfium2.PdfDocument.new(), BytesIO()
    for _ in range(2):
        document.new_page(595, 842)
    document.save(held)
    return held.getvalue()


def test_pages_of_a_scanned_pdf_stand_beside_the_questions(mai):
    browser = client_of(mai)
    letter = SimpleUploadedFile("don.pdf", two_pages())
    page = browser.post(PLAIN, {**typed(), "tai-len": "1", "scan": [letter]}).content.decode()
    pictures = re.findall(r'src="(/tep/[^"]+/trang/\d+/)"', page)
    assert len(pictures) == 2
    answer = browser.get(pictures[1])
    assert answer.content.startswith(b"\x89PNG")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert browser.get(pictures[1].replace("/2/", "/3/")).status_code == 404


def test_a_pdf_that_cannot_be_drawn_is_still_a_scan(mai):
    torn = SimpleUploadedFile("don.pdf", pdf())
    answer = client_of(mai).post(PLAIN, {**typed(), "tai-len": "1", "scan": [torn]})
    assert answer.status_code == 200
    assert "/trang/" not in answer.content.decode()
    assert File.objects.get().name in answer.content.decode()


def test_what_was_typed_survives_the_end_of_the_session(mai):
    browser = client_of(mai)
    browser.logout()
    to_sign_in = browser.post(PLAIN, {**typed(), "rep1-name": "Lý Văn Sơn"})
    assert to_sign_in.status_code == 302
    browser.force_login(mai)
    back = parse_qs(urlsplit(to_sign_in.url).query)["next"][0]
    page = browser.get(back).content.decode()
    assert 'value="Đinh Thị Thảo"' in page
    assert 'value="Lý Văn Sơn"' in page
