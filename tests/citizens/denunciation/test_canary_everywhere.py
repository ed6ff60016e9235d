"""The whole sweep: a real dump, the disk with its write-ahead log, whatever can be fetched or made.

What is saved is saved for good here: another program reads it.
"""

import logging
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from citizens.documents import kinds_of
from citizens.models import Denunciation, Party, Petition
from portal.attachments import keep
from portal.documents.forms import forms_of
from portal.views.word_file import WORD
from tests.cast import client_of
from tests.citizens.denunciation.identities import IDENTITIES, Identity
from tests.citizens.denunciation.places import (
    Sweep,
    data_folder,
    dump,
    files,
    letters,
    sessions,
    tables,
)
from tests.citizens.denunciation.typing_everywhere import (
    after_the_session_ended,
    typed_everywhere,
)

pytestmark = pytest.mark.django_db(transaction=True)

TURNED = Identity(
    "Cao Thị Zfold", "0977199999", "099177099999", "thôn Zmet 99, xã An Phú", "zzturned@thu.example"
)
"""Stood in the open book with a scan and a note, and was turned; pages of the disk may keep it."""
ENVELOPE = {"envelope_no": "BM-10", "envelope_place": "Tủ sắt", "envelope_keeper": "Vũ Thị Mai"}
PLANTED = "Nguyễn Thị Zquill"
FETCHED = (
    *("/cong-viec/", "/don/", "/don/so-rieng/", "/to-cao/", "/tim/?q=NTC", "/nhac-viec/"),
    *("/don/xuat-csv/", "/don/xuat-excel/", "/vu-viec/xuat-csv/", "/vu-viec/xuat-excel/"),
    *("/tiep-dan/xuat-excel/", "/dieu-hanh/", "/dieu-hanh/bao-cao-nhanh/tep/", "/nhat-ky/tep/"),
    "/bao-cao/04-gqtc/tep/",
)  # fmt: skip


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """Whatever is laid down for a while is laid down here."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def turned(house, who: Identity) -> None:
    """Received as any letter, read, remarked upon, and then found to be a denunciation."""
    today = timezone.localdate()
    facts = {"name": who.name, "phone": who.phone, "id_number": who.id_number}
    party = Party(**facts, address=who.address)
    scan = keep(f"{who.name} {who.phone}".encode(), name=f"{who.name}.txt", mime="text/plain")
    letter = Petition.register(
        by=house.mai, on=today, received_on=today, parties=[party], files=[scan],
        channel="buu_chinh", title=f"Đơn của {who.name}", content=f"{who.address}, {who.email}",
    )  # fmt: skip
    letter.write(by=house.lan, on=today, text=f"Gọi {who.phone}")
    letter.seal(by=house.lan, on=today, reason="Là tố cáo", **ENVELOPE)


def fetched(house, folder: Path):
    """Lists, exports and papers, as the group and the Director have them."""
    for who in (house.lan, house.ha):
        for address in FETCHED:
            answer = client_of(who).get(address)
            yield f"{who.username} {address}", answer.getvalue()
    yield from written(house)
    for told in ([], ["--denunciations"]):
        path = folder / f"export{len(told)}.zip"
        call_command("export_records", path, *told)
        yield path.name, path.read_bytes()


def written(house):
    """Every paper of the own book as a Word file."""
    today = timezone.localdate()
    letter = Denunciation.objects.get().petition
    for form in forms_of(kinds_of(letter), on=today):
        at = f"/don/{letter.code}/soan/{form.slug}/"
        answer = client_of(house.lan).post(at, {"lam": "tao"})
        assert answer["Content-Type"] == WORD, at
        yield at, answer.getvalue()


@pytest.mark.slow
def test_nothing_of_the_twenty_stays_anywhere(typed_at, temporary, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    tried, taken = typed_everywhere(typed_at)
    after_the_session_ended(typed_at)
    disk = Sweep([who.name for who in IDENTITIES]).found(data_folder())
    turned(typed_at, TURNED)
    sweep = Sweep([word for who in (*IDENTITIES, TURNED) for word in who.parts])
    places = [*tables(), *dump(), *letters(), *sessions(), *fetched(typed_at, temporary)]
    places += [*files(temporary), ("log", (caplog.text + capsys.readouterr().err).encode())]
    found = sweep.found(places)
    with capsys.disabled():
        print(
            f"\n  custody: {tried} boxes, {len(IDENTITIES) + 1} people, {len(places)} places and"
            f" the disk, {len(sweep.shapes)} shapes, {len(found) + len(disk)} with hits"
        )
    assert (taken, found, disk) == ([], {}, {})


# defects that must be caught


def test_a_dump_and_the_disk_that_hold_it_are_caught(way, temporary):
    """A letter somebody saved: in a table, in the history beside it, in pages and in the log."""
    Petition.objects.filter(pk=way.envelope().pk).update(ground=PLANTED)
    assert Petition.objects.get().ground == PLANTED
    sweep = Sweep([PLANTED])
    assert set(sweep.found(dump())) == {"dump of public.citizens_petition"}
    written = data_folder(changed_since=temporary.stat().st_mtime)
    on_disk = {name.split("/")[0] for name in sweep.found(written)}
    assert on_disk >= ({"base", "pg_wal"} if settings.EMBEDDED else set())
