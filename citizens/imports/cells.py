"""How the cells of citizens' registers are read: identity papers, telephones, chosen words."""

from __future__ import annotations

import re
from typing import Any

from portal.importing import Unreadable

ID_LENGTHS = (9, 12)
NOT_A_DIGIT = re.compile(r"[\s.\-]")


def read_id_number(typed: str) -> str:
    """Nine or twelve digits as text; eight or eleven have lost their leading zero."""
    digits = NOT_A_DIGIT.sub("", typed)
    if not digits or (digits.isdigit() and len(digits) in ID_LENGTHS):
        return digits
    if digits.isdigit() and len(digits) + 1 in ID_LENGTHS:
        raise Unreadable(
            f"Số căn cước có {len(digits)} chữ số: bảng tính đã bỏ mất số 0 ở đầu."
            " Định dạng cột này là văn bản."
        )
    raise Unreadable("Số căn cước phải có 12 chữ số, chứng minh nhân dân 9 chữ số.")


def read_phone(typed: str) -> str:
    digits = NOT_A_DIGIT.sub("", typed).replace("(", "").replace(")", "")
    if digits.startswith("+84"):
        digits = "0" + digits[3:]
    if not digits or (digits.isdigit() and digits[0] == "0" and 8 <= len(digits) <= 12):
        return digits
    if digits.isdigit() and len(digits) == 9:
        raise Unreadable(
            "Số điện thoại có 9 chữ số: bảng tính đã bỏ mất số 0 ở đầu."
            " Định dạng cột này là văn bản."
        )
    raise Unreadable("Số điện thoại phải bắt đầu bằng số 0 và có từ 8 đến 12 chữ số.")


def codes(choices: type) -> dict[str, str]:
    return {value: value for value in choices.values}


def words(choices: Any) -> dict[str, str]:
    """What is chosen from a list, and the code that each stands for."""
    return {label: str(value) for value, label in choices.choices}


YES_NO = {"Có": "1", "Không": "0"}
