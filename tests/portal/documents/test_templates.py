"""Every template that comes with the portal; and each kind of fault in one that is brought in."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import OxmlElement

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


def wrapped(tag) -> bytes:
    """A place as Word writes it within a link, a box for content, an insertion."""
    document = Document()
    paragraph = document.add_paragraph("Gửi {{người khiếu nại}} {{")
    paragraph.add_run("nơi gửii}}")
    inner = OxmlElement(tag)
    paragraph._element.append(inner)
    inner.append(paragraph.runs[1]._element)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("tag", ["w:ins", "w:hyperlink", "w:smartTag", "w:sdtContent"])
def test_a_place_within_what_word_wraps_is_checked_and_filled(form, tag):
    template = wrapped(tag)
    told = [fault.words for fault in faults(template, form) if fault.at == 1]
    assert told == ["không có chỗ điền tên {{nơi gửii}}."]
    filled = fill(template, {"người khiếu nại": "bà Thảo", "nơi gửii": "Sở"})
    assert texts_of(filled) == ["Gửi bà Thảo Sở"]


def test_what_is_crossed_out_is_no_place(form):
    assert [fault for fault in faults(wrapped("w:del"), form) if "nơi gửii" in fault.words] == []


def test_a_place_cut_by_a_paragraph_is_named_in_both(form):
    template = changed(form, 2, "Kính gửi: {{người")
    cut = Document(BytesIO(template))
    cut.paragraphs[-1].add_run("khiếu nại}}")
    file = BytesIO()
    cut.save(file)
    told = [fault.words for fault in faults(file.getvalue(), form) if fault.at]
    assert told == [
        "chỗ điền mở {{ mà không đóng }} trong cùng đoạn.",
        "có }} mà không có {{ ở trước.",
    ]


def test_a_place_in_a_table_or_above_the_page_is_checked_too(form):
    document = Document(BytesIO(template_of(form)))
    document.tables[0].cell(0, 0).paragraphs[0].add_run("{{khong co}}")
    document.sections[0].header.paragraphs[0].add_run("{{cũng không}}")
    file = BytesIO()
    document.save(file)
    found = [fault for fault in faults(file.getvalue(), form) if "không có chỗ điền" in fault.words]
    assert [fault.at for fault in found] == [
        1,
        texts_of(file.getvalue()).index("{{cũng không}}") + 1,
    ]


def test_a_place_in_a_comment_is_refused(form):
    document = Document(BytesIO(template_of(form)))
    document.add_comment(document.paragraphs[1].runs, text="xem {{người khiếu nại}}")
    file = BytesIO()
    document.save(file)
    (fault,) = faults(file.getvalue(), form)
    assert str(fault) == "Chỗ điền nằm ở ghi chú bên lề: chuyển vào lời văn."


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
