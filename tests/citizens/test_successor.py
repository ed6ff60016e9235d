"""The export is read with csv and hashlib alone; its counts are the database's."""

import csv
import hashlib
import io
import json
import subprocess
import zipfile
from contextlib import nullcontext
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from citizens.models import Attachment, Case, Clock, Party, Petition
from citizens.returns import FORMS
from portal.attachments import File
from portal.dashboard.successor.left_out import LEFT_OUT
from portal.dashboard.successor.running import export, order
from portal.dashboard.successor.tables import OURS, tables
from portal.dashboard.successor.writing import Archive
from portal.documents.versions import WordVersion
from portal.history import Event
from portal.instructions import Instruction, instruct
from portal.management.timetable import forget_unwritten_tables
from portal.periods import Reporting
from portal.returns import FrozenReturn, Scope
from portal.sights import Sight, look
from portal.submissions import Submission
from portal.successor import SuccessorExport
from tests.cast import client_of, person
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
    assert "Không có hồ sơ tố cáo của sổ riêng" in told
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


def test_every_table_goes_along_or_says_why_not():
    known = {model._meta.label for model in apps.get_models()
             if model._meta.app_label in OURS and not model._meta.proxy}  # fmt: skip
    there = {table.label for table in tables()}
    assert known - there - {"portal.File"} == {*LEFT_OUT}
    assert all(LEFT_OUT.values())


def apart(label):
    return "denunciation" in label.lower() or label.split(".")[1] in OF_THE_OWN_BOOK


OF_THE_OWN_BOOK = {"Allegation", "Denounced", "Exclusion", "ExpertOpinion", "EnvelopeOpening",
                   "Measure", "Protection"}  # fmt: skip


def test_every_table_of_a_denunciation_knows_its_way_to_the_seal():
    own = [table for table in tables() if apart(table.label)]
    assert len(own) > 15
    assert [table.label for table in own if not table.ways] == []


@pytest.fixture
def written(filled, minh, ha, units):
    """What stands about the case under its number alone: an order, a proposal, a Word version."""
    instruct(by=ha, on=MONDAY, text="Báo cáo trước ngày 10.", unit=units["nguoi-co-cong"],
             due_on=MONDAY, subject=filled)  # fmt: skip
    path = default_storage.save("b.docx", ContentFile(b"word"))
    file = File.objects.create(name="Dự thảo.docx", size=4, mime="x", path=path, by=minh,
                               sha256=hashlib.sha256(b"word").hexdigest())  # fmt: skip
    WordVersion.objects.create(
        stream=filled.stream,
        code="bien_ban",
        number=1,
        file=file,
        by=minh,
        origin=WordVersion.Origin.values[0],
        on=MONDAY,
        paragraphs=[],
    )
    Submission.objects.create(
        stream=filled.stream,
        step="close",
        title="Kết thúc",
        payload={},
        prepared_by=minh,
        prepared_on=MONDAY,
        line=[],
        state="dropped",
    )
    look(filled.stream, by=minh.key, at=timezone.now())
    return filled


def test_orders_proposals_and_word_versions_go_along_with_their_record(written, ha):
    files = archive(ha)
    for name, model in (("portal-instruction", Instruction), ("portal-submission", Submission),
                        ("portal-wordversion", WordVersion), ("portal-sight", Sight)):  # fmt: skip
        assert len(table(files, name)) == model.objects.count() > 0, name
    assert f"tep/{written.code}/00002-Dự thảo.docx" in files


@pytest.mark.slow
def test_they_stay_with_the_unit_that_has_the_record(written, ha, units):
    mine, other = (archive(ha, unit=units[code]) for code in ("nguoi-co-cong", "lao-dong"))
    assert len(table(mine, "portal-wordversion")) == 1
    assert not [name for name in other if "wordversion" in name or "Dự thảo" in name]


@pytest.mark.slow
def test_a_case_brings_its_letter_along_whoever_received_it(filled, ha, units):
    received = filled.petition.unit
    assert received != filled.unit
    files = archive(ha, unit=filled.unit)
    assert filled.petition.code in {row["Số (code)"] for row in table(files, "citizens-petition")}
    assert len(table(files, "citizens-decision")) == 1
    assert len(table(files, "citizens-matter")) == 1


