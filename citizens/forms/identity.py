"""The number of an identity paper: căn cước, số định danh, giấy chứng nhận căn cước, hộ chiếu."""

from __future__ import annotations

import re

from portal.forms import IdNumberField

PASSPORT = re.compile(r"[A-Z]\d{7,8}")


class IdentityField(IdNumberField):
    """Any of the papers that the law lets a visitor show (TCD Đ7.2.a since 01/7/2026)."""

    def to_python(self, value: str) -> str:
        return super().to_python(value).upper()

    def validate(self, value: str) -> None:
        if not PASSPORT.fullmatch(value):
            super().validate(value)
