"""The export is read with csv and hashlib alone; its counts are the database's."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from citizens.models import Attachment, Case, Clock, Party, Petition
from portal.attachments import File
from portal.dashboard.successor.running import export, order
from portal.history import Event
from portal.successor import SuccessorExport
from tests.cast import client_of
from tests.citizens.test_recommendations import course

MONDAY = date(2026, 7, 6)
WORDS = b"%PDF giay to"


@pytest.fixture
def filled(settled, feedback, sealed, minh, lan, settings, tmp_path):
    """A complaint with a file, a proposal of another unit, a denunciation that was concluded."""
    settings.PORTAL_VAR, settings.MEDIA_ROOT = tmp_path, str(tmp_path / "files")
    case = settled()
    path = default_storage.save("a.pdf", ContentFile(WORDS))
    file = File.objects.create(name="Đơn gốc.pdf", size=12, mime="application/pdf", path=path,
                               sha256=hashlib.sha256(WORDS).hexdigest(), by=minh)  # fmt: skip
    case.attach(by=minh, on=date(2026, 8, 5), files=[file])
    feedback()
    sealed.follow(by=lan, on=date(2026, 8, 21), **course())
    return case


def archive(by, **scope):
    run = export(order(by=by, on=MONDAY, **scope), lambda done, total: None)
    with zipfile.ZipFile(run.path) as told:
        return {name: told.read(name) for name in told.namelist()}


def table(files, name):
    (found,) = [content for path, content in files.items() if path.startswith(f"bang/{name}-")]
    return list(csv.DictReader(io.StringIO(found.decode("utf-8-sig"))))


def test_each_table_has_as_many_rows_as_the_database(filled, ha):
    files = archive(ha)
    plain = Petition.objects.filter(sealed=False)
    assert len(table(files, "citizens-petition")) == plain.count() == 2
    assert len(table(files, "citizens-case")) == Case.objects.count()
    assert len(table(files, "citizens-party")) == Party.objects.count()
    running = Clock.objects.exclude(petition__sealed=True)
    assert len(table(files, "citizens-clock")) == running.count() < Clock.objects.count()


def test_a_person_reads_the_rows(filled, ha):
    (row,) = [row for row in table(archive(ha), "citizens-case") if row["Số (code)"] == filled.code]
    assert row["Loại (kind)"] == "Khiếu nại"
    assert row["Ngày quyết định (decided_on)"] == "04/08/2026"
    assert row["Đơn vị giải quyết (unit)"] == str(filled.unit)


def test_every_file_has_the_hash_that_the_list_names(filled, ha):
    files = archive(ha)
    sums = dict(reversed(line.split("  ", 1)) for line in
                files["SHA256SUMS.txt"].decode().splitlines())  # fmt: skip
    assert {*sums} == {*files} - {"SHA256SUMS.txt"}
    assert all(hashlib.sha256(files[name]).hexdigest() == told for name, told in sums.items())


def test_files_stand_under_the_number_and_the_name_that_people_know(filled, ha):
    files = archive(ha)
    (name,) = [name for name in files if name.startswith("tep/")]
    assert name == f"tep/{filled.code}/00001-Đơn gốc.pdf"
    assert files[name] == WORDS
    assert Attachment.objects.count() == 1


def test_a_denunciation_is_in_no_file_of_it(filled, sealed, ha):
    files = archive(ha)
    held = [name for name, content in files.items() if sealed.code.encode() in content]
    assert held == []
    told = files["bien-ban.txt"].decode()
    assert "Không có hồ sơ tố cáo của sổ riêng." in told
    assert "(citizens-denunciationentry" in told
    assert not [name for name in files if "denunciation" in name]


def test_the_check_can_see_a_denunciation(filled, sealed, ha, monkeypatch):
    """The planted defect: without the ways to the seal it would be there."""
    monkeypatch.setattr(
        "portal.dashboard.successor.tables.Table.unsealed", lambda self, rows, scope: rows
    )
    assert [name for name, content in archive(ha).items() if sealed.code.encode() in content]


def test_the_own_book_is_an_export_of_its_own(filled, sealed, ha):
    files = archive(ha, sealed=True)
    assert [row["Số (code)"] for row in table(files, "citizens-petition")] == [sealed.code]
    assert len(table(files, "citizens-denunciationentry")) == 1
    assert not [name for name, content in files.items() if filled.code.encode() in content]
    streams = {row["Stream (stream)"] for row in table(files, "portal-event")}
    assert streams == {sealed.stream}


def test_one_unit_takes_its_own_records_along(filled, ha, units):
    files = archive(ha, unit=units["nguoi-co-cong"])
    assert [row["Số (code)"] for row in table(files, "citizens-case")] == [filled.code]
    assert {row["Stream (stream)"] for row in table(files, "portal-event")} <= set(
        Event.objects.values_list("stream", flat=True)
    )


def test_the_command_writes_the_same(filled, tmp_path):
    out = StringIO()
    call_command("export_records", str(tmp_path / "all.zip"), stdout=out)
    told = json.loads(out.getvalue())
    content = (tmp_path / "all.zip").read_bytes()
    assert (told["sha256"], told["files"]) == (hashlib.sha256(content).hexdigest(), 1)


def test_only_those_with_the_right_fetch_it(filled, ha, lan, minh):
    plain = export(order(by=ha, on=MONDAY), lambda done, total: None)
    own = export(order(by=ha, on=MONDAY, sealed=True), lambda done, total: None)
    assert client_of(minh).get("/xuat-ho-so/").status_code == 404
    got = [client_of(who).get(f"/xuat-ho-so/{run.pk}/tep/").status_code
           for who in (ha, lan) for run in (plain, own)]  # fmt: skip
    assert got == [200, 200, 404, 200]
    assert Event.objects.filter(stream=own.stream, step="fetch").count() == 2


def test_an_order_waits_for_the_worker(filled, ha):
    assert client_of(ha).post("/xuat-ho-so/", {"what": "ho-so"}).status_code == 302
    assert SuccessorExport.objects.filter(sealed=False).count() == 1
    assert client_of(ha).post("/xuat-ho-so/", {"what": "x"}).status_code == 422
