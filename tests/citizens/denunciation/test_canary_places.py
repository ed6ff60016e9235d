"""Twenty people are typed wherever somebody might type them: nothing of them stays anywhere."""

import logging
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from citizens.models import Denunciation, Petition, Protection
from portal.forms import StepForm
from tests.cast import client_of
from tests.citizens.denunciation.identities import IDENTITIES
from tests.citizens.denunciation.places import Sweep, data_folder, files, letters, tables
from tests.citizens.denunciation.test_custody_words import NAMES_ARE_ASKED_FOR, boxes

WORDS = [word for identity in IDENTITIES for word in identity.parts]
ENVELOPE = ("envelope_no", "envelope_place", "envelope_keeper")
SEEN_AFTERWARDS = ("/to-cao/", "/don/so-rieng/", "/tim/?q=Zenta", "/cong-viec/", "/don/xuat-csv/")


@pytest.fixture
def house(way, binh):
    today = timezone.localdate()
    case = way.examined(on=today)
    facts = {"protects": "viec_lam", "people": 1, "requested_on": today}
    case.protect(by=way.lan, on=today, **facts)
    way.envelope(on=today)
    return way


def typed_everywhere(house, *, one_in: int = 1) -> tuple[int, list[str]]:
    """Every box of every step, with a whole person in it; how many, and which were taken."""
    case, protection = Denunciation.objects.get(), Protection.objects.get()
    letter = Petition.objects.get(inquiry=None)
    lan, taken, tried = client_of(house.lan), [], 0
    for subject in (case, protection, letter):
        for at, (step, name) in enumerate(boxes(type(subject))):
            if f"{type(subject).__name__}.{step}.{name}" in NAMES_ARE_ASKED_FOR or at % one_in:
                continue
            tried += 1
            who = IDENTITIES[at % len(IDENTITIES)]
            path = f"{subject.get_absolute_url()}{subject.workflow[step].path}/"
            for extra in ({}, {"luu-nhap": "1"}):
                answer = lan.post(path, filled(subject, step, name, who, house.lan) | extra)
                if answer.status_code == 302:
                    taken.append(path)
    return tried + envelopes(house), taken


def filled(subject, step: str, name: str, who, by) -> dict[str, str]:
    """The other boxes hold what is expected as far as it is known without a person."""
    on = date.today()
    form = StepForm.of(subject, step)(subject=subject, by=by, on=timezone.localdate())
    words = f"Theo {who.name}, {who.phone}, {who.id_number}, {who.address}, {who.email}"
    choices = {
        each: [str(key) for key, _ in box.choices if key][:1]
        for each, box in form.fields.items()
        if hasattr(box, "choices") and not hasattr(box, "queryset")
    }
    return choices | {"requested_on": f"{on:%d/%m/%Y}", name: words}


def envelopes(house) -> int:
    """The register of envelopes: number, place, keeper."""
    mai, today = client_of(house.mai), f"{timezone.localdate():%d/%m/%Y}"
    facts = {"received_on": today, "channel": "buu_chinh", "envelope_keeper": "Vũ Thị Mai"}
    facts |= {"envelope_no": "BM-9", "envelope_place": "Tủ sắt"}
    for at, name in enumerate(ENVELOPE):
        answer = mai.post("/don/vao-so/bi-mat/", facts | {name: IDENTITIES[at].name})
        assert answer.status_code == 422, name
    return len(ENVELOPE)


def after_the_session_ended(house) -> None:
    """What is posted without a session is not laid aside for who comes back."""
    from django.test import Client

    case = Denunciation.objects.get()
    for who in IDENTITIES:
        Client().post(f"{case.get_absolute_url()}ghi-nguoi-bi-to-cao/", {"name": who.name})


def swept(house, logged: str) -> dict[str, set[str]]:
    pages = [(at, client_of(house.lan).get(at)) for at in SEEN_AFTERWARDS]
    bodies = [(at, page.getvalue()) for at, page in pages if "q=" not in at]
    places = [*tables(), *files(), *letters(), *bodies, ("log", logged.encode())]
    return Sweep(WORDS).found(places)


def test_nothing_of_who_denounced_stays_anywhere(house, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    tried, taken = typed_everywhere(house, one_in=3)
    after_the_session_ended(house)
    found = swept(house, caplog.text + capsys.readouterr().err)
    assert (taken, found) == ([], {})
    assert tried >= 6


@pytest.mark.slow
def test_nothing_of_the_twenty_stays_anywhere_nor_on_the_disk(house, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    tried, taken = typed_everywhere(house)
    after_the_session_ended(house)
    found = swept(house, caplog.text + capsys.readouterr().err)
    on_disk = Sweep([who.name for who in IDENTITIES]).found(data_folder())
    with capsys.disabled():
        print(
            f"\n  custody: {tried} boxes, {len(IDENTITIES)} people, {len(found)} places with hits"
        )
    assert (taken, found, on_disk) == ([], {}, {})


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
    from base64 import b64encode

    assert SWEEP.hits(b64encode(f"{before}{PLANTED} và".encode())) == {PLANTED}


def test_a_dump_that_hides_it_in_bytea_is_caught(db):
    """As a row of a table with such a column is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ROW(1, %s::bytea)::text", [PLANTED.encode()])
        assert SWEEP.hits(cursor.fetchone()[0].encode()) == {PLANTED}


def test_a_draft_that_was_laid_aside_is_caught(house, monkeypatch):
    monkeypatch.setattr("portal.drafts.NOT_SET_ASIDE", ("/nowhere/",))
    after_the_session_ended(house)
    assert set(Sweep(WORDS).found(tables())) == {"portal_draft"}


def test_a_log_line_with_the_name_is_caught(house, caplog):
    caplog.set_level(logging.INFO)
    logging.getLogger("portal").info("gửi cho %s", IDENTITIES[0].name)
    assert "log" in swept(house, caplog.text)


def test_a_file_with_the_name_is_caught(db):
    path = Path(settings.MEDIA_ROOT) / "ban-do.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PLANTED.encode("utf-16-be"))
    try:
        assert set(SWEEP.found(files())) == {"ban-do.bin"}
    finally:
        path.unlink()
