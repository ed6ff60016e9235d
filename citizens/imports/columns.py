"""The columns of ``import_register petitions`` (design: the doors of the portal)."""

from __future__ import annotations

import re

from portal.importing import (
    Column,
    Unreadable,
    choice,
    flag,
    lines_of_text,
    one_line,
    read_day,
    whole_number,
)

from ..models.vocabulary import Category, Channel, Gender, Handling, Kind, Outcome

FIRST_YEAR, LAST_YEAR = 1880, 2100
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


COLUMNS = (
    Column("code", one_line(24)),
    Column("received_on", read_day, needed=True),
    Column("incoming_no", one_line(30)),
    Column("postmark_on", read_day),
    Column("kind", choice(codes(Kind)), needed=True),
    Column("channel", choice(codes(Channel)), needed=True),
    Column("forwarded_by", one_line(200)),
    Column("level", choice({"1": 1, "2": 2})),
    Column("field", one_line(200)),
    Column("category", choice(codes(Category))),
    Column("unit", one_line(200)),
    Column("title", one_line(300), needed=True),
    Column("content", lines_of_text()),
    Column("name", one_line(200)),
    Column("gender", choice(codes(Gender))),
    Column("birth_year", whole_number(least=FIRST_YEAR, most=LAST_YEAR)),
    Column("id_number", read_id_number),
    Column("phone", read_phone),
    Column("email", one_line(254)),
    Column("commune", one_line(200)),
    Column("address", one_line(300)),
    Column("people", whole_number(least=1)),
    Column("signers", whole_number(least=0)),
    Column("eligible", flag),
    Column("competent", flag),
    Column("handling", choice(codes(Handling))),
    Column("handled_on", read_day),
    Column("case_ref", one_line(60)),
    Column("accepted_on", read_day),
    Column("due_on", read_day),
    Column("stage", choice({"open": "open", "closed": "closed"})),
    Column("decided_on", read_day),
    Column("closed_on", read_day),
    Column("outcome", choice(codes(Outcome))),
    Column("officer", one_line(120)),
)

SECRET_OF_A_DENOUNCER = ("name", "id_number", "phone", "email", "address")
