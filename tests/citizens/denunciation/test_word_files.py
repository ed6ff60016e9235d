"""Each step with a form of its own hands its paper over as a Word file; nothing of it is kept."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from citizens.forms.denunciation_form import DenunciationPaperForm
from citizens.models import Denunciation
from portal.attachments import File
from portal.documents.forms import FORMS
from portal.documents.versions import WordVersion
from portal.forms import StepForm
from portal.views.word_file import WORD
from tests.cast import client_of


def file_of(who, case, step: str, **typed):
    path = f"{case.get_absolute_url()}{case.workflow[step].path}/"
    return client_of(who).post(path, typed | {"soan-word": "1"})


def said(answer) -> str:
    assert answer["Content-Type"] == WORD, answer.content.decode()[:2000]
    document = Document(BytesIO(answer.content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_decision_to_accept_names_the_denounced_and_the_contents(way):
    case = way.examined(on=timezone.localdate())
    told = said(file_of(way.lan, case, "accept"))
    assert "Phan Văn Kỷ, Trưởng phòng B" in told
    assert "2. Bao che sai phạm" in told
    assert "[" not in told
    assert (File.objects.count(), WordVersion.objects.count()) == (0, 0)


def test_what_was_answered_stands_in_it_and_the_address_stays_blank(way):
    case = way.examined(on=timezone.localdate())
    told = said(file_of(way.lan, case, "decline", ground="co_so", reason="Không có chứng cứ."))
    assert "Không có chứng cứ." in told
    assert "Kính gửi: …" in told


def test_no_file_is_made_of_what_would_tell_who_denounced(way):
    case = way.examined(on=timezone.localdate())
    answer = file_of(way.lan, case, "decline", ground="co_so", reason="Gọi 0977100001")
    assert answer.status_code == 422
    assert "Bỏ dãy số" in answer.content.decode()


def test_whoever_is_excluded_gets_no_file(way, binh):
    case = way.examined(on=timezone.localdate())
    case.exclude(by=way.lan, on=case.received_on, user=binh, reason="lien_quan")
    assert file_of(binh, case, "accept").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("step", ["extend", "seek_expertise", "notify"])
def test_what_is_not_answered_yet_waits_in_brackets(way, step):
    case = way.accepted(on=timezone.localdate())
    assert "[" in said(file_of(way.lan, case, step))


def test_every_form_that_a_step_names_is_one_of_the_sealed():
    forms = [form for (kind, _), form in StepForm.known.items() if kind is Denunciation]
    named = {form.form_code for form in forms if issubclass(form, DenunciationPaperForm)} - {""}
    assert len(named) == 8
    assert all(FORMS[code][0].sealed for code in named)
