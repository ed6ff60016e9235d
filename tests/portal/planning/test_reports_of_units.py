"""``import_register task_reports``: units that never sign in send a table."""

import json
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

HEAD = "plan,unit,ref,percent,text,product,finished_on,reported_on\n"
HALF = "12/KH-SLĐTBXH,bao-tro,II.2,50,Đã trình dự thảo,,,2026-06-02\n"
DONE = "12/KH-SLĐTBXH,bao-tro,II.2,,Đã thành lập,QĐ số 9 ngày 20/6/2026,2026-06-20,2026-06-22\n"


def bring(tmp_path, lines: str, *options: str) -> dict:
    path, out = tmp_path / "bao-cao.csv", StringIO()
    path.write_text(HEAD + lines, "utf-8")
    with suppress(CommandError):
        call_command("import_register", "task_reports", str(path), *options, stdout=out, stderr=out)
    return json.loads(next(line for line in out.getvalue().splitlines() if line.startswith("{")))


@pytest.fixture
def owed(plan, bao_tro):
    return plan.shares.get(unit=bao_tro)


def test_a_row_is_a_report(tmp_path, owed):
    assert bring(tmp_path, HALF + DONE)["created"] == 2
    owed.refresh_from_db()
    assert (owed.stage, owed.product) == ("reported", "QĐ số 9 ngày 20/6/2026")
    assert [row.by for row in owed.progress.all()] == [None, None]


def test_a_dry_run_leaves_everything(tmp_path, owed):
    assert bring(tmp_path, HALF, "--dry-run")["created"] == 1
    owed.refresh_from_db()
    assert owed.stage == "todo"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("99/KH-X,bao-tro,II.2,10,Chữ,,,\n", "plan"),
        ("12/KH-SLĐTBXH,Phòng lạ,II.2,10,Chữ,,,\n", "unit"),
        ("12/KH-SLĐTBXH,bao-tro,II.1,10,Chữ,,,\n", "ref"),
        ("12/KH-SLĐTBXH,bao-tro,II.2,10,Chữ,QĐ 9,,\n", "finished_on"),
        ("12/KH-SLĐTBXH,bao-tro,II.2,101,Chữ,,,\n", "percent"),
        ("12/KH-SLĐTBXH,bao-tro,II.2,10,Chữ,,,2099-01-01\n", "reported_on"),
    ],
)
def test_one_wrong_line_and_none_is_kept(tmp_path, owed, line, column):
    report = bring(tmp_path, HALF + line)
    assert [(fault["line"], fault["column"]) for fault in report["errors"]] == [(3, column)]
    owed.refresh_from_db()
    assert owed.stage == "todo"
