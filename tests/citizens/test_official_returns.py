"""The official returns: the worked quarter comes out to the number; sums hold; cells open rows."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from citizens.returns import FORMS
from tests.citizens import returns_ledger as ledger


@pytest.fixture
def quarter(brought):
    brought("sessions", ledger.SESSIONS)
    brought("visits", ledger.VISITS)
    brought("petitions", ledger.PETITIONS)


def counted(form, *options, period=ledger.PERIOD):
    out = StringIO()
    call_command("official_return", form, "--from", period[0], "--to", period[1], *options,
                 stdout=out)  # fmt: skip
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("form", ledger.EXPECTED)
def test_the_worked_quarter_comes_out_to_the_number(quarter, form):
    (answer,) = counted(form)
    expected = {str(column.number): 0 for column in FORMS[form].columns}
    assert answer["columns"] == expected | {str(n): v for n, v in ledger.EXPECTED[form].items()}


@pytest.mark.parametrize("form", ledger.EXPECTED)
def test_all_sums_of_the_worked_quarter_hold(quarter, form):
    (answer,) = counted(form)
    assert [check for check in answer["checks"] if not check["holds"]] == []


@pytest.mark.parametrize("form", ["02/XLD", "03/GQKN", "04/GQTC"])
def test_each_figure_has_as_many_records_behind_it(quarter, form):
    (answer,) = counted(form)
    for number, value in answer["columns"].items():
        (rows,) = counted(form, "--rows", number)
        assert len(rows["codes"]) == value, number


def test_what_is_still_open_is_carried_into_the_next_quarter(quarter):
    (answer,) = counted("02/XLD", period=("2026-09-15", "2026-12-14"))
    assert answer["columns"]["1"] == 1


def test_a_duplicate_of_the_same_sender_is_kept_on_file(brought):
    mine = {"case_ref": "M", "name": "Lò Thị Mai", **ledger.OURS, **ledger.POLICY}
    brought("petitions", [
        ledger.letter("01/07/2026", "kien_nghi", "thu_ly", handled_on="02/07/2026", **mine),
        ledger.letter("03/07/2026", "kien_nghi", "ghep", handled_on="03/07/2026", **mine),
    ])  # fmt: skip
    columns = counted("02/XLD")[0]["columns"]
    assert [columns[number] for number in ("2", "3", "4", "5")] == [2, 1, 1, 1]


def test_a_duplicate_of_another_sender_is_a_letter_but_no_matter(brought):
    joined = {"case_ref": "M", **ledger.OURS, **ledger.POLICY}
    brought("petitions", [
        ledger.letter("01/07/2026", "kien_nghi", "thu_ly", handled_on="02/07/2026", **joined),
        ledger.letter("03/07/2026", "kien_nghi", "ghep", handled_on="03/07/2026", **joined),
    ])  # fmt: skip
    columns = counted("02/XLD")[0]["columns"]
    assert [columns[number] for number in ("2", "3", "4", "5")] == [2, 2, 2, 1]


def test_what_was_sent_back_counts_in_two_columns_only(brought):
    brought("petitions", [
        ledger.letter("01/07/2026", "khieu_nai", "tra_lai", handled_on="02/07/2026",
                      forwarded_by="Ban Tiếp công dân", **ledger.THEIRS)
    ])  # fmt: skip
    columns = counted("02/XLD")[0]["columns"]
    assert {number for number, value in columns.items() if value} == {"1", "2"}


def test_each_unit_has_a_line_and_the_sum_comes_last(brought):
    for unit in ("tiep-cong-dan", "dich-vu-viec-lam"):
        brought("petitions", [
            ledger.letter("01/07/2026", "kien_nghi", "chuyen_don", handled_on="02/07/2026",
                          unit=unit, **ledger.THEIRS)
        ])  # fmt: skip
    lines = counted("02/XLD", "--by-unit")
    assert [line["columns"]["25"] for line in lines] == [1, 1, 2]
    assert lines[-1]["unit"] is None


@pytest.mark.parametrize(
    ("form", "period"),
    [
        ("02/XLD", ("2026-06-01", "2026-06-30")),
        ("02/XLD", ("2025-03-15", "2025-06-14")),
        ("99/ABC", ledger.PERIOD),
    ],
)
def test_a_period_or_form_that_is_not_the_circulars_is_refused(db, form, period):
    with pytest.raises(CommandError) as refused:
        counted(form, period=period)
    assert refused.value.returncode == 2


def test_a_broken_sum_is_told():
    """The planted defect: a check that cannot fail would be worth nothing."""
    from portal.returns import checked

    figures = {1: 4, 2: 1, 3: 2}
    told = checked(["1=2+3", "2<=3", "1>=5*2"], lambda form, number: figures[number])
    assert [check.holds for check in told] == [False, True, False]


def test_what_joined_before_it_was_classified_is_of_the_kind_it_joined(letter, lan, accepted):
    case = accepted()
    joined = letter(case.received_on, title="Gửi thêm giấy tờ", sender="Lò Thị Mai")
    joined.join(by=lan, on=case.received_on, case=case)
    columns = counted("02/XLD")[0]["columns"]
    assert columns["4"] == columns["6"] + columns["12"] + columns["19"]
