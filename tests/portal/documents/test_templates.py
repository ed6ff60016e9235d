"""Every template that comes with the portal; and each kind of fault in one that is brought in."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

import citizens.documents  # noqa: F401  its forms make themselves known
from portal.documents.building import template_of
from portal.documents.checking import faults, texts_of
from portal.documents.filling import fill
from portal.documents.forms import FORMS, form_on
from portal.documents.placeholders import KNOWN, names_in

EVERY = [form for versions in FORMS.values() for form in versions]
NAMES = [f"{form.code}-{form.valid_from}" for form in EVERY]


@pytest.fixture
def form():
    return form_on("tb_thu_ly", on=date(2026, 11, 1))


def changed(form, at, words) -> bytes:
    """The portal's own template with one paragraph (counted from 1) written otherwise."""
    document = Document(BytesIO(template_of(form)))
    body = [paragraph for paragraph in document.paragraphs if paragraph.text]
    body[at].clear().add_run(words)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("form", EVERY, ids=NAMES)
def test_a_template_of_ours_has_no_fault(form):
    assert [str(fault) for fault in faults(template_of(form), form)] == []


@pytest.mark.parametrize("form", EVERY, ids=NAMES)
def test_filling_leaves_no_place_behind(form):
    names = [name for text in texts_of(template_of(form)) for name in names_in(text)]
    filled = fill(template_of(form), dict.fromkeys(names, "chữ"))
    assert [text for text in texts_of(filled) if "{{" in text or "}}" in text] == []


def identifying() -> set[str]:
    return {name for name, place in KNOWN.items() if place.identifies}


def test_a_paper_of_a_denunciation_names_no_denouncer():
    names = {form.code: names_of(form) & identifying() for form in EVERY if form.sealed}
    assert {code: found for code, found in names.items() if found} == {}


def names_of(form) -> set[str]:
    return {name for text in texts_of(template_of(form)) for name in names_in(text)}


def test_a_place_that_names_the_denouncer_is_refused_in_such_a_paper(form):
    found = faults(template_of(form), replace(form, sealed=True))
    assert {"người khiếu nại", "nhân thân"} == {
        name
        for name in identifying()
        for fault in found
        if f"{{{{{name}}}}} cho biết" in str(fault)
    }


BROKEN = {
    "{{người khiêu nại}} ở đây": "không có chỗ điền tên {{người khiêu nại}}; có phải",
    "Kính gửi: {{người khiếu nại": "mở {{ mà không đóng }}",
    "Kính gửi: người khiếu nại}}": "có }} mà không có {{",
    "Kính gửi: {{người khiếu nại}": "thiếu một ngoặc",
    "Kính gửi: {người khiếu nại}": "dấu ngoặc nhọn lẻ",
    "Kính gửi: { {người khiếu nại} }": "thiếu một ngoặc, hoặc có khoảng trống",
    "Kính gửi: {{}}": "chưa ghi tên",
    "Kính gửi: {{người {{khiếu nại}}": "mở {{ mà không đóng }}",
    "Kính gửi: {{cơ quan.__class__}}": "không có chỗ điền tên",
}


@pytest.mark.parametrize(("words", "told"), BROKEN.items(), ids=range(len(BROKEN)))
def test_a_broken_place_is_named_with_its_paragraph(form, words, told):
    template = changed(form, 2, words)
    found = faults(template, form)
    at = texts_of(template).index(words) + 1
    assert [fault.at for fault in found if told in fault.words] == [at]
    assert words in str(next(fault for fault in found if fault.at))


def test_a_missing_place_is_named_with_the_paragraph_of_our_own_template(form):
    without = fill(template_of(form), {"nội dung khiếu nại": "việc khác"})
    (fault,) = faults(without, form)
    assert "Thiếu chỗ điền bắt buộc {{nội dung khiếu nại}}" in str(fault)
    assert "mẫu của Cổng có ở đoạn" in str(fault)


def test_places_that_word_cut_into_runs_are_filled_in_the_hand_of_the_first():
    document = Document()
    paragraph = document.add_paragraph("Gửi ")
    paragraph.add_run("{{người ").bold = True
    paragraph.add_run("KHIẾU  nại}} và ")
    file = BytesIO()
    document.save(file)
    filled = Document(BytesIO(fill(file.getvalue(), {"người khiếu nại": "bà Thảo"})))
    assert [(run.text, run.bold) for run in filled.paragraphs[0].runs] == [
        ("Gửi ", None),
        ("bà Thảo", True),
        (" và ", None),
    ]


def test_several_lines_are_several_paragraphs_and_an_empty_place_leaves_none():
    document = Document()
    document.add_paragraph("{{thành viên}}")
    document.add_paragraph("{{nhân thân}}")
    file = BytesIO()
    document.save(file)
    assert texts_of(fill(file.getvalue(), {"thành viên": "- An\n- Bình", "nhân thân": ""})) == [
        "- An",
        "- Bình",
    ]


def test_a_form_reads_as_of_its_day():
    before, after = (form_on("qd_dinh_chi", on=date(2026, month, 30)) for month in (6, 7))
    assert (before.number, after.number) == ("", "Mẫu số 14a")
    assert form_on("tb_thu_ly", on=date(2020, 12, 9)) is None
