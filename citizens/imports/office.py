"""Units, fields, communes and officers as a register names them: by code or by exact name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model

from portal.fields import Commune, Field
from portal.importing import Column, flag, one_line
from portal.people import Position, Unit, User

from ..models.petition.intake import petition_unit
from .cells import YES_NO


class Names:
    """Rows found by one of their names; a name that two share finds neither."""

    def __init__(self, rows: Iterable[Model], *names: str) -> None:
        self.found: dict[str, Any] = {}
        self.shared: set[str] = set()
        for row in rows:
            for name in {getattr(row, name) for name in names} - {""}:
                if name in self.found:
                    self.shared.add(name)
                self.found[name] = row

    def get(self, name: str) -> Any:
        return None if name in self.shared else self.found.get(name)


class Office:
    """The office as it stands on the day of the import."""

    def __init__(self, *, today: date) -> None:
        self.names = {
            "unit": Names(Unit.objects.all(), "code", "name", "short_name"),
            "field": Names(Field.objects.all(), "code", "name"),
            "commune": Names(Commune.objects.all(), "code", "name"),
            "officer": Names(User.objects.filter(is_active=True), "username", "full_name"),
        }
        self.petition_unit = petition_unit(today)
        self.settler = Position.objects.holding("director", as_of=today).first()
        heads = Position.objects.holding("head", as_of=today).exclude(unit=None)
        self.heads = {head.unit_id: head for head in heads.order_by("-pk")}

    def settler_of(self, unit: Unit | None) -> Position | None:
        """The head of a unit that settles by itself, else the Director."""
        return self.heads.get(unit.pk, self.settler) if unit else self.settler

    def find(self, column: str, name: str) -> Any:
        return self.names[column].get(name)


def unit_names() -> list[str]:
    """What the lists of the form offer."""
    return list(Unit.objects.filter(closed_on=None).values_list("name", flat=True))


def field_names() -> list[str]:
    return list(Field.objects.filter(closed_on=None).values_list("name", flat=True))


def commune_names() -> list[str]:
    return list(Commune.objects.filter(closed_on=None).values_list("name", flat=True))


FIELD = Column(
    "field",
    one_line(200),
    label="Lĩnh vực",
    hint="Tên hoặc mã lĩnh vực trong danh mục.",
    offered=field_names,
)
COMPETENT = Column(
    "competent",
    flag,
    label="Thuộc thẩm quyền",
    hint="Có hoặc Không; để trống là chưa rõ.",
    options=YES_NO,
)
UNKNOWN = {
    "unit": "Không có đơn vị này trong danh mục.",
    "field": "Không có lĩnh vực này trong danh mục.",
    "commune": "Không có xã, phường này trong danh mục.",
    "officer": "Không có cán bộ này, hoặc có hai người trùng tên: ghi tên đăng nhập.",
}
"""What is said of a cell that names none of the office's own."""
