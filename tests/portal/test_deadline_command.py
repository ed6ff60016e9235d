"""`deadline`: a line in, a line out, whatever the line holds."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands.deadline import Command

pytestmark = pytest.mark.django_db


def asked(*lines: str | bytes | dict) -> tuple[list[dict], int]:
    """The answers and the exit code."""
    encoded = [
        json.dumps(line, ensure_ascii=False).encode() if isinstance(line, dict)
        else line if isinstance(line, bytes) else line.encode()
        for line in lines
    ]  # fmt: skip
    out = io.StringIO()
    code = 0
    try:
        call_command("deadline", stdin=io.BytesIO(b"\n".join(encoded)), stdout=out)
    except CommandError as error:
        code = error.returncode
    return [json.loads(line) for line in out.getvalue().splitlines()], code


def answer(**question) -> dict:
    (found,), code = asked(question)
    assert code == ("error" in found)
    return found


def test_the_answer_has_the_fixed_keys():
    found = answer(rule="KN_GQ1", start="2026-08-03", pauses=[["2026-08-24", "2026-09-14"]])
    explanation = found.pop("explanation")
    assert found == {
        "rule": "KN_GQ1",
        "version_from": "2012-07-01",
        "length": 30,
        "unit": "calendar",
        "nominal": "2026-09-23",
        "due": "2026-09-23",
        "article": "Điều 28 Luật Khiếu nại",
        "skipped": [],
    }
    assert "Tạm đình chỉ từ ngày 24/8/2026 đến ngày 14/9/2026" in explanation


def test_working_days_have_no_nominal_day_and_name_what_they_skipped():
    found = answer(rule="KN_THU_LY", start="2026-08-25")
    assert (found["unit"], found["nominal"], found["due"]) == ("working", None, "2026-09-08")
    assert found["skipped"][0] == {"date": "2026-08-31", "why": "nghỉ hoán đổi, dịp Quốc khánh"}


def test_the_older_intake_shows_the_other_text_too():
    found = answer(rule="KN_THU_LY", start="2026-06-05")
    assert (found["due"], found["other"]["due"]) == ("2026-06-15", "2026-06-19")
    assert (found["other"]["length"], found["other"]["unit"]) == (10, "working")
    assert "other" not in answer(rule="KN_THU_LY", start="2026-07-06")


def test_an_open_pause_leaves_the_last_day_open():
    found = answer(rule="TC_GQ", start="2026-08-03", pauses=[["2026-08-24", None]])
    assert (found["nominal"], found["due"], found["skipped"]) == (None, None, [])


def test_extensions_lengthen():
    assert answer(rule="TC_GQ", start="2025-12-02", extensions=2)["length"] == 90


def test_what_a_rule_lacks_may_be_said_to_be_absent():
    found = answer(
        rule="TCD_KQ", start="2026-03-03", complex=False, remote=False, extensions=0, pauses=[]
    )
    assert found["due"] == "2026-03-17"


def test_one_bad_line_leaves_the_others_answered_in_order():
    good = {"rule": "TCD_KQ", "start": "2026-03-03"}
    answers, code = asked(good, "", "   ", "rác", good, '{"rule": "XYZ", "start": "2026-03-03"}')
    assert code == 1
    assert [item.get("due") for item in answers] == ["2026-03-17", None, "2026-03-17", None]
    assert answers[1] == {"error": "Dòng này không phải JSON đọc được.", "input": "rác"}
    assert answers[3]["input"] == {"rule": "XYZ", "start": "2026-03-03"}


def test_nothing_asked_nothing_answered():
    assert asked() == ([], 0)
    assert asked("", "  \r") == ([], 0)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ({"start": "2026-03-03"}, "Chưa có rule."),
        ({"rule": "TCD_KQ"}, "Chưa có start."),
        ({"rule": "TCD_KQ", "start": "2026-03-03", "stop": 1}, "Khóa không dùng được: stop."),
        ({"rule": 5, "start": "2026-03-03"}, "rule phải là chữ."),
        ({"rule": "tcd_kq", "start": "2026-03-03"}, "Không có thời hạn nào mang mã này."),
        ({"rule": "TCD_KQ", "start": "03/03/2026"}, "start phải là ngày dạng yyyy-mm-dd."),
        ({"rule": "TCD_KQ", "start": "20260303"}, "start phải là ngày dạng yyyy-mm-dd."),
        ({"rule": "TCD_KQ", "start": "2026-W10-2"}, "start phải là ngày dạng yyyy-mm-dd."),
        ({"rule": "TCD_KQ", "start": "２０２６-03-03"}, "start phải là ngày dạng yyyy-mm-dd."),
        ({"rule": "TCD_KQ", "start": None}, "start phải là ngày dạng yyyy-mm-dd."),
        ({"rule": "TCD_KQ", "start": "2026-02-29"}, "start là ngày không có trong lịch."),
        ({"rule": "KN_GQ1", "start": "2026-03-03", "complex": 1}, "complex phải là true"),
        ({"rule": "KN_GQ1", "start": "2026-03-03", "remote": None}, "remote phải là true"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "extensions": True}, "extensions phải là số"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "extensions": 1.0}, "extensions phải là số"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "pauses": None}, "pauses phải là danh sách"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "pauses": ["2026-03-05"]}, "là một cặp"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "pauses": [["2026-03-05"]]}, "là một cặp"),
        ({"rule": "TC_GQ", "start": "2026-03-03", "pauses": [[None, None]]}, "pauses phải là ngày"),
    ],
)
def test_a_question_of_the_wrong_shape_is_told_what_is_wrong(question, sentence):
    found = answer(**question)
    assert sentence in found["error"]
    assert found["input"] == question


@pytest.mark.parametrize(
    "line",
    [
        "[]", "5", "null", '"KN_GQ1"', "{", "NaN", '{"rule": NaN}', "\x00", '{"rule": "\x00"}',
        '{"rule": "TCD_KQ", "start": "2026-03-03", "start": "2026-03-04"}',
        '{"rule": "TC_GQ", "start": "2026-03-03", "extensions": 1e999}',
        '{"rule": "TC_GQ", "start": "2026-03-03", "extensions": ' + "9" * 5000 + "}",
        '{"rule": "\\ud800", "start": "2026-03-03"}', "[" * 100_000, b"\xff\xfe\x00",
        "a\u2028b\x85c",
    ],
)  # fmt: skip
def test_garbage_gets_one_line_with_an_error(line):
    answers, code = asked(line, {"rule": "TCD_KQ", "start": "2026-03-03"})
    assert code == 1
    assert len(answers) == 2
    assert "error" in answers[0]
    assert answers[1]["due"] == "2026-03-17"


def test_a_byte_order_mark_and_windows_line_ends_are_read():
    line = b'{"rule": "TCD_KQ", "start": "2026-03-03"}\r'
    answers, code = asked(b"\xef\xbb\xbf" + line, line)
    assert code == 0
    assert [item["due"] for item in answers] == ["2026-03-17"] * 2


def test_it_writes_utf8_to_a_console_that_was_set_to_something_else():
    written = io.BytesIO()
    console = io.TextIOWrapper(written, encoding="ascii")
    with pytest.raises(CommandError):
        call_command("deadline", stdin=[b'{"rule": "kh\xc3\xb4ng \\ud800"}'], stdout=console)
    console.flush()
    assert json.loads(written.getvalue())["input"] == {"rule": "không \ud800"}
    assert "không" in written.getvalue().decode()


def test_wrong_usage_exits_with_2():
    command = Command()
    command._called_from_command_line = True
    with pytest.raises(SystemExit) as caught:
        command.create_parser("manage.py", "deadline").parse_args(["--nonsense"])
    assert caught.value.code == 2
