"""Files are what their content says, within limits, and leave as attachments."""

import time

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from portal.attachments import File, receive, serve
from portal.attachments.uploads import InMemory
from tests.portal.grading import of_policy
from tests.portal.specimens import HONEST, HOSTILE, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    file = SimpleUploadedFile("x", content)
    file.whole_name = name
    return file


@pytest.mark.parametrize(("name", "content"), HONEST.items(), ids=range(len(HONEST)))
def test_an_honest_file_is_taken(name, content):
    file = receive(upload(name, content), by=None)
    assert file.size == len(content)
    assert default_storage.open(file.path).read() == content


@pytest.mark.parametrize(("name", "content"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_a_hostile_file_is_refused_in_a_sentence_and_leaves_nothing(name, content, store):
    with pytest.raises(ValueError, match=r"\.$"):
        receive(upload(name, content), by=None)
    assert not File.objects.exists()
    assert not list(store.iterdir())


def test_an_iphone_photo_is_told_what_to_do():
    with pytest.raises(ValueError, match="HEIC"):
        receive(upload("ảnh.heic", HOSTILE["ảnh iPhone.heic"]), by=None)


def test_a_long_vietnamese_name_survives_the_way_in_and_out(lan):
    name = "Đơn đề nghị giải quyết trợ cấp ưu đãi người có công " * 5 + "ông Đức.pdf"
    request = RequestFactory().post("/", {"file": named(name)})
    request.upload_handlers = [InMemory(request)]
    file = receive(request.FILES["file"], by=lan)
    assert (file.name, file.by) == (name, lan)
    assert "filename*=utf-8''%C4%90%C6%A1n" in serve(file)["Content-Disposition"]


def named(name: str) -> SimpleUploadedFile:
    file = SimpleUploadedFile("x.pdf", pdf(), content_type="application/pdf")
    file._name = name
    return file


def test_a_file_leaves_as_an_attachment_in_a_sandbox():
    response: HttpResponse = serve(receive(upload("đơn.pdf", pdf()), by=None))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert list(of_policy(response)) == []
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == pdf()


def test_the_stored_name_tells_nothing():
    first, second = (receive(upload("đơn.pdf", pdf()), by=None) for _ in range(2))
    assert first.path != second.path
    assert first.sha256 == second.sha256
    assert "pdf" not in first.path


def test_a_scanner_that_does_not_answer_is_an_outage(settings):
    settings.CLAMD = "127.0.0.1:1"
    with pytest.raises(OperationalError):
        receive(upload("đơn.pdf", pdf()), by=None)


@pytest.mark.parametrize("piece", [b"/a", b">>stream\n", b"stream", b"/ObjStm>>stream\nendstream"])
def test_a_file_made_to_be_slow_is_judged_in_a_moment(piece):
    started = time.process_time()  # of this process alone, however busy the machine is
    receive(
        upload("chậm.pdf", b"%PDF-1.7\n" + piece * (8 * 2**20 // len(piece)) + b"%%EOF"), by=None
    )
    assert time.process_time() - started < 10
