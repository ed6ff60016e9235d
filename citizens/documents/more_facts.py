"""The places in papers about petitions, and those whose words somebody types."""

from __future__ import annotations

from collections.abc import Callable

from citizens import statutes
from citizens.documents import words
from citizens.documents.facts import of_item
from portal.documents.placeholders import About, Placeholder, declare
from portal.text import day

ANSWERS = {
    "căn cứ": "Căn cứ của luật, chọn ở bước",
    "lý do": "Lý do cụ thể, nhập ở bước",
    "nội dung xác minh": "Nội dung phải xác minh",
    "thành viên": "Tổ trưởng và thành viên, mỗi người một dòng",
    "số ngày": "Số ngày xác minh",
    "ngày đối thoại": "Ngày đối thoại",
    "địa điểm": "Địa điểm",
    "tiêu chí": "Tiêu chí vụ việc phức tạp",
    "kết luận": "Kết luận đúng, sai",
    "nội dung kết luận": "Nội dung kết luận",
    "nội dung quyết định": "Điều 1 của quyết định",
    "kết quả kiểm tra lại": "Kết quả kiểm tra lại quyết định bị khiếu nại",
    "nội dung trả lời": "Nội dung trả lời",
    "cơ quan": "Cơ quan có thẩm quyền",
    "nơi nhận": "Nơi nhận văn bản",
    "kết quả": "Kết quả giải quyết",
    "ngày": "Ngày phải trả lời",
    "đơn vị thi hành": "Đơn vị được giao thi hành",
    "đề xuất": "Đề xuất thụ lý, không thụ lý",
    "nội dung tố cáo": "Trích nội dung tố cáo, không có tên người tố cáo",
    "người bị tố cáo": "Họ tên, chức vụ người bị tố cáo",
    "kết quả xác minh tố cáo": "Kết quả xác minh từng nội dung",
}

REFORM = "được sửa đổi, bổ sung bởi"

declare(*(Placeholder(name, meaning) for name, meaning in ANSWERS.items()))

declare(
    Placeholder(
        "người gửi đơn",
        "Ông hoặc bà, họ tên, địa chỉ người gửi",
        of_item(words.sender_of),
        identifies=True,
    ),
    Placeholder(
        "họ tên người gửi",
        "Họ tên như ghi ở sổ đơn",
        of_item(lambda item: item.sender),
        identifies=True,
    ),
    Placeholder(
        "tên đơn",
        "đơn khiếu nại, đơn kiến nghị …",
        of_item(lambda item: words.letter(words.letter_of(item))),
    ),
    Placeholder(
        "cơ quan chuyển đơn",
        "Nơi đã chuyển đơn đến",
        of_item(lambda item: words.letter_of(item).forwarded_by),
    ),
    Placeholder(
        "ngày vào sổ",
        "Ngày ghi sổ đơn",
        of_item(lambda item: day(words.letter_of(item).received_on)),
    ),
)


def since_reform(words: str) -> Callable[[About], str]:
    return lambda about: f" ({REFORM} {words})" if about.on >= statutes.REFORM_OF_2026 else ""


declare(
    Placeholder(
        "sửa đổi luật tố cáo",
        "Từ 01/7/2026: luật sửa đổi",
        since_reform("Luật số 136/2025/QH15"),
        optional=True,
    ),
    Placeholder(
        "sửa đổi nghị định tố cáo",
        "Từ 01/7/2026: nghị định sửa đổi",
        since_reform("Nghị định số 156/2026/NĐ-CP"),
        optional=True,
    ),
)
