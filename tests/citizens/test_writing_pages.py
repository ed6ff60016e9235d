"""A notice of acceptance on its way: made from its form, edited in Word, sent back, signed."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from docx import Document

from citizens.models import Case, Paper
from portal.attachments.sniffing import DOCX
from portal.documents.checking import texts_of
from portal.documents.versions import WordVersion
from portal.paper_style import PaperStyle
from portal.submissions import Submission
from tests.cast import client_of, person


@pytest.fixture(autouse=True)
def thursday():
    with time_machine.travel("2026-07-16 09:00+07:00", tick=False):
        yield


def send(user, case, path, **typed):
    return client_of(user).post(f"{case.get_absolute_url()}{path}", typed)


def page(user, case, path=""):
    return client_of(user).get(f"{case.get_absolute_url()}{path}")


def edited(version, before, after) -> SimpleUploadedFile:
    """As an officer's Word would leave it."""
    document = Document(BytesIO(version.content))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(before, after)
    file = BytesIO()
    document.save(file)
    return SimpleUploadedFile("sửa.docx", file.getvalue(), content_type=DOCX)


def begun(user, case) -> WordVersion:
    send(user, case, "thu-ly/", **{"soan-word": "1", "version": case.version, "draft": ""})
    return WordVersion.objects.get()


def test_the_button_of_the_step_makes_the_first_version_from_the_form(complaint, minh):
    version = begun(minh, complaint())
    assert version.text.startswith("Kính gửi: bà Đinh Thị Thảo")
    assert "Số: /TB-SLĐTBXH" in version.paragraphs
    assert not any("{{" in words for words in version.paragraphs)


def test_it_says_beside_its_text_what_the_office_decided(complaint, minh):
    PaperStyle.objects.create(
        valid_from=date(2026, 7, 16), copies="Như trên; Ban Giám đốc", filed="VT, TTr", body_size=13
    )
    version = begun(minh, complaint())
    assert "- Lưu: VT, TTr, " in " ".join(version.paragraphs)
    letter = Document(BytesIO(version.content)).styles["Normal"]
    assert letter.font.size.pt == 13


def test_no_draft_has_a_number_or_a_day(complaint, minh):
    said = " ".join(begun(minh, complaint()).paragraphs)
    assert "ngày …… tháng …… năm 2026" in said


def test_what_comes_back_is_the_next_version_and_what_goes_up_the_line(complaint, minh, ha):
    case = complaint()
    first = begun(minh, case)
    send(minh, case, "soan/tb-thu-ly/", lam="tai-len", word=edited(first, "Vậy,", "Như vậy,"))
    second = WordVersion.objects.latest("pk")
    assert (second.number, second.get_origin_display()) == (2, "tải lên")
    send(minh, case, "thu-ly/", version=case.version, draft="điều ai đó gõ thêm")
    assert "Như vậy, thông báo" in Submission.objects.get().draft
    assert (
        "<del>Vậy,</del><ins>Như vậy,</ins>"
        in page(ha, case, "soan/tb-thu-ly/ban/2/so-sanh/").content.decode()
    )


def test_the_version_that_was_approved_belongs_to_the_paper(complaint, minh, ha, mai):
    case = complaint()
    version = begun(minh, case)
    send(ha, case, "thu-ly/", version=case.version)
    paper = Paper.objects.get()
    assert (paper.word, paper.text) == (version, version.text)
    assert WordVersion.objects.open().count() == 0
    number = {"paper": paper.pk, "number": "96", "dated_on": "16/7/2026"}
    send(mai, case, "phat-hanh/", version=Case.objects.get().version, **number)
    shown = page(minh, case, "soan/tb-thu-ly/").content.decode()
    assert "Phát hành số 96/TB-SLĐTBXH, ngày 16/7/2026" in shown


def test_brackets_left_in_word_hold_the_step_up(complaint, minh):
    case = complaint()
    send(minh, case, "soan/tb-khong-thu-ly/", lam="tao")
    answer = send(minh, case, "khong-thu-ly/", version=case.version, ground="k2", reason="Vì sao.")
    assert answer.status_code == 422
    assert "Dự thảo còn chỗ chưa điền" in answer.content.decode()


def test_while_it_is_being_read_the_preparer_sends_no_other_version(complaint, minh, ha):
    case = complaint()
    first = begun(minh, case)
    send(minh, case, "thu-ly/", version=case.version)
    answer = send(minh, case, "soan/tb-thu-ly/", lam="tai-len", word=edited(first, "Vậy", "Nay"))
    assert answer.status_code == 409
    assert WordVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"PK\x03\x04 hong", "bị hỏng"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "không phải tệp Word"),
        ("a.txt", b"xin chao", "không thuộc loại nhận được"),
    ],
)
def test_what_is_no_word_file_is_refused_at_its_field(complaint, minh, name, content, told):
    case = complaint()
    answer = send(
        minh, case, "soan/tb-thu-ly/", lam="tai-len", word=SimpleUploadedFile(name, content)
    )
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_stranger_finds_nothing(complaint, minh):
    case = complaint()
    begun(minh, case)
    stranger = person("la", "Người Lạ")
    for path in ("soan/", "soan/tb-thu-ly/", "soan/tb-thu-ly/ban/1/"):
        assert page(stranger, case, path).status_code == 404


def test_a_letter_that_moves_to_the_own_book_leaves_no_version_behind(classified, lan):
    petition = classified(competent=False)
    send(lan, petition, "soan/phieu-huong-dan/", lam="tao")
    path = WordVersion.objects.get().file.path
    envelope = {"envelope_no": "3", "envelope_place": "Két số 2", "envelope_keeper": "Trần Thị Mai"}
    with TestCase.captureOnCommitCallbacks(execute=True):
        petition.seal(by=lan, on=date(2026, 7, 16), reason="Đơn có nội dung tố cáo", **envelope)
    assert WordVersion.objects.count() == 0
    assert not default_storage.exists(path)


def test_of_a_sealed_letter_the_file_is_handed_out_and_nothing_is_kept(sealed, lan):
    answer = send(lan, sealed, "soan/tc-phieu-chuyen/", lam="tao")
    said = " ".join(texts_of(answer.content))
    assert "Nội dung tố cáo: [nội dung tố cáo]" in said
    assert WordVersion.objects.count() == 0
