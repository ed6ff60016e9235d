"""Questionnaires: a file each, with its source; a question never asks how a complaint ended."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PEOPLE, ENTERPRISES, COUNTER = "people", "enterprises", "counter"
SCALE = (
    (5, "Rất hài lòng"),
    (4, "Hài lòng"),
    (3, "Bình thường"),
    (2, "Không hài lòng"),
    (1, "Rất không hài lòng"),
)
SATISFIED = 4
"""From here on an answer counts as satisfied (Quyết định 1001/QĐ-BNV, thang năm mức)."""
FORMULA = "số câu trả lời “hài lòng” và “rất hài lòng” / số câu trả lời có ý kiến"


@dataclass(frozen=True)
class Question:
    code: str
    factor: str
    text: str


@dataclass(frozen=True)
class Questionnaire:
    """Phiếu hỏi."""

    code: str
    title: str
    audience: str
    source: str
    mark: str
    questions: tuple[Question, ...]

    @property
    def factors(self) -> list[str]:
        return list(dict.fromkeys(question.factor for question in self.questions))


@cache
def questionnaires() -> Mapping[str, Questionnaire]:
    found = (read(path) for path in sorted(FOLDER.glob("*.toml")))
    return {each.code: each for each in found}


def read(path: Path) -> Questionnaire:
    told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    questions = tuple(Question(**each) for each in told.pop("questions"))
    return Questionnaire(questions=questions, **told)


def for_campaigns() -> list[Questionnaire]:
    return [each for each in questionnaires().values() if each.audience != COUNTER]


def at_the_counter() -> Questionnaire:
    return next(each for each in questionnaires().values() if each.audience == COUNTER)
