"""`time_frame`: the words of a time in a plan behind a line of JSON."""

import re
from datetime import date
from typing import Any

from portal.management.json_lines import CannotAnswer, JsonLinesCommand
from portal.official_text.time_frames import Context, read_time_frame

KEYS = ("phrase", "issued", "year")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
YEARS = range(1945, 2101)


class Command(JsonLinesCommand):
    help = "Đọc từng dòng JSON về một cụm từ chỉ thời gian, trả lời từng dòng JSON: các ngày."

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        others = ", ".join(sorted(set(question) - set(KEYS)))
        if others:
            raise CannotAnswer(f"Khóa không dùng được: {others}. Chỉ dùng {', '.join(KEYS)}.")
        context = Context(issued=day_of(question), year=year_of(question))
        return read_time_frame(phrase_of(question), context=context).as_dict()


def phrase_of(question: dict[str, Any]) -> str | None:
    if "phrase" not in question:
        raise CannotAnswer("Chưa có phrase.")
    phrase = question["phrase"]
    if phrase is not None and not isinstance(phrase, str):
        raise CannotAnswer("phrase phải là chữ.")
    return phrase


def day_of(question: dict[str, Any]) -> date | None:
    value = question.get("issued")
    if value is None:
        return None
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        raise CannotAnswer("issued phải là ngày dạng yyyy-mm-dd.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CannotAnswer("issued là ngày không có trong lịch.") from None


def year_of(question: dict[str, Any]) -> int | None:
    year = question.get("year")
    if year is None:
        return None
    if isinstance(year, bool) or not isinstance(year, int) or year not in YEARS:
        raise CannotAnswer(f"year phải là số từ {YEARS[0]} đến {YEARS[-1]}.")
    return year
