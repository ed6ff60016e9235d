"""A document that belongs to no step: written in Word, put up the line, signed, numbered."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from citizens.models import Case, Paper
from portal.documents.versions import WordVersion
from portal.submissions import Submission
from tests.cast import client_of
from tests.citizens.test_writing_pages import edited, page, send


@pytest.fixture(autouse=True)
def thursday():
    with time_machine.travel("2026-07-16 09:00+07:00", tick=False):
        yield


def finished(version) -> SimpleUploadedFile:
    return edited(version, "[nơi nhận]", "Ủy ban nhân dân xã An Phú")


@pytest.fixture
def written(accepted, minh):
    """A request for papers, its places filled but for the day."""

    def write():
        case = accepted()
        send(minh, case, "soan/vb-cung-cap/", lam="tao")
        word = finished(WordVersion.objects.get())
        send(minh, case, "soan/vb-cung-cap/", lam="tai-len", word=word)
        return case

    return write


def ready(case, minh):
    word = edited(WordVersion.objects.latest("pk"), "[ngày]", "30/7/2026")
    send(minh, case, "soan/vb-cung-cap/", lam="tai-len", word=word)


def submit(minh, case):
    return send(minh, case, "ban-hanh-van-ban/", document="vb_cung_cap", version=case.version)


def test_its_page_leads_to_the_signature(written, minh):
    case = written()
    assert (
        "ban-hanh-van-ban/?document=vb_cung_cap"
        in page(minh, case, "soan/vb-cung-cap/").content.decode()
    )
    asked = page(minh, case, "ban-hanh-van-ban/?document=vb_cung_cap").content.decode()
    assert "Ủy ban nhân dân xã An Phú" in asked


def test_places_left_open_hold_it_up(written, minh):
    answer = submit(minh, written())
    assert answer.status_code == 422
    assert "Bản Word còn chỗ chưa điền: [ngày]" in answer.content.decode()


def test_it_is_submitted_signed_and_numbered_like_any_other(written, minh, ha, mai):
    case = written()
    ready(case, minh)
    assert submit(minh, case).status_code == 302
    slip = Submission.objects.get()
    assert "trước ngày 30/7/2026" in slip.draft
    closed = send(minh, case, "soan/vb-cung-cap/", lam="tao")
    assert closed.status_code == 409
    while slip.state == Submission.State.OPEN:
        verdict = "approve" if slip.is_last else "endorse"
        client_of(slip.reader.user).post(f"/trinh/{slip.pk}/", {"verdict": verdict})
        slip.refresh_from_db()
    paper = Paper.objects.get(form="vb_cung_cap")
    assert (paper.title, paper.word.closed_on) == (
        "Văn bản đề nghị cung cấp thông tin, tài liệu", paper.approved_on
    )  # fmt: skip
    case = Case.of_kind(Case.objects.get())
    case.send_out(by=mai, on=paper.approved_on, paper=paper, dated_on=paper.approved_on)
    assert paper.number == "1/SLĐTBXH"
    assert "Phát hành số 1/SLĐTBXH" in page(minh, case, "soan/vb-cung-cap/").content.decode()
    assert "Phát hành văn bản đề nghị cung cấp" in page(minh, case).content.decode()


def test_a_signature_taken_back_leaves_the_word_version_open(written, minh, ha):
    case = written()
    case.sign_paper(
        by=ha, on=Paper.objects.get().approved_on.replace(day=16), document="vb_cung_cap"
    )
    case.retract(by=ha, on=Paper.objects.latest("pk").approved_on, reason="Ký nhầm")
    assert WordVersion.objects.open().filter(code="vb_cung_cap").count() == 2


def test_nobody_signs_what_was_not_written(accepted, ha):
    answer = send(ha, accepted(), "ban-hanh-van-ban/", document="vb_cung_cap")
    assert answer.status_code == 422


def test_minutes_are_signed_by_those_who_were_there(accepted, minh):
    case = accepted()
    send(minh, case, "soan/bb-lam-viec/", lam="tao")
    assert "ban-hanh-van-ban" not in page(minh, case, "soan/bb-lam-viec/").content.decode()
