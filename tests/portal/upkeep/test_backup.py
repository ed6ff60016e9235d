"""What was backed up comes back whole; what is broken, cut or foreign is refused by name."""

import json
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from portal.history import verify
from portal.management.backup.archive import DUMP, MANIFEST, SEAL, Broken, Writing, opened, written
from portal.management.backup.restoring import restore
from portal.people import User
from tests.portal.upkeep.conftest import database

pytestmark = pytest.mark.django_db
OF_THE_WRITER = ("format", "members")


@pytest.fixture
def empty(db, tmp_path, settings):
    """An empty database beside ours and an empty folder of files."""
    settings.MEDIA_ROOT = tmp_path / "tệp"
    with database("ops_after", template="template1"):
        yield


def rewritten(backup: Path, place: Path, *, leave_out: str = "", change=lambda told: told) -> Path:
    """The same members sealed anew: as somebody would who knows the format."""
    new = place / "sửa.tar"
    with opened(backup) as old, written(new) as archive:
        for name in old.manifest["members"]:
            if name != leave_out:
                content = place / "một tệp"
                content.write_bytes(old.open(name).read())
                archive.add(name, content)
        kept = {name: told for name, told in old.manifest.items() if name not in OF_THE_WRITER}
        archive.finish(change(kept))
    return new


def test_a_backup_comes_back_whole_and_guarded(saved, empty):
    backup, figures = saved
    restored = restore(backup)
    assert (restored.faults, restored.verdict.as_dict()) == ([], {"events": 2, "intact": True})
    assert restored.contents.tables == figures.contents.tables
    assert restored.files == figures.files == 2
    assert User.objects.get().full_name == "Nguyễn Thị Lan"
    assert rights_of_run_time_role() == (True, False, True)
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        restore(backup)
    assert history_once_cut()["at"]["what"] == "missing"


def rights_of_run_time_role() -> tuple[bool, bool, bool]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(%(role)s, 'portal_event', 'INSERT'),"
            " has_table_privilege(%(role)s, 'portal_event', 'UPDATE'),"
            " (SELECT count(*) FROM pg_trigger WHERE tgrelid = 'portal_event'::regclass) > 0",
            {"role": settings.RUN_TIME_ROLE},
        )
        return cursor.fetchone()


def history_once_cut() -> dict:
    """As the owner who means harm: `restore` ends with the same question."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE portal_event DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM portal_event WHERE seq = 2")
        cursor.execute("ALTER TABLE portal_event ENABLE TRIGGER USER")
    return verify().as_dict()


def test_a_folder_with_files_is_refused_before_anything_is_written(saved, empty):
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "lạ").write_bytes(b"x")
    with pytest.raises(CommandError, match="đã có tệp"):
        restore(saved[0])
    assert connection.introspection.table_names() == []


@pytest.mark.parametrize("share", [0.0005, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_one_flipped_bit_is_seen(saved, tmp_path, share):
    broken = bytearray(saved[0].read_bytes())
    broken[int(len(broken) * share)] ^= 4
    (tmp_path / "hỏng.tar").write_bytes(broken)
    with pytest.raises(Broken), opened(tmp_path / "hỏng.tar"):
        pass


@pytest.mark.parametrize("share", [0, 0.2, 0.8, 0.95])
def test_a_cut_backup_is_seen(saved, tmp_path, share):
    whole = saved[0].read_bytes()
    (tmp_path / "cụt.tar").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Broken), opened(tmp_path / "cụt.tar"):
        pass


def test_a_flipped_bit_names_the_file(saved, tmp_path):
    with tarfile.open(saved[0]) as tar:
        entry = next(each for each in tar if each.name.startswith("files/"))
    broken = bytearray(saved[0].read_bytes())
    broken[entry.offset_data] ^= 1
    (tmp_path / "hỏng.tar").write_bytes(broken)
    with pytest.raises(Broken, match=entry.name), opened(tmp_path / "hỏng.tar"):
        pass


def test_a_member_taken_out_is_seen(saved, tmp_path):
    with tarfile.open(saved[0]) as old, tarfile.open(tmp_path / "thiếu.tar", "w") as new:
        for entry in old:
            if not entry.name.startswith("files/"):
                new.addfile(entry, old.extractfile(entry))
    with pytest.raises(Broken, match="thiếu 2 tệp"), opened(tmp_path / "thiếu.tar"):
        pass


def test_what_was_sealed_anew_is_told_by_the_tables(saved, empty, tmp_path, monkeypatch):
    def change(told):
        told["contents"]["tables"]["portal_user"][0] += 1
        return told

    with opened(saved[0]) as old:
        file = next(name for name in old.manifest["members"] if name.startswith("files/"))
    monkeypatch.setattr(settings, "LOOKUP_PEPPER", "another")
    restored = restore(rewritten(saved[0], tmp_path, leave_out=file, change=change))
    assert restored.faults == [
        "Khác với lúc sao lưu: portal_user.",
        "Thiếu 1 tệp mà cơ sở dữ liệu ghi là có.",
    ]
    assert "LOOKUP_PEPPER" in restored.warnings[0]


def test_other_roles_are_named(saved, empty, tmp_path):
    def change(told):
        told["roles"]["run_time"] = "cong"
        return told

    with pytest.raises(CommandError, match="vai trò portal_owner và cong"):
        restore(rewritten(saved[0], tmp_path, change=change))


def test_a_backup_is_nobody_elses_to_read(saved):
    assert saved[0].stat().st_mode & 0o077 == 0
    assert [path.name for path in saved[0].parent.iterdir() if path.is_file()] == ["cổng.tar"]


def test_no_path_leads_out_of_the_folder_of_files(tmp_path):
    with (tmp_path / "x.tar").open("wb") as file:
        archive = Writing(file)
        (tmp_path / "content").write_bytes(b"x")
        for name in (DUMP, "files/../../evil"):
            archive.add(name, tmp_path / "content")
        archive.finish({})
    with opened(tmp_path / "x.tar") as read, pytest.raises(Broken, match="đường dẫn lạ"):
        list(read.files())


def test_the_manifest_says_when_and_counts(saved):
    with tarfile.open(saved[0]) as tar:
        names = tar.getnames()
        told = json.load(tar.extractfile(MANIFEST))
    assert (names[0], names[-2:]) == (DUMP, [MANIFEST, SEAL])
    assert told["contents"]["tables"]["portal_event"][0] == 2


def test_disk_leftovers_of_a_broken_backup_are_taken_away(tmp_path):
    with pytest.raises(ValueError), written(tmp_path / "x.tar"):
        raise ValueError
    assert list(tmp_path.iterdir()) == []
