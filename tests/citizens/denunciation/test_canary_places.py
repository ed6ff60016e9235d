"""Twenty people are typed wherever somebody might type them: nothing of them stays anywhere."""

import io
import logging
from base64 import b64encode
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

import pytest
import typst
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.db import connection
from docx import Document
from xlsxwriter import Workbook

from citizens.models import Party, Petition
from portal import drafts
from tests.cast import client_of
from tests.citizens.denunciation.identities import IDENTITIES
from tests.citizens.denunciation.places import (
    Sweep,
    files,
    letters,
    sessions,
    tables,
)
from tests.citizens.denunciation.typing_everywhere import (
    after_the_session_ended,
    typed_everywhere,
)

WORDS = [word for identity in IDENTITIES for word in identity.parts]
SEEN_AFTERWARDS = ("/to-cao/", "/don/so-rieng/", "/tim/?q=Zenta", "/cong-viec/", "/don/xuat-csv/")


def swept(house, logged: str) -> dict[str, set[str]]:
    pages = [(at, client_of(house.lan).get(at)) for at in SEEN_AFTERWARDS]
    bodies = [(at, page.getvalue()) for at, page in pages if "q=" not in at]
    kept = [*tables(), *files(), *letters(), *sessions()]
    return Sweep(WORDS).found([*kept, *bodies, ("log", logged.encode())])


def test_nothing_of_who_denounced_stays_anywhere(typed_at, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    tried, taken = typed_everywhere(typed_at, one_in=10)
    after_the_session_ended(typed_at)
    found = swept(typed_at, caplog.text + capsys.readouterr().err)
    assert (taken, found) == ([], {})
    assert tried >= 7


# defects that must be caught

PLANTED = "Nguyễn Thị Zquill"
SWEEP = Sweep([PLANTED])


@pytest.mark.parametrize("shape", [
    PLANTED.encode(), normalize("NFD", PLANTED).encode(), PLANTED.encode("utf-16-le"),
    PLANTED.encode().hex().encode(), PLANTED.encode().hex().upper().encode(),
])  # fmt: skip
def test_a_name_in_another_dress_is_found(shape):
    assert SWEEP.hits(b"xx" + shape + b"yy") == {PLANTED}


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_name_in_base64_is_found_wherever_it_begins(before):
    assert SWEEP.hits(b64encode(f"{before}{PLANTED} và".encode())) == {PLANTED}


def test_a_dump_that_hides_it_in_bytea_is_caught(db):
    """As a row of a table with such a column is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ROW(1, %s::bytea)::text", [PLANTED.encode()])
        assert SWEEP.hits(cursor.fetchone()[0].encode()) == {PLANTED}


@pytest.mark.parametrize("but_for", ["/to-cao/", "/don/NTC-"])
def test_a_draft_that_was_laid_aside_is_caught(typed_at, monkeypatch, but_for):
    others = tuple(each for each in drafts.NOT_SET_ASIDE if each != but_for)
    monkeypatch.setattr("portal.drafts.NOT_SET_ASIDE", others)
    after_the_session_ended(typed_at)
    assert set(Sweep(WORDS).found(tables())) == {"portal_draft"}


def test_a_log_line_with_the_name_is_caught(caplog):
    caplog.set_level(logging.INFO)
    logging.getLogger("portal").info("gửi cho %s", PLANTED)
    assert SWEEP.hits(caplog.text.encode()) == {PLANTED}


def test_a_file_with_the_name_is_caught(db):
    path = Path(settings.MEDIA_ROOT) / "ban-do.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PLANTED.encode("utf-16-be"))
    try:
        assert set(SWEEP.found(files())) == {"ban-do.bin"}
    finally:
        path.unlink()


def written_in_word(*runs: str) -> bytes:
    """Word cuts a name into several runs when somebody has mended a letter of it."""
    document, file = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    document.save(file)
    return file.getvalue()


def written_in_excel(words: str) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, words)
    return file.getvalue()


def packed(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("make", [
    lambda: written_in_word("Theo Nguyễn Th", "ị Zqu", "ill thì"),
    lambda: written_in_excel(PLANTED),
    lambda: typst.compile(f"Theo {PLANTED} thì".encode()),
    lambda: packed("ban-giao.zip", packed("ho-so.docx", written_in_word(PLANTED))),
    lambda: packed(f"{PLANTED}.csv", b""),
], ids=["word", "excel", "pdf", "an archive in an archive", "the name of a file"])  # fmt: skip
def test_a_file_that_hides_it_is_caught(make):
    assert SWEEP.found([("made", make())]) == {"made": {PLANTED}}


def test_a_session_that_keeps_it_is_caught(db):
    session = SessionStore()
    session["typed"] = [PLANTED] * 100  # packed, and then in base64
    session.save()
    assert SWEEP.found(sessions()) == {"session": {PLANTED}}


def test_a_letter_by_mail_that_tells_it_is_caught(mailoutbox):
    mail.EmailMessage("Nhắc việc", f"Đơn của {PLANTED}", to=["lan@so.example"]).send()
    assert SWEEP.found(letters()) == {"mail": {PLANTED}}


def test_an_index_of_search_that_knows_it_is_caught(way, thao):
    facts = {"channel": "buu_chinh", "title": "Xin trợ cấp", "content": "Khó khăn."}
    on = way.examined().received_on
    Petition.register(
        by=way.mai, on=on, received_on=on, parties=[Party(**thao | {"name": PLANTED})], **facts
    )
    assert "citizens_petitionsearch" in SWEEP.found(tables())
