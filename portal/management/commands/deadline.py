"""`deadline`: the statutory deadline engine behind a line of JSON."""

import re
from datetime import date
from typing import Any

import citizens.statutes
import democracy.statutes
import reforms.statutes
from portal.deadlines import Deadline, DeadlineError, compute, confirmations
from portal.deadlines.pauses import Pause
from portal.management.json_lines import CannotAnswer, JsonLinesCommand
from portal.working_days import calendar

RULES = {
    **citizens.statutes.RULES,
    **democracy.statutes.RULES,
    **reforms.statutes.RULES,
}
KEYS = ("rule", "start", "complex", "remote", "extensions", "pauses")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Command(JsonLinesCommand):
    help = "Đọc từng dòng JSON về một thời hạn, trả lời từng dòng JSON: ngày hết hạn và cách tính."

    def prepare(self) -> None:
        self.calendar, self.confirmations = calendar(), confirmations()

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        refuse_other_keys(question)
        term = RULES.get(text_of(question, "rule"))
        if term is None:
            raise CannotAnswer("Không có thời hạn nào mang mã này.")
        try:
            deadline = compute(
                term,
                start=day_of(question.get("start"), "start"),
                complex=truth_of(question, "complex"),
                remote=truth_of(question, "remote"),
                extensions=count_of(question, "extensions"),
                pauses=pauses_of(question.get("pauses", [])),
                calendar=self.calendar,
                confirmations=self.confirmations,
            )
        except DeadlineError as error:
            raise CannotAnswer(str(error)) from None
        return as_answer(deadline)


def as_answer(deadline: Deadline) -> dict[str, Any]:
    answer = {
        "rule": deadline.rule,
        "version_from": iso(deadline.version_from),
        **dates_of(deadline),
        "skipped": [{"date": iso(day), "why": why} for day, why in deadline.skipped],
        "explanation": deadline.explanation,
    }
    if deadline.other:
        answer["other"] = dates_of(deadline.other)
    return answer


def dates_of(deadline: Deadline) -> dict[str, Any]:
    return {
        "length": deadline.length,
        "unit": str(deadline.unit),
        "nominal": iso(deadline.nominal),
        "due": iso(deadline.due),
        "article": deadline.article,
    }


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def refuse_other_keys(question: dict[str, Any]) -> None:
    others = ", ".join(sorted(set(question) - set(KEYS)))
    if others:
        raise CannotAnswer(f"Khóa không dùng được: {others}. Chỉ dùng {', '.join(KEYS)}.")
    for key in ("rule", "start"):
        if key not in question:
            raise CannotAnswer(f"Chưa có {key}.")


def text_of(question: dict[str, Any], key: str) -> str:
    value = question[key]
    if not isinstance(value, str):
        raise CannotAnswer(f"{key} phải là chữ.")
    return value


def truth_of(question: dict[str, Any], key: str) -> bool:
    value = question.get(key, False)
    if not isinstance(value, bool):
        raise CannotAnswer(f"{key} phải là true hoặc false.")
    return value


def count_of(question: dict[str, Any], key: str) -> int:
    value = question.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int):
        raise CannotAnswer(f"{key} phải là số nguyên.")
    return value


def day_of(value: Any, key: str) -> date:
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        raise CannotAnswer(f"{key} phải là ngày dạng yyyy-mm-dd.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CannotAnswer(f"{key} là ngày không có trong lịch.") from None


def pauses_of(value: Any) -> list[Pause]:
    if not isinstance(value, list):
        raise CannotAnswer("pauses phải là danh sách các cặp [từ ngày, đến ngày].")
    return [pause_of(pair) for pair in value]


def pause_of(pair: Any) -> Pause:
    if not isinstance(pair, list) or len(pair) != 2:
        raise CannotAnswer("Mỗi lần tạm đình chỉ là một cặp [từ ngày, đến ngày hoặc null].")
    begin, end = pair
    return day_of(begin, "pauses"), None if end is None else day_of(end, "pauses")