@pytest.mark.slow
def test_one_field_takes_its_own_records_along(filled, ha, fields):
    files = archive(ha, field=fields["ncc-chat-doc-hoa-hoc"])
    assert [row["Số (code)"] for row in table(files, "citizens-case")] == [filled.code]
    other = next(field for field in fields.values() if field.pk != filled.field_id)
    none = archive(ha, field=other)
    assert not [name for name in none if "citizens-case" in name]


@pytest.mark.slow
def test_a_stranger_verifies_it_with_the_tools_of_the_system(written, ha, tmp_path):
    run = export(order(by=ha, on=MONDAY), lambda done, total: None)
    subprocess.run(["unzip", "-q", run.path, "-d", tmp_path / "out"], check=True)
    told = subprocess.run(["sha256sum", "-c", "SHA256SUMS.txt"], cwd=tmp_path / "out",
                          capture_output=True, check=True, text=True)  # fmt: skip
    assert {line.rpartition(": ")[2] for line in told.stdout.splitlines()} == {"OK"}
    (tmp_path / "out/bien-ban.txt").write_text("khác")
    told = subprocess.run(["sha256sum", "-c", "SHA256SUMS.txt"], cwd=tmp_path / "out",
                          capture_output=True, check=False, text=True)  # fmt: skip
    assert "bien-ban.txt: FAILED" in told.stdout


@pytest.mark.parametrize("typed", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(filled, ha, typed):
    Case.objects.filter(pk=filled.pk).update(title=typed)
    (row,) = [row for row in table(archive(ha), "citizens-case") if row["Số (code)"] == filled.code]
    assert row["Trích yếu (title)"] == f"'{typed}"


def test_the_protocol_says_what_is_not_in_it(filled, ha):
    told = archive(ha)["bien-ban.txt"].decode()
    assert "Không xuất:" in told
    for label, reason in LEFT_OUT.items():
        assert f"({label})" in told
        assert reason in told


def test_frozen_figures_about_denunciations_go_with_the_own_book(filled, ha):
    period = Scope(Reporting.of(2026, "q3"))
    for code in ("01/TCD", "04/GQTC"):
        FrozenReturn.freeze(FORMS[code], period, by=ha, on=MONDAY)
    told = [[row["Biểu (form)"] for row in table(archive(ha, sealed=sealed), "portal-frozenreturn")]
            for sealed in (False, True)]  # fmt: skip
    assert told == [["01/TCD"], ["04/GQTC"]]


def test_an_archive_is_there_for_a_week(filled, ha):
    run = export(order(by=ha, on=MONDAY), lambda done, total: None)
    forget_unwritten_tables(date(2026, 7, 13))
    assert run.at_hand
    forget_unwritten_tables(date(2026, 7, 14))
    assert not run.at_hand
    page = client_of(ha)
    assert page.get(f"/xuat-ho-so/{run.pk}/tep/").status_code == 404
    assert "Tệp đã xóa khỏi máy chủ" in page.get("/xuat-ho-so/").content.decode()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_all_tables_are_of_one_moment(monkeypatch, settings, tmp_path):
    """A writer commits two rows that belong together between every two tables."""
    settings.PORTAL_VAR = tmp_path
    ha = person("ha", "Phạm Thị Hà")
    beside, write_table, written = connection.copy(), Archive.write_table, []

    def writing_meanwhile(self, table):
        number = len(written)
        with beside.cursor() as cursor:
            cursor.execute("INSERT INTO citizens_matter (opened_on, reference) VALUES (%s, %s)"
                           " RETURNING id", [MONDAY, f"V{number}"])  # fmt: skip
            written.append(cursor.fetchone()[0])
        write_table(self, table)

    monkeypatch.setattr(Archive, "write_table", writing_meanwhile)
    try:
        files = archive(ha)
    finally:
        beside.close()
    assert len(written) > 100
    assert not [name for name in files if "citizens-matter" in name]
    monkeypatch.setattr("portal.dashboard.successor.running.one_moment", nullcontext)
    assert [name for name in archive(ha) if "citizens-matter" in name]
