"""/gui-don/: feedback and questions, one group of questions a page; sent once, nothing lost."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from citizens import sending
from citizens.models import LookupCode, Petition
from citizens.models.lookup import digest, read
from citizens.views.public import sent
from portal.attachments import File
from portal.once import FIELD
from tests.citizens.conftest import opened_by
from tests.portal.specimens import pdf

SENDER = {
    "denounces": "khong",
    "name": "Đinh Thị Thảo",
    "address": "Thôn 3",
    "phone": "0912 000 123",
    "email": "",
    "commune": "an-phu",
}
MATTER = {
    "kind": "kien_nghi",
    "field": "",
    "title": "Lắp mái che nơi chờ nhận trợ cấp",
    "content": "Nơi chờ nhận trợ cấp không có mái che, người già đứng nắng. Đề nghị Sở lắp mái.",
}
ADDRESS = "/gui-don/"


@pytest.fixture
def citizen(client, units, communes, fields, office, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return client


@pytest.fixture
def answered(citizen):
    """All questions answered; the last button has not been pressed."""
    citizen.post(ADDRESS + "nguoi-gui/", SENDER)
    citizen.post(ADDRESS + "su-viec/", MATTER)
    citizen.post(ADDRESS + "giay-to/", {})
    return citizen


def upload(name="don.pdf", content=None):
    return SimpleUploadedFile(name, content or pdf())


def text(response):
    return response.content.decode()


def test_each_step_leads_to_the_next(citizen):
    assert citizen.post(ADDRESS + "nguoi-gui/", SENDER).url == ADDRESS + "su-viec/"
    assert citizen.post(ADDRESS + "su-viec/", MATTER).url == ADDRESS + "giay-to/"
    assert citizen.post(ADDRESS + "giay-to/", {}).url == ADDRESS + "kiem-tra/"
    assert "Bước 4/5" in text(citizen.get(ADDRESS + "kiem-tra/"))


def test_the_last_page_shows_everything_and_names_the_act(answered):
    page = text(answered.get(ADDRESS + "kiem-tra/"))
    for shown in ("Đinh Thị Thảo", "Thôn 3", "Xã An Phú", "0912000123", MATTER["content"]):
        assert shown in page
    assert "Gửi kiến nghị" in page
    assert not Petition.objects.exists()


def test_a_change_leads_back_to_the_last_page(answered):
    answer = answered.post(ADDRESS + "nguoi-gui/", SENDER | {"address": "Thôn 5"})
    assert answer.url == ADDRESS + "kiem-tra/"
    assert "Thôn 5" in text(answered.get(ADDRESS + "kiem-tra/"))


def test_what_is_sent_stands_in_the_book(answered):
    assert answered.post(ADDRESS + "kiem-tra/").url == ADDRESS + "bien-nhan/"
    petition = Petition.objects.get()
    sender = petition.parties.get()
    assert (petition.channel, petition.kind, petition.stage) == (
        "truc_tuyen",
        "kien_nghi",
        "cho-phan-loai",
    )
    assert petition.received_on == timezone.localdate()
    assert (sender.name, sender.phone, petition.commune.code) == (
        "Đinh Thị Thảo",
        "0912000123",
        "an-phu",
    )


def test_the_receipt_has_a_code_that_opens_and_can_be_seen_again(answered):
    answered.post(ADDRESS + "kiem-tra/")
    first, again = (text(answered.get(ADDRESS + "bien-nhan/")) for _ in range(2))
    shown = re.search(r"\d{4} \d{4} \d{4} \d{4}", first)[0]
    assert shown in again
    assert opened_by(read(shown)) == Petition.objects.get()
    assert "Chậm nhất ngày này, Sở trả lời ông/bà" in first


def test_no_table_holds_the_digits_of_the_receipt(answered):
    answered.post(ADDRESS + "kiem-tra/")
    code = read(
        re.search(r"\d{4} \d{4} \d{4} \d{4}", text(answered.get(ADDRESS + "bien-nhan/")))[0]
    )
    assert code not in str(dict(answered.session.items()))
    assert bytes(LookupCode.objects.get().digest) == digest(code)


def test_the_receipt_is_taken_off_the_machine(answered):
    answered.post(ADDRESS + "kiem-tra/")
    assert answered.post(ADDRESS + "bien-nhan/").url == "/"
    assert answered.get(ADDRESS + "bien-nhan/").url == ADDRESS


def test_a_double_press_gives_one_petition(answered):
    key = {FIELD: str(uuid4())}
    answers = [answered.post(ADDRESS + "kiem-tra/", key) for _ in range(2)]
    assert [answer.url for answer in answers] == [ADDRESS + "bien-nhan/"] * 2
    assert Petition.objects.count() == 1


def test_a_second_press_without_a_key_finds_the_receipt(answered):
    answers = [answered.post(ADDRESS + "kiem-tra/") for _ in range(2)]
    assert [answer.url for answer in answers] == [ADDRESS + "bien-nhan/"] * 2
    assert Petition.objects.count() == 1


def test_after_sending_the_session_holds_nothing_that_was_typed(answered):
    answered.post(ADDRESS + "kiem-tra/")
    assert "Thảo" not in str(dict(answered.session.items()))


def test_an_error_keeps_what_was_typed(citizen):
    answer = citizen.post(ADDRESS + "nguoi-gui/", SENDER | {"name": "", "phone": "09120"})
    assert answer.status_code == 422
    assert "Chưa nhập họ và tên" in text(answer)
    assert 'value="Thôn 3"' in text(answer)
    assert 'value="09120"' in text(answer)


def test_a_few_words_are_not_enough(citizen):
    citizen.post(ADDRESS + "nguoi-gui/", SENDER)
    answer = citizen.post(ADDRESS + "su-viec/", MATTER | {"content": "Nợ lương tháng 7."})
    assert "Nội dung mới có 4 chữ, cần ít nhất 10 chữ để Sở hiểu sự việc" in text(answer)


def test_a_step_after_the_session_ended_is_kept(citizen):
    assert citizen.post(ADDRESS + "su-viec/", MATTER).url == ADDRESS + "nguoi-gui/"
    assert "Phần vừa nhập vẫn còn." in text(citizen.get(ADDRESS + "nguoi-gui/"))
    assert citizen.post(ADDRESS + "nguoi-gui/", SENDER).url == ADDRESS + "giay-to/"


def test_steps_cannot_be_passed_over(citizen):
    assert citizen.get(ADDRESS + "kiem-tra/").url == ADDRESS + "nguoi-gui/"
    assert citizen.post(ADDRESS + "kiem-tra/").url == ADDRESS + "nguoi-gui/"
    assert citizen.get(ADDRESS + "giay-to/").url == ADDRESS + "nguoi-gui/"


def test_whoever_denounces_is_led_elsewhere_and_nothing_is_kept(answered):
    answered.post(ADDRESS + "giay-to/", {"files": upload(), "tai-len": "1"})
    answer = answered.post(ADDRESS + "nguoi-gui/", SENDER | {"denounces": "co"})
    assert answer.url == ADDRESS + "to-cao/"
    assert sending.KEY not in answered.session
    assert not File.objects.exists()


def test_what_was_begun_can_be_thrown_away(answered):
    assert "đang viết dở" in text(answered.get(ADDRESS))
    answered.post(ADDRESS)
    assert sending.KEY not in answered.session
    assert "đang viết dở" not in text(answered.get(ADDRESS))


def test_a_refused_file_is_named_and_the_others_stay(answered):
    files = [upload(), upload("anh.heic", b"\0\0\0\x18ftypheic" + b"0" * 99)]
    answer = answered.post(ADDRESS + "giay-to/", {"files": files, "tai-len": "1"})
    assert answer.status_code == 422
    assert "Tệp “anh.heic” là ảnh HEIC" in text(answer)
    assert "Đã nhận 1 tệp" in text(answer)


def test_files_go_with_the_petition_under_their_own_names(answered):
    answered.post(ADDRESS + "giay-to/", {"files": [upload("Giấy xác nhận.pdf")]})
    answered.post(ADDRESS + "kiem-tra/")
    assert [str(link) for link in Petition.objects.get().attachments.all()] == ["Giấy xác nhận.pdf"]


def test_a_file_can_be_taken_back(answered):
    answered.post(ADDRESS + "giay-to/", {"files": upload(), "tai-len": "1"})
    answered.post(ADDRESS + "giay-to/", {"bo-tep": str(File.objects.get().pk)})
    assert not File.objects.exists()


def test_somebody_elses_file_cannot_be_taken_along_or_away(answered, mai):
    theirs = File.objects.create(name="x", size=1, sha256="", mime="", path="x", by=mai)
    stranger = File.objects.create(name="y", size=1, sha256="", mime="", path="y")
    for file in (theirs, stranger):
        answered.post(ADDRESS + "giay-to/", {"bo-tep": str(file.pk)})
    answered.post(ADDRESS + "giay-to/", {"bo-tep": "no key"})
    assert File.objects.count() == 2


def test_there_is_room_for_ten_files(answered):
    answered.post(ADDRESS + "giay-to/", {"files": [upload() for _ in range(8)], "tai-len": "1"})
    answer = answered.post(ADDRESS + "giay-to/", {"files": [upload() for _ in range(3)]})
    assert "Đã có 8 tệp; chọn thêm nhiều nhất 2 tệp" in text(answer)


def test_files_that_nobody_sent_go_after_a_day(answered):
    answered.post(ADDRESS + "giay-to/", {"files": upload(), "tai-len": "1"})
    assert sending.forget_unsent(as_of=timezone.now()) == 0
    assert sending.forget_unsent(as_of=timezone.now() + timedelta(hours=25)) == 1
    assert "Không có." in text(answered.get(ADDRESS + "kiem-tra/"))


def test_sent_files_stay(answered):
    answered.post(ADDRESS + "giay-to/", {"files": upload()})
    answered.post(ADDRESS + "kiem-tra/")
    assert sending.forget_unsent(as_of=timezone.now() + timedelta(hours=25)) == 0


def test_a_flood_of_letters_is_slowed_and_loses_nothing(answered, monkeypatch):
    monkeypatch.setattr(sent, "LETTERS_AN_HOUR", 0)
    answer = answered.post(ADDRESS + "kiem-tra/")
    assert answer.status_code == 429
    assert "Phần đã nhập vẫn còn" in text(answer)
    monkeypatch.undo()
    assert answered.post(ADDRESS + "kiem-tra/").url == ADDRESS + "bien-nhan/"


@pytest.mark.parametrize("bad", ["\0", "a\u202eb", "x" * 5_000])
def test_bad_text_is_said_at_its_field(citizen, bad):
    answer = citizen.post(ADDRESS + "nguoi-gui/", SENDER | {"name": bad})
    assert answer.status_code == 422
    assert 'href="#id_name"' in text(answer)


def test_words_are_stored_composed(answered):
    decomposed = "La\u0306\u0301p ma\u0301i che"
    answered.post(ADDRESS + "su-viec/", MATTER | {"title": decomposed})
    answered.post(ADDRESS + "kiem-tra/")
    assert Petition.objects.get().title == "Lắp mái che"


def test_a_field_that_was_closed_meanwhile_leads_back(answered, communes):
    communes["an-phu"].closed_on = timezone.localdate() - timedelta(days=1)
    communes["an-phu"].save()
    assert answered.post(ADDRESS + "kiem-tra/").url == ADDRESS + "nguoi-gui/"
    assert not Petition.objects.exists()


def test_whoever_came_with_a_question_finds_its_kind_chosen(citizen):
    door = ADDRESS + "nguoi-gui/?loai=hoi_chinh_sach"
    assert door in text(citizen.get("/"))
    assert 'action="./?loai=hoi_chinh_sach"' in text(citizen.get(door))
    citizen.post(door, SENDER)
    page = citizen.get(ADDRESS + "su-viec/")
    assert page.context["form"]["kind"].value() == "hoi_chinh_sach"
    assert citizen.get(ADDRESS + "kiem-tra/").url == ADDRESS + "su-viec/"


def test_an_unknown_kind_chooses_nothing(citizen):
    citizen.post(ADDRESS + "nguoi-gui/?loai=to_cao", SENDER)
    assert citizen.get(ADDRESS + "su-viec/").context["form"]["kind"].value() is None
