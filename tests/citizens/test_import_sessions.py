"""``import_register sessions``: all lines or none."""

import json
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from citizens.models import Reception
from portal import history

pytestmark = pytest.mark.django_db
HEAD = "date,kind,host,announced,held,reason,unit\n"
LINES = (
    "2026-01-20,dinh_ky,thu_truong,1,1,,\n"
    "23/02/2026,dinh_ky,uy_quyen,1,0,Giám đốc đi công tác,\n"
    "2026-03-02,dot_xuat,thu_truong,0,1,,TTDVVL\n"
)


def bring(tmp_path, lines: str, *options: str) -> dict:
    path, out = tmp_path / "buoi.csv", StringIO()
    path.write_text(HEAD + lines, "utf-8")
    with suppress(CommandError):
        call_command("import_register", "sessions", str(path), *options, stdout=out, stderr=out)
    return json.loads(next(line for line in out.getvalue().splitlines() if line.startswith("{")))


def test_sessions_come_with_their_hosts_and_whether_they_were_held(tmp_path, units):
    assert bring(tmp_path, LINES)["created"] == 3
    found = Reception.objects.values_list("code", "kind", "host", "announced", "held")
    assert list(found) == [
        ("BT-2026-0001", "dinh_ky", "thu_truong", True, True),
        ("BT-2026-0002", "dinh_ky", "uy_quyen", True, False),
        ("BT-2026-0003", "dot_xuat", "thu_truong", False, True),
    ]
    assert Reception.objects.get(code="BT-2026-0003").unit == units["dich-vu-viec-lam"]
    assert history.verify().intact


def test_a_dry_run_writes_nothing(tmp_path, units):
    assert bring(tmp_path, LINES, "--dry-run")["created"] == 3
    assert not Reception.objects.exists()


def test_one_wrong_line_and_none_is_written(tmp_path, units):
    wrong = "2099-01-20,dinh_ky,thu_truong,1,1,,\n2026-01-05,hang_tuan,thu_truong,1,1,,Phòng lạ\n"
    report = bring(tmp_path, LINES + wrong)
    places = [(fault["line"], fault["column"]) for fault in report["errors"]]
    assert places == [(5, "held"), (6, "kind"), (6, "unit")]
    assert not Reception.objects.exists()


def test_a_day_not_held_without_a_reason_is_warned_of(tmp_path, units):
    report = bring(tmp_path, "2026-01-20,dinh_ky,thu_truong,1,0,,\n")
    assert [fault["column"] for fault in report["warnings"]] == ["reason"]
