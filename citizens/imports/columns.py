"""The columns of ``import_register petitions`` (design: the doors of the portal)."""

from __future__ import annotations

import re
from typing import Any

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

from ..models.vocabulary import (
    Category,
    Channel,
    Conclusion,
    Gender,
    Handling,
    Kind,
    Level,
    Outcome,
)
from .office import commune_names, field_names, unit_names

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


def words(choices: Any) -> dict[str, str]:
    """What is chosen from a list, and the code that each stands for."""
    return {label: str(value) for value, label in choices.choices}


YES_NO = {"Có": "1", "Không": "0"}
COLUMNS = (
    Column(
        "code",
        one_line(24),
        label="Số đơn",
        hint="Để trống để lấy số tiếp theo. Số đã cấp ghi dạng D-2026-00123; tố cáo NTC-2026-0001.",
    ),
    Column(
        "received_on",
        read_day,
        needed=True,
        label="Ngày nhận",
        hint="Ngày cơ quan nhận đơn, dạng 03/08/2026.",
    ),
    Column(
        "incoming_no",
        one_line(30),
        label="Số đến",
        hint="Số trong sổ công văn đến.",
    ),
    Column(
        "postmark_on",
        read_day,
        label="Ngày dấu bưu điện",
        hint="Ngày gửi theo dấu bưu điện, dạng 03/08/2026.",
    ),
    Column(
        "kind",
        choice(codes(Kind)),
        needed=True,
        label="Loại đơn",
        hint="Chọn trong danh sách.",
        options=words(Kind),
    ),
    Column(
        "channel",
        choice(codes(Channel)),
        needed=True,
        label="Nguồn đơn",
        hint="Chọn trong danh sách.",
        options=words(Channel),
    ),
    Column(
        "forwarded_by",
        one_line(200),
        label="Cơ quan chuyển đến",
        hint="Ghi khi nguồn đơn là cơ quan khác chuyển đến.",
    ),
    Column(
        "level",
        choice({"1": 1, "2": 2}),
        label="Lần giải quyết",
        hint="Lần đầu hoặc Lần hai; với tố cáo, Lần hai là tố cáo tiếp.",
        options=words(Level),
    ),
    Column(
        "field",
        one_line(200),
        label="Lĩnh vực",
        hint="Tên hoặc mã lĩnh vực trong danh mục.",
        offered=field_names,
    ),
    Column(
        "category",
        choice(codes(Category)),
        label="Nhóm nội dung",
        hint="Nhóm theo biểu thống kê; để trống thì lấy theo lĩnh vực.",
        options=words(Category),
    ),
    Column(
        "unit",
        one_line(200),
        label="Đơn vị",
        hint="Đơn vị đang giữ: tên, tên gọi tắt hoặc mã trong danh mục.",
        offered=unit_names,
    ),
    Column(
        "title",
        one_line(300),
        needed=True,
        label="Trích yếu",
        hint="Một câu nói đơn về việc gì.",
        secret=True,
    ),
    Column(
        "content",
        lines_of_text(),
        label="Nội dung",
        hint="Tóm tắt nội dung đơn. Đơn tố cáo không ghi.",
        secret=True,
    ),
    Column(
        "name",
        one_line(200),
        label="Họ tên người gửi",
        hint="Đơn tố cáo để trống: giữ trong bì mật.",
        secret=True,
    ),
    Column(
        "gender",
        choice(codes(Gender)),
        label="Giới tính",
        hint="Chọn trong danh sách.",
        options=words(Gender),
        secret=True,
    ),
    Column(
        "birth_year",
        whole_number(least=FIRST_YEAR, most=LAST_YEAR),
        label="Năm sinh",
        hint="Bốn chữ số.",
        secret=True,
    ),
    Column(
        "id_number",
        read_id_number,
        label="Số căn cước",
        hint="12 chữ số, giữ số 0 ở đầu. Đơn tố cáo để trống.",
        secret=True,
    ),
    Column(
        "phone",
        read_phone,
        label="Điện thoại",
        hint="Giữ số 0 ở đầu. Đơn tố cáo để trống.",
        secret=True,
    ),
    Column(
        "email",
        one_line(254),
        label="Thư điện tử",
        hint="Đơn tố cáo để trống.",
        secret=True,
    ),
    Column(
        "commune",
        one_line(200),
        label="Xã, phường",
        hint="Tên hoặc mã trong danh mục.",
        offered=commune_names,
        secret=True,
    ),
    Column(
        "address",
        one_line(300),
        label="Địa chỉ",
        hint="Số nhà, thôn, tổ. Đơn tố cáo để trống.",
        secret=True,
    ),
    Column(
        "people",
        whole_number(least=1),
        label="Số người",
        hint="Số người có mặt hoặc có tên trong đơn.",
    ),
    Column(
        "signers",
        whole_number(least=0),
        label="Số người ký",
        hint="Số chữ ký trong đơn.",
    ),
    Column(
        "eligible",
        flag,
        label="Đủ điều kiện xử lý",
        hint="Có hoặc Không; để trống là chưa rõ.",
        options=YES_NO,
    ),
    Column(
        "competent",
        flag,
        label="Thuộc thẩm quyền",
        hint="Có hoặc Không; để trống là chưa rõ.",
        options=YES_NO,
    ),
    Column(
        "handling",
        choice(codes(Handling)),
        label="Kết quả xử lý đơn",
        hint="Để trống là đang xử lý.",
        options=words(Handling),
    ),
    Column(
        "handled_on",
        read_day,
        label="Ngày xử lý đơn",
        hint="Ngày thụ lý, chuyển, hướng dẫn, trả lại hoặc lưu đơn.",
    ),
    Column(
        "case_ref",
        one_line(60),
        label="Số vụ việc của cơ quan",
        hint="Các đơn cùng số là một vụ việc.",
    ),
    Column(
        "accepted_on",
        read_day,
        label="Ngày thụ lý",
        hint="Dạng 03/08/2026.",
    ),
    Column(
        "due_on",
        read_day,
        label="Hạn giải quyết",
        hint="Để trống thì phần mềm tính. Ghi thì giữ đúng ngày đã ghi.",
    ),
    Column(
        "stage",
        choice({"open": "open", "closed": "closed"}),
        label="Tình hình",
        hint="Đang giải quyết hoặc Đã kết thúc.",
        options={"Đang giải quyết": "open", "Đã kết thúc": "closed"},
    ),
    Column(
        "decided_on",
        read_day,
        label="Ngày quyết định",
        hint="Ngày ký quyết định, kết luận hoặc văn bản trả lời.",
    ),
    Column(
        "closed_on",
        read_day,
        label="Ngày kết thúc",
        hint="Dạng 03/08/2026.",
    ),
    Column(
        "outcome",
        choice(codes(Outcome)),
        label="Kết quả giải quyết",
        hint="Chọn trong danh sách.",
        options=words(Outcome) | words(Conclusion),
    ),
    Column(
        "officer",
        one_line(120),
        label="Người được giao",
        hint="Tên đăng nhập, hoặc họ tên nếu không trùng.",
    ),
)

SECRET_OF_A_DENOUNCER = ("name", "id_number", "phone", "email", "address")
