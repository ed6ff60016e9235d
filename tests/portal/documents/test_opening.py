"""Every form, in every version, opens in LibreOffice without a word and becomes PDF/A-2b."""

import shutil
import subprocess
from collections import Counter
from datetime import date
from io import BytesIO
from unicodedata import normalize

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

import citizens.documents  # noqa: F401  its forms make themselves known
from portal.documents.binding import Entry, Volume, bind
from portal.documents.building import template_of
from portal.documents.checking import texts_of
from portal.documents.converting import command, program
from portal.documents.forms import FORMS
from portal.office import NOBODY_YET, Office
from tests.portal.documents.archival import against_archival

EVERY = [form for versions in FORMS.values() for form in versions]
NO_JAVA = "failed to launch javaldx"
"""Said where the machine has no Java, whatever is opened."""
ORDER_OF_PARAGRAPH = ("keepNext", "pBdr", "spacing", "ind", "jc", "rPr")
ORDER_OF_RUN = ("rFonts", "b", "i", "sz", "u")


def name_of(form) -> str:
    return f"{form.code}-{form.valid_from}.docx"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice said of all of them, and the folder of what it made."""
    if not program():
        pytest.skip("LibreOffice is not installed here")
    here = tmp_path_factory.mktemp("opening")
    for form in EVERY:
        (here / name_of(form)).write_bytes(template_of(form))
    names = [name_of(form) for form in EVERY]
    said = subprocess.run(command(here, names), cwd=here, capture_output=True, text=True)
    yield said, here
    shutil.rmtree(here)


@pytest.mark.slow
def test_every_form_opens_without_a_message(opened):
    said, here = opened
    lines = [*said.stdout.splitlines(), *said.stderr.splitlines()]
    told = {line.partition(" using filter")[0] for line in lines if line and NO_JAVA not in line}
    assert told == {
        f"convert {here / name_of(form)} -> {(here / name_of(form)).with_suffix('.pdf')}"
        for form in EVERY
    }
    assert said.returncode == 0


@pytest.mark.slow
def test_what_is_printed_has_every_letter_of_the_form(opened):
    """Letters that come from another font are read out of their order, but none is lost."""
    _, here = opened
    lost = {}
    for form in EVERY:
        printed = letters_of((here / name_of(form)).with_suffix(".pdf").read_bytes())
        written = Counter("".join("".join(texts_of(template_of(form))).split()))
        if missing := written - printed:
            lost[name_of(form)] = missing
    assert lost == {}


def letters_of(pdf: bytes) -> Counter:
    with pypdfium2.PdfDocument(pdf) as pages:
        said = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return Counter(normalize("NFC", said))


@pytest.mark.slow
def test_every_form_becomes_archival(opened):
    _, here = opened
    made = {form: (here / name_of(form)).with_suffix(".pdf").read_bytes() for form in EVERY}
    wrong = {name_of(form): found for form, pdf in made.items() if (found := against_archival(pdf))}
    assert wrong == {}


@pytest.mark.slow
def test_a_plain_pdf_is_told_from_an_archival_one(opened):
    _, here = opened
    plain = [
        each.replace("SelectPdfVersion", "Nothing") for each in command(here, [name_of(EVERY[0])])
    ]
    subprocess.run([*plain, "--outdir", "plain"], cwd=here, capture_output=True)
    (pdf,) = (here / "plain").glob("*.pdf")
    found = against_archival(pdf.read_bytes())
    assert "no profile says what its colours mean" in found
    assert "its metadata say PDF/A ['', '']" in found


def test_the_bound_file_is_archival():
    office = Office(**NOBODY_YET)
    entries = [Entry("Đơn khiếu nại", "", date(2026, 7, 6), text="Tôi đề nghị …\n\nXem lại.")]
    volume = Volume("KN-2026-0001", "Khiếu nại", office, date(2026, 8, 3), "ngày 3/8", entries)
    assert against_archival(bind(volume)) == []


@pytest.mark.slow
def test_word_finds_every_property_where_its_schema_wants_it():
    for form in EVERY:
        body = Document(BytesIO(template_of(form))).element.body
        for part, order in (("w:pPr", ORDER_OF_PARAGRAPH), ("w:rPr", ORDER_OF_RUN)):
            for element in body.iter(qn(part)):
                names = [each.tag.partition("}")[2] for each in element]
                known = [order.index(name) for name in names if name in order]
                assert known == sorted(known)
        assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
