"""Commands that answer a line of JSON with a line of JSON, in the order of the input."""

import json
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, OutputWrapper

BREAKS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
SURROGATES_ESCAPED = "backslashreplace"


class CannotAnswer(ValueError):
    """Why one line has no answer, as a sentence for whoever wrote the line."""


class JsonLinesCommand(BaseCommand):
    """`prepare()` once, then `answer(question)` for each line that is not blank."""

    requires_system_checks = ()
    stealth_options = ("stdin",)

    def handle(self, *args: Any, **options: Any) -> None:
        speak_utf8(self.stdout)
        self.prepare()
        failed = 0
        for line in lines(options.get("stdin") or sys.stdin.buffer):
            answer = self.answer_line(line)
            failed += "error" in answer
            self.stdout.write(dumped(answer))
        if failed:
            raise CommandError(f"Không trả lời được {failed} dòng.", returncode=1)

    def answer_line(self, line: str) -> dict[str, Any]:
        question: Any = line
        try:
            question = parsed(line)
            return self.answer(question)
        except CannotAnswer as error:
            return {"error": str(error), "input": question}

    def prepare(self) -> None:
        """What all lines share, read once."""

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError


def lines(source: Iterable[bytes]) -> Iterable[str]:
    """The lines that are not blank; what is not UTF-8 is kept visible, to be refused later."""
    for number, line in enumerate(source):
        text = line.decode("utf-8-sig" if number == 0 else "utf-8", errors="replace")
        if text.strip():
            yield text.rstrip("\r\n")


def parsed(line: str) -> dict[str, Any]:
    try:
        question = READER.decode(line)
    except CannotAnswer:
        raise
    except (ValueError, RecursionError):
        raise CannotAnswer("Dòng này không phải JSON đọc được.") from None
    if not isinstance(question, dict):
        raise CannotAnswer("Mỗi dòng phải là một đối tượng JSON.")
    return question


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one key: nobody knows which is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("repeated key")
    return found


def refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


READER = json.JSONDecoder(object_pairs_hook=without_repeats, parse_constant=refuse)
WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def dumped(answer: dict[str, Any]) -> str:
    """One line also for readers that break lines at Unicode's other line ends."""
    try:
        text = WRITER.encode(answer)
    except ValueError:  # a number too large to be written again, such as 1e999
        text = WRITER.encode({**answer, "input": None})
    for mark, escape in BREAKS.items():
        text = text.replace(mark, escape)
    return text


def speak_utf8(output: OutputWrapper) -> None:
    reconfigure = getattr(output._out, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors=SURROGATES_ESCAPED)
