"""import_register dossiers, official_return II.06a: the rows, their sums, what is refused."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.importing import read_sheet
from reforms.models import DossierCount
from tests.reforms.dossiers.conftest import OCTOBER, PARTS, SEPTEMBER

pytestmark = pytest.mark.django_db
HEADS = ("period_from", "period_to", "field", "unit", *PARTS)


def row(days, **facts):
    told = {"field": "nguoi-co-cong", "unit": "NCC"} | {k: str(v) for k, v in days.items()}
    return told | PARTS | facts


@pytest.fixture
def bring(tmp_path, fields, units):
    def brought(*rows, heads=HEADS, dry_run=False):
        lines = [",".join(heads), *(",".join(str(row.get(h, "")) for h in heads) for row in rows)]
        file = tmp_path / "so.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        out = StringIO()
        try:
            call_command("import_register", "dossiers", str(file), dry_run=dry_run,
                         stdout=out, stderr=StringIO())  # fmt: skip
        except CommandError as refusal:
            return json.loads(out.getvalue()), refusal.returncode
        return json.loads(out.getvalue()), 0

    return brought


def official(*args):
    out = StringIO()
    call_command("official_return", "II.06a", *args, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def of_days(days):
    return "--from", str(days["period_from"]), "--to", str(days["period_to"])


def test_rows_are_written_whole(bring):
    told, code = bring(row(SEPTEMBER), row(OCTOBER, carried_over=10, done_early=25))
    assert (told, code) == ({"rows": 2, "created": 2, "errors": [], "warnings": []}, 0)
    assert DossierCount.objects.count() == 2


def test_a_dry_run_writes_nothing(bring):
    told, _ = bring(row(SEPTEMBER), dry_run=True)
    assert told["created"] == 1
    assert not DossierCount.objects.exists()


def test_a_row_whose_parts_do_not_add_up_is_refused_with_its_difference(bring):
    told, code = bring(row(SEPTEMBER), row(OCTOBER, online=37))
    assert code == 1
    assert told["created"] == 0
    assert [(each["line"], "lệch 7." in each["problem"]) for each in told["errors"]] == [(3, True)]
    assert not DossierCount.objects.exists()


def test_what_is_no_number_is_said_once(bring):
    told, _ = bring(row(OCTOBER, online="ba mươi"))
    assert [each["column"] for each in told["errors"]] == ["online"]


def test_a_day_is_brought_once(bring):
    bring(row(OCTOBER))
    again, _ = bring(row(OCTOBER))
    assert "Đã có số liệu" in again["errors"][0]["problem"]
    whole, _ = bring(row(OCTOBER, unit=""))
    assert "không cả hai" in whole["errors"][0]["problem"]


def test_what_does_not_carry_over_is_a_warning_with_its_difference(bring):
    told, code = bring(row(SEPTEMBER), row(OCTOBER))
    assert code == 0
    assert told["warnings"] == [
        {
            "line": 3,
            "column": "carried_over",
            "problem": "Kỳ trước còn 10 hồ sơ đang giải quyết (cột 11), kỳ này ghi chuyển sang 5:"
            " lệch 5.",
        }
    ]


def test_an_unknown_field_is_named(bring):
    told, _ = bring(row(OCTOBER, field="khong-co"))
    assert told["errors"][0]["problem"] == "Không có lĩnh vực này trong danh mục."


def test_a_line_a_field_and_one_of_all(bring):
    bring(row(OCTOBER), row(OCTOBER, field="tre-em", online=31, done_early=21))
    told = official(*of_days(OCTOBER))
    assert [line["field"] for line in told] == ["nguoi-co-cong", "tre-em", None]
    assert told[0]["columns"] == {
        "3": 50, "4": 30, "5": 15, "6": 5, "7": 40, "8": 20, "9": 18, "10": 2,
        "11": 10, "12": 9, "13": 1,
    }  # fmt: skip
    assert told[2]["columns"]["3"] == 101
    assert all(check["holds"] for line in told for check in line["checks"])
    assert told[0]["checks"][0] == {"rule": "3=4+5+6=7+11", "holds": True}


def test_several_months_sum_what_flows_and_keep_the_ends(bring):
    bring(row(SEPTEMBER), row(OCTOBER, carried_over=10, done_early=25))
    [line, _] = official("--from", "2026-09-01", "--to", "2026-10-31")
    assert line["columns"] == {
        "3": 95, "4": 60, "5": 30, "6": 5, "7": 85, "8": 45, "9": 36, "10": 4,
        "11": 10, "12": 9, "13": 1,
    }  # fmt: skip
    assert {check["rule"]: check["holds"] for check in line["checks"]} == {
        "3=4+5+6=7+11": True, "7=8+9+10": True, "11=12+13": True,
    }  # fmt: skip


def test_column_six_is_checked_against_the_month_before(bring):
    bring(row(SEPTEMBER), row(OCTOBER))
    [line, _] = official(*of_days(OCTOBER))
    assert line["checks"][-1] == {"rule": "6=11 kỳ trước", "holds": False}


def test_nothing_told_is_null_not_zero(fields, units):
    [line] = official(*of_days(OCTOBER))
    assert set(line["columns"].values()) == {None}
    assert line["checks"] == []


def test_of_a_unit_by_unit_and_its_rows(bring):
    bring(row(OCTOBER), row(OCTOBER, unit="LĐVL"))
    assert official(*of_days(OCTOBER))[-1]["columns"]["3"] == 100
    assert official(*of_days(OCTOBER), "--unit", "lao-dong")[-1]["columns"]["3"] == 50
    assert [line["unit"] for line in official(*of_days(OCTOBER), "--by-unit")] == [
        "lao-dong", "lao-dong", "nguoi-co-cong", "nguoi-co-cong", None, None
    ]  # fmt: skip
    [rows] = official(*of_days(OCTOBER), "--rows", "7")
    assert rows["codes"] == [
        f"2026-10-01/2026-10-31/nguoi-co-cong/{unit}" for unit in ("lao-dong", "nguoi-co-cong")
    ]


@pytest.mark.parametrize(
    "asked",
    [("2026-10-02", "2026-10-31"), ("2026-10-01", "2026-10-30"), ("2026-10-15", "2026-10-31")],
)
def test_only_whole_months_are_counted(asked, db):
    with pytest.raises(CommandError) as refusal:
        official("--from", asked[0], "--to", asked[1])
    assert refusal.value.returncode == 2


def test_the_workbook_has_a_line_a_field(bring, tmp_path):
    bring(row(OCTOBER))
    official(*of_days(OCTOBER), "--xlsx", str(tmp_path / "bieu.xlsx"))
    cells = [row[:3] for _, row in read_sheet(tmp_path / "bieu.xlsx").rows]
    assert ["Người có công", "50", "30"] in cells
