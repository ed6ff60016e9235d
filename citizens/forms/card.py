"""The square code of a căn cước card: one line, parts divided by ``|``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from citizens.models.vocabulary import Gender

GENDERS = {label.lower(): value for value, label in Gender.choices}


@dataclass(frozen=True)
class Card:
    """number|old number|name|birth ddmmyyyy|sex|address|issued"""

    number: str
    name: str
    birth: str
    sex: str
    address: str

    @classmethod
    def read(cls, line: str) -> Self | None:
        parts = [part.strip() for part in line.split("|")]
        if len(parts) < 6:
            return None
        number, _, name, birth, sex, address = parts[:6]
        return cls(number, name, birth, sex, address)

    def facts(self) -> dict[str, str]:
        """By the names of a party's columns; the year of birth is all that is asked for."""
        return {
            "name": self.name[:200],
            "birth_year": self.birth[-4:],
            "gender": GENDERS.get(self.sex.lower(), ""),
            "address": self.address[:300],
        }
